import fc from 'fast-check'
import { minutesOfDay } from '@/domain/time/instant'
import {
  CELL_MINUTES,
  type Marking,
  rowsOf,
  spanAt,
  spansInWords,
  tapCell,
  timeOfMinutes,
} from '@/features/casework/week-spans'

const EMPTY: Marking = { week: {}, from: null, full: false }
const at = (time: string, weekday = 2) => ({ weekday, minutes: minutesOfDay(time) })
const taps = (start: Marking, ...cells: ReturnType<typeof at>[]) => cells.reduce(tapCell, start)

describe('a tap on the grid of a week', () => {
  it('begins a span, and the next one in the column ends it', () => {
    const begun = taps(EMPTY, at('14:00'))
    expect(begun.week).toEqual({ 2: [{ opens: '14:00', closes: '14:30' }] })
    expect(begun.from).toEqual(at('14:00'))
    const done = taps(begun, at('16:00'))
    expect(done).toMatchObject({ week: { 2: [{ opens: '14:00', closes: '16:30' }] }, from: null })
  })

  it('ends a span above where it was begun as well', () => {
    expect(taps(EMPTY, at('16:00'), at('14:00')).week).toEqual({
      2: [{ opens: '14:00', closes: '16:30' }],
    })
  })

  it('on another weekday begins another span and leaves the half hour as it is', () => {
    const { week, from } = taps(EMPTY, at('14:00'), at('09:00', 4))
    expect(week).toEqual({
      2: [{ opens: '14:00', closes: '14:30' }],
      4: [{ opens: '09:00', closes: '09:30' }],
    })
    expect(from).toEqual(at('09:00', 4))
  })

  it('on a span takes the whole span away, and the weekday with its last one', () => {
    const two = taps(EMPTY, at('09:00'), at('10:30'), at('14:00'), at('16:00'))
    expect(spansInWords(two.week[2])).toBe('09:00–11:00、14:00–16:30')
    const one = taps(two, at('15:00'))
    expect(spansInWords(one.week[2])).toBe('09:00–11:00')
    expect(taps(one, at('09:30')).week).toEqual({})
  })

  it('makes one span of those that touch', () => {
    const { week } = taps(EMPTY, at('09:00'), at('10:30'), at('11:00'))
    expect(spansInWords(week[2])).toBe('09:00–11:30')
  })

  it('adds no fifth span, and says so', () => {
    const four = taps(EMPTY, at('08:00'), at('08:00', 3), at('10:00'), at('10:00', 3))
    const more = taps(four, at('12:00'), at('12:00', 3), at('14:00'), at('14:00', 3))
    const fifth = taps(more, at('16:00'))
    expect(fifth).toEqual({ week: more.week, from: null, full: true })
    expect(taps(fifth, at('08:00')).full).toBe(false)
  })
})

it('leaves spans in order, apart and within a day, whatever is tapped', () => {
  const cell = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    minutes: fc.integer({ min: 0, max: 47 }).map((n) => n * CELL_MINUTES),
  })
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      for (const spans of Object.values(cells.reduce(tapCell, EMPTY).week)) {
        expect(spans.length).toBeGreaterThan(0)
        expect(spans.length).toBeLessThanOrEqual(4)
        spans.forEach(({ opens, closes }, index) => {
          expect(opens < closes).toBe(true)
          expect(closes).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
          if (index > 0) expect(spans[index - 1]!.closes < opens).toBe(true)
        })
      }
    }),
  )
})

it('shows office hours, and the rows that spans outside them need', () => {
  expect([rowsOf({})[0], rowsOf({}).length]).toEqual([8 * 60, 24])
  const rows = rowsOf({ 1: [{ opens: '06:30', closes: '21:15' }] })
  expect([rows[0], rows[rows.length - 1]]).toEqual([6 * 60, 21 * 60])
})

it('colours a cell that a span of odd minutes only touches', () => {
  const week = { 1: [{ opens: '14:15', closes: '14:45' }] }
  const on = ['13:30', '14:00', '14:30', '15:00'].map((time) => spanAt(week, at(time, 1)) !== null)
  expect(on).toEqual([false, true, true, false])
})

it('writes the end of the day as the wire takes it', () => {
  expect(timeOfMinutes(24 * 60)).toBe('23:59')
})
