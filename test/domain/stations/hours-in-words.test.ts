import { hoursInWords } from '@/domain/stations/hours-in-words'
import type { StationHours } from '@/domain/stations/station-hours'

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
const daily = (opens: string, closes: string, more: Partial<StationHours> = {}): StationHours => ({
  weekly: [{ days: DAYS, opens, closes }],
  publicHolidays: null,
  special: [],
  ...more,
})
const workdays: StationHours = {
  weekly: [{ days: WORKDAYS, opens: '09:00', closes: '17:00' }],
  publicHolidays: [],
  special: [],
}

describe('opening hours in words', () => {
  test.each<[string, StationHours]>([
    ['24 小时', daily('00:00', '24:00')],
    ['24 小时', daily('00:00', '23:59')],
    ['24 小时', daily('00:00', '00:00')],
    ['24 小时', daily('00:00', '24:00', { publicHolidays: [{ opens: '00:00', closes: '24:00' }] })],
    ['24 小时，节假日休息', daily('00:00', '24:00', { publicHolidays: [] })],
    ['每天 6:00–22:00', daily('06:00', '22:00')],
    ['每天 17:00–次日 2:00', daily('17:00', '02:00')],
    ['每天 17:00–24:00', daily('17:00', '00:00')],
    ['每天 8:30–次日 8:30', daily('08:30', '08:30')],
    ['周一至周五 9:00–17:00，节假日休息', workdays],
    [
      '周一至周五 9:00–17:00，周六、周日 9:30–16:00，节假日 10:00–16:00',
      {
        weekly: [...workdays.weekly, { days: [7, 6], opens: '09:30', closes: '16:00' }],
        publicHolidays: [{ opens: '10:00', closes: '16:00' }],
        special: [],
      },
    ],
    [
      '周一至周三、周五 24 小时',
      {
        weekly: [{ days: [1, 2, 3, 5], opens: '00:00', closes: '24:00' }],
        publicHolidays: null,
        special: [],
      },
    ],
    [
      '每天 8:00–12:00、14:00–18:00',
      {
        weekly: [
          { days: DAYS, opens: '14:00', closes: '18:00' },
          { days: DAYS, opens: '08:00', closes: '12:00' },
        ],
        publicHolidays: null,
        special: [],
      },
    ],
    ['暂不开放', { weekly: [], publicHolidays: null, special: [] }],
    ['暂不开放', { weekly: [], publicHolidays: [], special: [] }],
    [
      '平时不开放，节假日 10:00–16:00',
      { weekly: [], publicHolidays: [{ opens: '10:00', closes: '16:00' }], special: [] },
    ],
  ])('%s', (words, hours) => expect(hoursInWords(hours)).toBe(words))

  test.each([
    ['2026-10-01', '2026-10-01', '2026年10月1日休息'],
    ['2026-10-01', '2026-10-03', '2026年10月1日至3日休息'],
    ['2026-09-30', '2026-10-03', '2026年9月30日至10月3日休息'],
    ['2026-12-31', '2027-01-02', '2026年12月31日至2027年1月2日休息'],
  ])('special days from %s to %s', (from, to, words) => {
    const hours = daily('08:00', '20:00', { special: [{ from, to, spans: [] }] })
    expect(hoursInWords(hours)).toBe(`每天 8:00–20:00，${words}`)
  })

  test('special days with hours of their own, and some that never come', () => {
    const spans = [{ opens: '00:00', closes: '24:00' }]
    const special = [
      { from: '2026-10-02', to: '2026-10-01', spans: [] },
      { from: '2026-10-01', to: '2026-10-02', spans },
    ]
    expect(hoursInWords(daily('08:00', '20:00', { special }))).toBe(
      '每天 8:00–20:00，2026年10月1日至2日 24 小时',
    )
  })

  test('spans that touch are said as one, unless they last longer than a day', () => {
    const both = (first: [string, string], second: [string, string]) =>
      hoursInWords({
        weekly: [first, second].map(([opens, closes]) => ({ days: DAYS, opens, closes })),
        publicHolidays: null,
        special: [],
      })
    expect(both(['08:00', '12:00'], ['12:00', '18:00'])).toBe('每天 8:00–18:00')
    expect(both(['08:00', '20:00'], ['09:00', '10:00'])).toBe('每天 8:00–20:00')
    expect(both(['20:00', '08:00'], ['23:00', '22:00'])).toBe(
      '每天 20:00–次日 8:00、23:00–次日 22:00',
    )
  })
})
