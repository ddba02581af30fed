import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { Converter as FromTraditional } from 'opencc-js/t2cn'
import { normalPartyName } from '@/domain/consultation/party-name'

const HONORIFICS = ['先生', '女士', '小姐', '老师', '师傅', '同志', '阿姨', '大爷', '律师', '经理']

const anyName = fc.string({ unit: 'grapheme', maxLength: 20 })
/** Characters of the basic block, of which the names are made. */
const character = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))
const chineseName = fc.array(character, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))

describe('two spellings of a name', () => {
  it.each([
    ['王 小 明', '王小明'],
    ['王小明先生', '王小明'],
    ['王小明 女士', '王小明'],
    ['張學友', '张学友'],
    ['陳葉師傅', '陈叶'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['Ｗａｎｇ', 'wang'],
    ['WANG Xiaoming', 'wang xiaoming'],
    ['王小明（房东）', '王小明'],
    ['王小明(房东)先生', '王小明'],
    ['示例物业（示例路）公司', '示例物业(示例路)公司'],
    ['　王小明　', '王小明'],
  ])('%s is %s', (one, other) => {
    expect(normalPartyName(one)).toBe(normalPartyName(other))
    expect(normalPartyName(one)).not.toBe('')
  })

  it.each([
    ['王小明', '王小朋'],
    ['王小明', '小明'],
    ['先生', '女士'],
    ['师大', '师'],
  ])('%s is not %s', (one, other) => {
    expect(normalPartyName(one)).not.toBe(normalPartyName(other))
  })
})

describe('for every name', () => {
  const property = (holds: (name: string) => boolean) =>
    fc.assert(
      fc.property(fc.oneof(anyName, chineseName), (name) => holds(name)),
      { numRuns: 3000 },
    )

  it('is idempotent', () => {
    property((name) => normalPartyName(normalPartyName(name)) === normalPartyName(name))
  })

  const honorific = fc.constantFrom(...HONORIFICS)

  it('does not see an honorific', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, chineseName), honorific, honorific, (name, one, other) => {
        const normal = normalPartyName(name)
        fc.pre(normal !== '')
        const spellings = [`${name}${one}`, `${name} ${one}${other}`]
        return spellings.every((spelling) => normalPartyName(spelling) === normal)
      }),
      { numRuns: 3000 },
    )
  })

  it('does not see spaces, points, width or case', () => {
    const latin = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.oneof(latin, chineseName), (name) =>
        [
          wide(name),
          name.toUpperCase(),
          name.toLowerCase(),
          [...name].join('\u3000'),
          `${name}·`,
        ].every((spelling) => normalPartyName(spelling) === normalPartyName(name)),
      ),
      { numRuns: 3000 },
    )
  })

  it('does not see the script', () => {
    const toTraditional = Converter({ from: 'cn', to: 't' })
    const back = FromTraditional({ from: 't', to: 'cn' })
    fc.assert(
      fc.property(chineseName, (name) => {
        const traditional = [...name].map((one) => toTraditional(one)).join('')
        // A few characters of the simplified script stand for several, of which one was chosen.
        fc.pre([...traditional].every((one, at) => back(one) === back([...name][at]!)))
        return normalPartyName(traditional) === normalPartyName(name)
      }),
      { numRuns: 3000 },
    )
  })
})

test('the scripts differ for a good part of the characters, so that the test above says something', () => {
  const back = FromTraditional({ from: 't', to: 'cn' })
  const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at))
  expect(all.filter((one) => back(one) !== one).length).toBeGreaterThan(2000)
})
