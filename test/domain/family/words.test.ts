import {
  ageInWords,
  birthDateInWords,
  inForceInWords,
  rulesVersionInWords,
} from '@/domain/family/words'

it.each([
  ['2019-03-05', '2026-11-22', '7 岁'],
  ['2019-11-23', '2026-11-22', '6 岁'],
  ['1948-05-01', '2026-11-22', '78 岁'],
  ['2025-11-22', '2026-11-22', '1 岁'],
  ['2025-11-23', '2026-11-22', '11 个月'],
  ['2026-03-05', '2026-11-22', '8 个月'],
  ['2026-10-23', '2026-11-22', '不满月'],
  ['2026-11-22', '2026-11-22', '不满月'],
])('says how old somebody born on %s is on %s', (birthDate, day, words) => {
  expect(ageInWords(birthDate, day)).toBe(words)
})

it('says a birth date and the version of a rules text', () => {
  expect(birthDateInWords('2019-03-05')).toBe('2019年3月5日')
  expect(rulesVersionInWords('2026-11')).toBe('2026 年 11 月版')
  expect(rulesVersionInWords('2026-12-01')).toBe('2026 年 12 月 1 日版')
  expect(inForceInWords('2026-12-01')).toBe('2026 年 12 月 1 日起生效')
})
