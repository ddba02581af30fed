import fc from 'fast-check'
import { FIELD_KINDS, fieldKind, fitted } from '@/domain/alerts/fields'
import { filledIn, templatesIn } from '@/domain/alerts/template'
import { alertValues, type Told } from '@/domain/alerts/words'
import { anyCharacter } from '../../support/builders/characters'

const ID = 'abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE'
const one = (more: object) =>
  JSON.stringify({ tomorrow: { id: ID, fields: { thing1: 'title' }, ...more } })
const wrongOf = (text: string) => {
  const read = templatesIn(text)
  return 'wrong' in read ? read.wrong : null
}
const AT = Date.parse('2026-11-26T15:00:00+08:00')
const LESSON = { title: '社区大讲堂', place: '一楼讲座室', centre: '示例社区' }
const TOLD: Told[] = [
  { purpose: 'lesson-tomorrow', startsAt: AT, ...LESSON },
  { purpose: 'lesson-soon', startsAt: AT, ...LESSON },
  { purpose: 'seat-offered', until: AT, ...LESSON },
  { purpose: 'ballot-drawn', won: true, until: AT, ...LESSON },
  { purpose: 'ballot-drawn', won: false, until: AT, ...LESSON },
  { purpose: 'private-news', at: AT },
  ...(['moved', 'elsewhere', 'cancelled', 'several'] as const).map((change): Told => ({
    purpose: 'lesson-changed',
    change,
    startsAt: AT,
    ...LESSON,
  })),
]

describe('the templates of a deployment', () => {
  test('are read with what stands in each field', () => {
    const fields = { thing1: 'title', time2: 'when', thing3: 'place', phrase4: 'result' }
    expect(templatesIn(JSON.stringify({ soon: { id: ID, fields } }))).toEqual({
      templates: { soon: { id: ID, fields } },
    })
    expect(templatesIn('{}')).toEqual({ templates: {} })
  })

  test.each([
    ['no JSON', '{tomorrow', 'not JSON'],
    ['a list', '[]', 'an object'],
    ['another name', '{"monday":{}}', 'is called'],
    ['no id', one({ id: '' }), 'template id'],
    ['no fields', one({ fields: null }), 'what stands'],
    [
      'too many fields',
      one({ fields: Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`thing${n}`, 'note'])) }),
      '1 to 5',
    ],
    ['an unknown field', one({ fields: { amount1: 'title' } }), 'is called thing1'],
    ['an unknown value', one({ fields: { thing1: 'nickname' } }), 'and nothing else'],
    ['a value that does not fit', one({ fields: { time1: 'title' } }), 'cannot stand'],
    ['something more', one({ page: 'x' }), 'nothing but'],
    [
      'one id twice',
      JSON.stringify({
        tomorrow: { id: ID, fields: { thing1: 'title' } },
        soon: { id: ID, fields: { thing1: 'title' } },
      }),
      'already',
    ],
  ])('that have %s are refused in one sentence', (_what, text, part) => {
    expect(wrongOf(text)).toContain(part)
  })
})

describe('a field', () => {
  test('holds whatever there is within the limits of its kind, and never nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('书', '👩🏽', '𠮷', '\n', ' ', 'a', '1'), maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), text, (kind, value) => {
        const filled = fitted(kind, value)
        expect(filled.length).toBeGreaterThan(0)
        expect(filled).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        if (kind === 'thing') expect(filled.length).toBeLessThanOrEqual(20)
        if (kind === 'phrase') expect(filled).toMatch(/^\p{Script=Han}{1,5}$/u)
        if (kind === 'character_string') expect(filled).toMatch(/^[\x20-\x7e]{1,32}$/)
      }),
    )
  })

  test('is cut between two characters, and says that it was', () => {
    expect(fitted('thing', '书'.repeat(20))).toBe('书'.repeat(20))
    expect(fitted('thing', '书'.repeat(21))).toBe(`${'书'.repeat(19)}…`)
    expect(fitted('thing', '𠮷'.repeat(11))).toBe(`${'𠮷'.repeat(9)}…`)
    expect(fitted('character_string', '2026年11月26日 15:00')).toBe('2026-11-26 15:00')
  })
})

test('What is told fits WeChat’s fields as it is, and is cut nowhere', () => {
  for (const told of TOLD) {
    const values = alertValues(told)
    const fields = { thing1: 'title', time2: 'when', thing3: 'note', phrase4: 'result' } as const
    expect(filledIn({ id: ID, fields }, values)).toEqual({
      thing1: values.title,
      time2: values.when,
      thing3: values.note,
      phrase4: values.result,
    })
    expect(values.when).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/)
    expect(fieldKind('time2')).toBe('time')
  }
})

test('A private hour is told of in the same words whatever it is', () => {
  expect(Object.values(alertValues({ purpose: 'private-news', at: AT })).join()).not.toMatch(
    /律|法|调解|咨询|投诉|室/,
  )
})
