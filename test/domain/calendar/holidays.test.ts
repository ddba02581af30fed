import {
  holidayMark,
  holidaysAnnouncedUntil,
  isPublicRestDay,
  isWorkingDay,
} from '@/domain/calendar/holidays'
import { addDays, dayOfWeek } from '@/domain/time/date'

const daysOf = (year: number) => {
  const days: string[] = []
  for (let d = `${year}-01-01`; d <= `${year}-12-31`; d = addDays(d, 1)) days.push(d)
  return days
}

describe('the State Council’s notice', () => {
  test.each([
    ['2026-01-03', 'rest'],
    ['2026-01-04', 'work'],
    ['2026-02-14', 'work'],
    ['2026-02-15', 'rest'],
    ['2026-02-23', 'rest'],
    ['2026-02-24', null],
    ['2026-09-20', 'work'],
    ['2026-10-01', 'rest'],
    ['2026-10-07', 'rest'],
    ['2026-10-08', null],
    ['2026-10-10', 'work'],
    ['2026-11-22', null],
    ['2025-10-08', 'rest'],
    ['2025-10-11', 'work'],
  ])('makes %s %s', (date, mark) => expect(holidayMark(date)).toBe(mark))

  test('of 2026 gives 33 days off and 6 weekend days of work', () => {
    const marks = daysOf(2026).map(holidayMark)
    expect(marks.filter((mark) => mark === 'rest')).toHaveLength(33)
    expect(marks.filter((mark) => mark === 'work')).toHaveLength(6)
  })

  test('makes only weekend days working days', () => {
    const last = Number(holidaysAnnouncedUntil.slice(0, 4))
    for (let year = 2004; year <= last; year += 1) {
      const work = daysOf(year).filter((date) => holidayMark(date) === 'work')
      expect(work.filter((date) => dayOfWeek(date) < 6)).toEqual([])
    }
  })

  test('ends with a year, after which nothing is marked because nobody knows yet', () => {
    expect(holidaysAnnouncedUntil).toMatch(/^20\d\d-12-31$/)
    expect(holidaysAnnouncedUntil >= '2026-12-31').toBe(true)
    const year = Number(holidaysAnnouncedUntil.slice(0, 4))
    expect(daysOf(year).some((date) => holidayMark(date) === 'rest')).toBe(true)
    expect(daysOf(year + 1).filter((date) => holidayMark(date) !== null)).toEqual([])
  })
})

describe('a public rest day', () => {
  test('follows the notice where there is one, beyond the law’s own days', () => {
    expect(isPublicRestDay('2026-10-07')).toBe(true)
    expect(isPublicRestDay('2026-10-08')).toBe(false)
  })

  test('is an ordinary weekend never', () => {
    expect(isPublicRestDay('2026-11-21')).toBe(false)
    expect(isPublicRestDay('2026-11-22')).toBe(false)
  })

  test('of a year without a notice is one of the 13 days that the law fixes', () => {
    // 2050 is beyond every notice for a long time; its lunar New Year is on 23 January.
    expect(daysOf(2050).filter(isPublicRestDay)).toEqual([
      '2050-01-01',
      '2050-01-22',
      '2050-01-23',
      '2050-01-24',
      '2050-01-25',
      '2050-04-04',
      '2050-05-01',
      '2050-05-02',
      '2050-06-23',
      '2050-09-30',
      '2050-10-01',
      '2050-10-02',
      '2050-10-03',
    ])
  })

  test('is no working day, while a weekend day worked in exchange is', () => {
    expect(isWorkingDay('2026-10-01')).toBe(false)
    expect(isWorkingDay('2026-10-08')).toBe(true)
    expect(isWorkingDay('2026-10-10')).toBe(true)
    expect(isWorkingDay('2026-10-11')).toBe(false)
  })
})
