import fc from 'fast-check'
import { isPublicRestDay } from '@/domain/calendar/holidays'
import {
  type WeeklyHours,
  monthsToPublish,
  slotsOfMonth,
  wrongWeekday,
} from '@/domain/consultation/office-hours'
import { overlaps } from '@/domain/seats/clash'
import { dateOf, dayOfWeek, monthOf } from '@/domain/time/date'
import { MINUTE, instantAt, parseInstant, timeOf, toInstantText } from '@/domain/time/instant'

const hours = (more: Partial<WeeklyHours> = {}): WeeklyHours => ({
  weekly: [{ weekday: 4, spans: [{ opens: '14:00', closes: '16:30' }] }],
  blocked: [],
  slotMinutes: 60,
  ...more,
})
const daysOf = (slots: { startsAt: number }[]) => [
  ...new Set(slots.map(({ startsAt }) => dateOf(startsAt))),
]
const textOf = (slots: { startsAt: number }[]) =>
  slots.map(({ startsAt }) => toInstantText(startsAt).slice(5, 16))

describe('the slots of a month', () => {
  test('are the whole slots of each day’s spans, in order', () => {
    const weekly = [
      {
        weekday: 4,
        spans: [
          { opens: '14:00', closes: '16:30' },
          { opens: '09:00', closes: '10:00' },
        ],
      },
    ]
    const december = slotsOfMonth(
      hours({ weekly, blocked: ['2026-12-10', '2026-12-24'] }),
      '2026-12',
    )
    expect(textOf(december)).toEqual(
      ['12-03', '12-17', '12-31'].flatMap((day) => [
        `${day}T09:00`,
        `${day}T14:00`,
        `${day}T15:00`,
      ]),
    )
  })

  test('leave public rest days out; a weekend day that is worked is a weekend day', () => {
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      spans: [{ opens: '09:00', closes: '10:00' }],
    }))
    const days = daysOf(slotsOfMonth(hours({ weekly: everyDay }), '2026-10'))
    expect(days).not.toContain('2026-10-01')
    expect(days).toContain('2026-10-10')
    const weekdays = everyDay.slice(0, 5)
    expect(daysOf(slotsOfMonth(hours({ weekly: weekdays }), '2026-10'))).not.toContain('2026-10-10')
  })

  test('lie within the hours, touch at most, and are as long as asked for', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => timeOf(instantAt('2026-01-01', '00:00') + minute * MINUTE))
    const any = fc.record({
      weekly: fc.uniqueArray(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          spans: fc.array(fc.record({ opens: time, closes: time }), { maxLength: 4 }),
        }),
        { selector: ({ weekday }) => weekday, maxLength: 7 },
      ),
      blocked: fc.subarray(['2026-10-08', '2026-10-09', '2026-10-31']),
      slotMinutes: fc.constantFrom(15, 20, 30, 45, 60),
    })
    const month = fc.constantFrom('2026-10', '2027-02', '2028-02', '2026-12')
    let given = 0
    fc.assert(
      fc.property(any, month, (drawn, month) => {
        fc.pre(wrongWeekday(drawn) === null)
        const slots = slotsOfMonth(drawn, month)
        given += slots.length
        for (const [index, slot] of slots.entries()) {
          const date = dateOf(slot.startsAt)
          expect(slot.endsAt - slot.startsAt).toBe(drawn.slotMinutes * MINUTE)
          expect(monthOf(date)).toBe(month)
          expect(drawn.blocked.includes(date) || isPublicRestDay(date)).toBe(false)
          const { spans } = drawn.weekly.find(({ weekday }) => weekday === dayOfWeek(date))!
          const within = spans.some(
            ({ opens, closes }) =>
              instantAt(date, opens) <= slot.startsAt && slot.endsAt <= instantAt(date, closes),
          )
          expect(within).toBe(true)
          const next = slots[index + 1]
          if (next) expect(next.startsAt).toBeGreaterThanOrEqual(slot.endsAt)
          if (next) expect(overlaps(slot, next)).toBe(false)
        }
      }),
    )
    expect(given).toBeGreaterThan(1_000)
  })
})

test.each([
  ['two that touch', [['09:00', '11:00'], ['11:00', '12:00']], null], // prettier-ignore
  ['two in the other order', [['14:00', '15:00'], ['09:00', '11:00']], null], // prettier-ignore
  ['two that overlap', [['09:00', '11:00'], ['10:59', '12:00']], 3], // prettier-ignore
  ['one within the other', [['09:00', '12:00'], ['10:00', '11:00']], 3], // prettier-ignore
  ['one that ends as it begins', [['09:00', '09:00']], 3],
  ['one that ends before it begins', [['09:00', '08:00']], 3],
  ['none', [], null],
])('Spans of a day: %s', (_, spans, expected) => {
  const of = (weekday: number) => ({
    weekday,
    spans: spans.map(([opens, closes]) => ({ opens: opens!, closes: closes! })),
  })
  expect(wrongWeekday({ weekly: [of(3)] })).toBe(expected)
  expect(wrongWeekday({ weekly: [{ weekday: 1, spans: [] }, of(3)] })).toBe(expected)
})

test('A weekday that is named twice is wrong', () => {
  const day = { weekday: 2, spans: [] }
  expect(wrongWeekday({ weekly: [day, day] })).toBe(2)
})

test('Hours are published for this month and six more, by the day at UTC+8', () => {
  expect(monthsToPublish(parseInstant('2026-11-30T23:59:59+08:00'))).toEqual({
    first: '2026-11',
    last: '2027-05',
  })
  expect(monthsToPublish(parseInstant('2026-12-01T00:00:00+08:00')).first).toBe('2026-12')
})
