import { attending, bookedByInWords, whoInWords } from '@/features/seats/attending'
import type { Attendee } from '@/features/seats/booking'
import { withoutSeats } from '@/features/seats/given-back'
import { newBooking } from '@/features/seats/new-booking'
import { seatedIn } from '@/features/seats/seated'
import { booking } from './bookings'

const seat = (
  attendeeId: string,
  name: string | null,
  change: Partial<Attendee> = {},
): Attendee => ({
  attendeeId,
  name,
  status: 'booked',
  number: null,
  state: null,
  ...change,
})
const self = seat('self', null)
const child = seat('m-aaaaaaaaaaaaaaaa', '小满')
const other = seat('m-bbbbbbbbbbbbbbbb', '小川')

it('says whom a seat is for only where it is not for oneself alone', () => {
  expect(whoInWords(booking())).toBeNull()
  expect(whoInWords(booking({ attendees: [self] }))).toBeNull()
  expect(whoInWords(booking({ attendees: [self, child] }))).toBe('我 + 小满')
  expect(whoInWords(booking({ attendees: [child] }))).toBe('小满')
  expect(whoInWords(booking({ attendees: [{ ...child, name: null }] }))).toBe('一位家里人')
})

it('leaves out whoever’s seat was given back, while there is another', () => {
  const gone = { ...child, status: 'cancelled' as const }
  expect(whoInWords(booking({ attendees: [self, gone] }))).toBeNull()
  expect(whoInWords(booking({ attendees: [gone], status: 'cancelled' }))).toBe('小满')
})

it('says who booked it where somebody else did', () => {
  expect(bookedByInWords(booking())).toBeNull()
  expect(bookedByInWords(booking({ bookedBy: 'relative' }))).toBe('家里人替您报的')
  expect(bookedByInWords(booking({ bookedBy: 'helper' }))).toBe('志愿者或工作人员替您报的')
})

it('knows who has a seat in a pool, over several bookings', () => {
  const bookings = [
    booking({ attendees: [self] }),
    booking({ bookingId: 'nongye.b2', attendees: [child] }),
    booking({ bookingId: 'nongye.b3', poolId: 'nongye.p9', attendees: [other] }),
    booking({ bookingId: 'nongye.b4', status: 'cancelled', attendees: [other] }),
  ]
  expect([...seatedIn(bookings, 'nongye.p1')]).toEqual(['self', child.attendeeId])
})

it('takes some seats out of a booking and leaves the others', () => {
  const left = withoutSeats(booking({ attendees: [self, child, other] }), [child.attendeeId])
  expect(whoInWords(left)).toBe('我 + 小川')
  expect(attending(withoutSeats(left, ['self'])).map(({ name }) => name)).toEqual(['小川'])
})

it('gives everybody of a booking just made the number that the server gave them', () => {
  const activity = { activityId: 'nongye.a1', centreId: 'nongye', title: '医师坐诊', bring: null }
  const pool = { poolId: 'nongye.p1', closesAt: '2026-11-26T15:00:00+08:00', occurrences: [] }
  const made = newBooking(
    { ...activity, category: 'clinic', place: '日间照料中心' } as never,
    pool as never,
    '农业银行社区',
    {
      bookingId: 'nongye.b1',
      status: 'booked',
      checkInCode: 'ABCD2345',
      cancelUntil: '2026-11-26T13:00:00+08:00',
      attendees: [{ attendeeId: child.attendeeId, number: 12 }],
    },
    [child],
    0,
  )
  expect(made.attendees).toEqual([{ ...child, number: 12, state: 'waiting' }])
})
