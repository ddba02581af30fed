import { useStore } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { isSinglePage } from '@/gateway/device/sharing'
import { session, signedIn } from '@/gateway/session/session'
import { type Answered, useAnswer } from '../use-answer'
import type { Output } from '@/contract'
import type { Booking } from './booking'

const UPCOMING: Question<'seats.mine'> = {
  operation: 'seats.mine',
  input: { when: 'upcoming' },
  copy: 'private',
  join: (before, next) => ({
    ...before,
    ...next,
    bookings: [...before.bookings, ...next.bookings],
  }),
}
const PAST: Question<'seats.mine'> = {
  operation: 'seats.mine',
  input: { when: 'past' },
  copy: 'private',
}

export interface Mine extends Omit<Answered<'seats.mine'>, 'value'> {
  /** Null while nothing is known yet. */
  bookings: readonly Booking[] | null
  /** The seats held for me that I have to confirm first. */
  offer: Output<'seats.mine'>['offer']
  /** How many notices are not read. */
  unread: number
  /** Nobody is signed in (H5 before a persona is chosen, or a page opened alone from Moments). */
  visitor: boolean
}

const NONE: readonly Booking[] = []

function useBookings(question: Question<'seats.mine'>, wanted: boolean): Mine {
  useStore(session)
  const visitor = !signedIn() || isSinglePage()
  const { value, ...state } = useAnswer(visitor || !wanted ? null : question)
  const known = visitor ? null : value
  return {
    ...state,
    visitor,
    bookings: visitor ? NONE : (known?.bookings ?? null),
    offer: known?.offer,
    unread: known?.unread ?? 0,
  }
}

/** My seats to come, from the phone first. */
export function useMine(): Mine {
  return useBookings(UPCOMING, true)
}

/** My seats of earlier and those given back; asked for only when wanted. */
export function useEarlier(wanted: boolean): Mine {
  return useBookings(PAST, wanted)
}

/** Puts a booking just made among mine, so that its code is here even if the network goes now. */
export function rememberBooking(booking: Booking): void {
  const before = answers.known(UPCOMING).value ?? { bookings: [], after: null }
  const others = before.bookings.filter(({ bookingId }) => bookingId !== booking.bookingId)
  answers.put(UPCOMING, { ...before, bookings: [booking, ...others] })
  answers.outdate(['seats.mine'])
}

/** Takes a booking given back out of mine. */
export function forgetBooking(bookingId: string): void {
  const before = answers.known(UPCOMING).value
  if (!before) return
  const bookings = before.bookings.filter((one) => one.bookingId !== bookingId)
  answers.put(UPCOMING, { ...before, bookings })
  answers.outdate(['seats.mine'])
}

/** Asks for my seats now and gives them; null when there is no answer. */
export async function askMine(): Promise<readonly Booking[] | null> {
  await answers.refresh(UPCOMING)
  const { value, failure } = answers.known(UPCOMING)
  return failure ? null : (value?.bookings ?? null)
}
