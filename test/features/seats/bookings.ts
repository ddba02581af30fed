import type { Booking } from '@/features/seats/booking'

/** A booking of one lecture on 26 November 2026 unless said otherwise. */
export function booking(change: Partial<Booking> = {}): Booking {
  const startsAt = change.startsAt ?? '2026-11-26T15:00:00+08:00'
  const endsAt = change.endsAt ?? '2026-11-26T16:30:00+08:00'
  return {
    bookingId: 'nongye.b1',
    status: 'booked',
    checkInCode: 'ABCD2345',
    centreId: 'nongye',
    centreName: '农业银行社区',
    activityId: 'nongye.a1',
    poolId: 'nongye.p1',
    title: '社区大讲堂',
    category: 'lecture',
    place: '讲座室',
    bring: null,
    bookedAt: '2026-11-20T09:00:00+08:00',
    cancelUntil: '2026-11-26T13:00:00+08:00',
    startsAt,
    endsAt,
    lessons: 1,
    occurrences: [{ startsAt, endsAt, place: '讲座室', state: 'scheduled', lesson: null }],
    ...change,
  }
}

/** A lesson of a course on a day of December 2026, 19:00–20:30. */
export function lesson(
  day: number,
  number: number,
  state: 'scheduled' | 'cancelled' = 'scheduled',
) {
  const date = `2026-12-${String(day).padStart(2, '0')}`
  return {
    startsAt: `${date}T19:00:00+08:00`,
    endsAt: `${date}T20:30:00+08:00`,
    place: '三楼音乐教室',
    state,
    lesson: { number, of: 3 },
  }
}
