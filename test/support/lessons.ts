import type { Output } from '@/contract'
import { type Store, openStore } from '../../src/cloud/store'
import { DAY, HOUR, MINUTE } from '../../src/domain/time/instant'
import { aPool, type PoolWish } from './builders/programme'
import type { DemoHost } from './demo-host'
import { tell } from './families'
import { ask } from './programme'
import { silentLog } from './silent-log'

const CENTRE = 'nongye'

/** A lesson of the test's own, with the pool that it is booked by. */
export interface ALesson {
  title: string
  poolId: string
  occurrenceId: string
}

export type ABooking = Output<'seats.mine'>['bookings'][number]

/** Lessons beside the sample of a demo host, at hours that a test can wait for. */
export class TestLessons {
  private constructor(
    private readonly host: DemoHost,
    readonly store: Store,
  ) {}

  /** Opens the database of a host beside it, as a second host does. */
  static async beside(host: DemoHost): Promise<TestLessons> {
    return new TestLessons(host, await openStore({ databaseUrl: host.databaseUrl, log: silentLog }))
  }

  end(): Promise<void> {
    return this.store.close()
  }

  /** A lesson that begins so many minutes from now, and can be booked until then. */
  async beginning(title: string, inMinutes: number, wish: PoolWish = {}): Promise<ALesson> {
    const startsAt = Math.floor(Date.now() / MINUTE) * MINUTE + inMinutes * MINUTE
    const poolId = await aPool(this.store, CENTRE, {
      capacity: 40,
      lessons: [{ startsAt, endsAt: startsAt + HOUR }],
      opensAt: startsAt - 3 * DAY,
      closesAt: startsAt + HOUR,
      cancelUntil: startsAt - 2 * HOUR,
      ...wish,
      activity: { title, category: 'night-school', place: '三楼音乐教室', ...wish.activity },
    })
    const { occurrence_id: occurrenceId } = await this.store.db
      .selectFrom('changlai.occurrence')
      .select('occurrence_id')
      .where('pool_id', '=', poolId)
      .executeTakeFirstOrThrow()
    return { title, poolId, occurrenceId }
  }

  /** Has a persona take a seat; gives their booking as their phone knows it. */
  async book(persona: string, { poolId }: ALesson, attendeeIds?: string[]): Promise<ABooking> {
    const { url } = this.host
    const input = { poolId, evenIfClashes: true, ...(attendeeIds && { attendeeIds }) }
    const { bookingId } = await tell<Output<'seats.book'>>(url, persona, 'seats.book', input)
    const { bookings } = await ask<Output<'seats.mine'>>(url, persona, 'seats.mine', {})
    return bookings.find((booking) => booking.bookingId === bookingId)!
  }

  /** Who is marked in a lesson, as staff see it. */
  async roster({ occurrenceId }: ALesson): Promise<Output<'attendance.roster'>['attendees']> {
    const { attendees } = await ask<Output<'attendance.roster'>>(
      ...([this.host.url, 'staff', 'attendance.roster', { occurrenceId }] as const),
    )
    return attendees
  }
}
