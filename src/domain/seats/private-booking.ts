import type { Category } from '@/domain/calendar/programme'

/**
 * How a booking that was made through a form appears among one's bookings and in a clash: a neighbour
 * who sees the phone learns where and when, and not what for.
 */
export const PRIVATE_BOOKING: { title: string; category: Category } = {
  title: '预约',
  category: 'lecture',
}
