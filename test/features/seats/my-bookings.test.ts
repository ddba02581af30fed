import {
  bookedPools,
  bookingOf,
  calendarEntries,
  isToCome,
  nextOccurrence,
  visitsOf,
  visitWhen,
} from '@/features/seats/my-bookings'
import { booking, lesson } from './bookings'

const at = (text: string) => new Date(text).getTime()
const course = booking({
  bookingId: 'nongye.b2',
  poolId: 'nongye.p2',
  title: '零基础吉他',
  startsAt: '2026-12-01T19:00:00+08:00',
  endsAt: '2026-12-15T20:30:00+08:00',
  occurrences: [lesson(1, 1), lesson(8, 2, 'cancelled'), lesson(15, 3)],
})

it('comes to the next lesson, past those that are over or cancelled', () => {
  expect(nextOccurrence(course, at('2026-11-22T09:00:00+08:00'))?.lesson?.number).toBe(1)
  expect(nextOccurrence(course, at('2026-12-01T20:00:00+08:00'))?.lesson?.number).toBe(1)
  expect(nextOccurrence(course, at('2026-12-01T20:30:00+08:00'))?.lesson?.number).toBe(3)
  expect(nextOccurrence(course, at('2026-12-15T20:30:00+08:00'))).toBeNull()
})

it('puts the soonest visit first and leaves out what was given back', () => {
  const back = booking({ bookingId: 'nongye.b3', status: 'cancelled' })
  const visits = visitsOf([course, back, booking()], at('2026-11-22T09:00:00+08:00'))
  expect(visits.map((visit) => visit.booking.bookingId)).toEqual(['nongye.b1', 'nongye.b2'])
  expect(visitWhen(visits[0]!, at('2026-11-26T09:00:00+08:00'))).toBe('今天 15:00–16:30')
})

it('ends a booking with its last instant', () => {
  expect(isToCome(booking(), at('2026-11-26T16:29:59+08:00'))).toBe(true)
  expect(isToCome(booking(), at('2026-11-26T16:30:00+08:00'))).toBe(false)
})

it('knows in which pools a seat is held', () => {
  const back = booking({ poolId: 'nongye.p9', status: 'cancelled' })
  expect([...bookedPools([course, back])]).toEqual(['nongye.p2'])
  expect(bookingOf([back, course], 'nongye.p9')).toBeNull()
  expect(bookingOf([back, course], 'nongye.p2')?.bookingId).toBe('nongye.b2')
})

it('puts only the lessons to come into the phone’s calendar', () => {
  const entries = calendarEntries(course, at('2026-12-02T00:00:00+08:00'))
  expect(entries.map(({ title }) => title)).toEqual(['零基础吉他 第 3 课'])
  expect(entries[0]).toMatchObject({
    startsAt: '2026-12-15T19:00:00+08:00',
    place: '农业银行社区 三楼音乐教室',
    note: '签到码 ABCD2345',
  })
})
