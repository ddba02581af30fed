import fc from 'fast-check'
import { ageOn, isBirthDate } from '@/domain/family/birth-date'
import { addDays } from '@/domain/time/date'

test.each([
  ['1948-02-29', true],
  ['1900-01-01', true],
  ['2099-12-31', true],
  ['1899-12-31', false],
  ['2100-01-01', false],
  ['2019-02-29', false],
  ['2019-00-10', false],
  ['2019-13-10', false],
  ['2019-06-31', false],
  ['2019-6-3', false],
  [' 2019-06-03', false],
  ['', false],
])('whether somebody can have been born on %p: %p', (text, can) => {
  expect(isBirthDate(text)).toBe(can)
})

test.each([
  ['2016-11-26', '2026-11-25', 9],
  ['2016-11-26', '2026-11-26', 10],
  ['2020-02-29', '2026-02-28', 5],
  ['2020-02-29', '2026-03-01', 6],
  ['2020-02-29', '2028-02-29', 8],
  ['2026-11-26', '2026-11-26', 0],
  ['2026-11-27', '2026-11-26', -1],
  ['1948-05-01', '2026-11-26', 78],
])('born on %s, somebody is on %s %p years old', (birthDate, day, age) => {
  expect(ageOn(birthDate, day)).toBe(age)
})

test('Age grows by one on one day of each year, and never falls', () => {
  const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1950-01-01', n))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20_000 }), (birthDate, later) => {
      const on = addDays(birthDate, later)
      const [before, after] = [ageOn(birthDate, on), ageOn(birthDate, addDays(on, 1))]
      expect([0, 1]).toContain(after - before)
      expect(ageOn(birthDate, addDays(on, 366)) - before).toBeGreaterThanOrEqual(1)
    }),
  )
})
