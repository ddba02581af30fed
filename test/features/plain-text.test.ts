import { isControl, plainLine, plainText } from '@/features/plain-text'

it('makes one plain line of what somebody wrote', () => {
  expect(plainLine('  门锁着\n\n敲门\t没人应 \u2028')).toBe('门锁着 敲门 没人应')
  expect(plainLine(' \n ')).toBe('')
  expect(plainLine('换了🔒')).toBe('换了🔒')
})

it('keeps the lines of a text and drops what cannot be seen', () => {
  expect(plainText(' 第一行\r\n第二行\t完\u0000\u0085 ')).toBe('第一行\n第二行\t完')
  expect(plainText('一\u2028二')).toBe('一\n二')
  expect(plainText(' \n ')).toBe('')
})

it('keeps no more than so many', () => {
  expect(plainLine('一二三 四', 4)).toBe('一二三')
  expect(plainText('一二三四', 3)).toBe('一二三')
})

it('knows the same control characters as the wire', () => {
  const refused = /[\p{Cc}\u2028\u2029]/u
  for (let unit = 0; unit < 0x2100; unit += 1) {
    expect([unit, isControl(unit)]).toEqual([unit, refused.test(String.fromCharCode(unit))])
  }
})
