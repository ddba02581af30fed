import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '@/contract'
import type { Caller } from '@/gateway/call/caller'
import type { Progress } from '@/gateway/call/tries'
import type { Failure } from '@/gateway/call/wire'

export type Booking = Output<'seats.mine'>['bookings'][number]
export type Attendee = NonNullable<Booking['attendees']>[number]
export type Booked = Output<'seats.book'>

/** What became of a tap: done, or a failure to be said. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }

/** The pools and bookings that are being worked on, and how it stands with each. */
export interface Busy {
  keys: readonly string[]
  progress: Readonly<Record<string, Progress>>
}

export interface SeatDesk {
  busy: StoreApi<Busy>
  /**
   * Takes seats, for oneself where nobody is named; `requestId` where one was made beforehand. However
   * often it is tapped meanwhile, it is one booking.
   */
  book: (
    poolId: string,
    evenIfClashes?: boolean,
    attendeeIds?: string[],
    requestId?: string,
  ) => Promise<Outcome<Booked>>
  /**
   * Gives seats back, all or those named; after the deadline `evenIfLate` alone. What is gone already
   * counts as given back.
   */
  cancel: (
    bookingId: string,
    attendeeIds?: string[],
    evenIfLate?: boolean,
  ) => Promise<Outcome<{ bookingId: string }>>
}

interface Surroundings {
  call: Caller['call']
  /** A booking was made or given back: what screens show of seats no longer holds. */
  changed: () => void
}

/** Where seats are taken and given back, one thing at a time for each pool and booking. */
export function createSeatDesk({ call, changed }: Surroundings): SeatDesk {
  const busy: SeatDesk['busy'] = createStore<Busy>(() => ({ keys: [], progress: {} }))
  const underWay = new Map<string, Promise<unknown>>()

  function one<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const running = underWay.get(key) as Promise<Value> | undefined
    if (running) return running
    const keys = (): string[] => [...underWay.keys()]
    const started = work().finally(() => {
      underWay.delete(key)
      const { [key]: _, ...progress } = busy.getState().progress
      busy.setState({ keys: keys(), progress })
    })
    underWay.set(key, started)
    busy.setState({ keys: keys() })
    return started
  }

  return {
    busy,
    book: (poolId, evenIfClashes = false, attendeeIds, requestId) =>
      one(poolId, async (): Promise<Outcome<Booked>> => {
        const input = {
          poolId,
          ...(evenIfClashes && { evenIfClashes }),
          ...(attendeeIds && { attendeeIds }),
        }
        const onProgress = (how: Progress): void =>
          busy.setState(({ progress }) => ({ progress: { ...progress, [poolId]: how } }))
        const reply = await call('seats.book', input, {
          onProgress,
          ...(requestId !== undefined && { requestId }),
        })
        // A refusal says that what the screen showed is old; even a lost answer may be a booking.
        changed()
        return reply.ok ? { ok: true, value: reply.value } : { ok: false, failure: reply }
      }),
    cancel: (bookingId, attendeeIds, evenIfLate = false) =>
      one(bookingId, async (): Promise<Outcome<{ bookingId: string }>> => {
        const reply = await call('seats.cancel', {
          bookingId,
          ...(attendeeIds && { attendeeIds }),
          ...(evenIfLate && { evenIfLate }),
        })
        changed()
        if (reply.ok || reply.code === 'ALREADY_CANCELLED')
          return { ok: true, value: { bookingId } }
        return { ok: false, failure: reply }
      }),
  }
}
