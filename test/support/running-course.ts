import { randomUUID } from 'node:crypto'
import type { Output } from '@/contract'
import { fixedClock } from '@/cloud/clock'
import { passSeatsOn } from '@/cloud/jobs/pass-seats-on'
import { openStore } from '@/cloud/store'
import { addDays, dateOf } from '@/domain/time/date'
import { DAY, MINUTE, instantAt } from '@/domain/time/instant'
import { aPool } from './builders/programme'
import { addChild, tell } from './families'
import { silentLog } from './silent-log'

const CENTRE = 'nongye'
const BORN = '2018-05-01'
/** So many days before its first lesson the course is booked; then time is set forward. */
const SET_FORWARD = 5

/** A child in a class, and who booked for it. */
export interface Enrolled {
  persona: string
  child: string
  bookingId: string
}

/** A course that began the day before yesterday, full, with families who waited until its list ended. */
export interface RunningCourse {
  title: string
  activityId: string
  poolId: string
  lessons: Output<'activities.get'>['pools'][number]['occurrences']
  holders: Enrolled[]
  /** The days of today and after, `YYYY-MM-DD`. */
  day: (after: number) => string
}

/**
 * Makes such a course on a demo host: weekly at 15:00, six lessons, the holders' children in all its
 * seats and the children of `waiting` on its list, in this order. Beside it a single lesson at 10:00 on
 * each of `clashOn`, in which the first holder's child has a seat.
 */
export async function aRunningCourse(
  host: { url: string; databaseUrl: string },
  { holding, waiting, clashOn }: { holding: string[]; waiting: string[]; clashOn: number[] },
): Promise<RunningCourse> {
  const { url, databaseUrl } = host
  const now = Date.now()
  const today = dateOf(now)
  const day = (after: number) => addDays(today, after)
  const title = '少儿国画'
  const store = await openStore({ databaseUrl, log: silentLog, poolSize: 2 })
  try {
    const first = instantAt(day(SET_FORWARD - 2), '15:00')
    const lessons = [0, 1, 2, 3, 4, 5].map((week) => {
      const startsAt = first + 7 * week * DAY
      return { startsAt, endsAt: startsAt + 90 * MINUTE }
    })
    const activity = { title, category: 'children' as const, audience: 'children' as const }
    const activityId = `${CENTRE}.guohua-${randomUUID().slice(0, 8)}`
    const poolId = await aPool(store, CENTRE, {
      ...{ capacity: holding.length, lessons, opensAt: now - DAY },
      activity: { ...activity, activity_id: activityId, guests_from_list: true },
    })
    const holders: Enrolled[] = []
    for (const persona of holding) {
      const child = await addChild(url, persona, '小满', BORN)
      const { bookingId } = await tell<{ bookingId: string }>(url, persona, 'seats.book', {
        ...{ poolId, attendeeIds: [child] },
      })
      holders.push({ persona, child, bookingId })
    }
    for (const persona of waiting) {
      const child = await addChild(url, persona, '小雨', BORN)
      await tell(url, persona, 'waitlist.join', { poolId, attendeeIds: [child] })
    }
    for (const after of clashOn) {
      const startsAt = instantAt(day(after), '10:00')
      const clashing = await aPool(store, CENTRE, {
        lessons: [{ startsAt, endsAt: startsAt + 90 * MINUTE }],
        opensAt: now - DAY,
        activity: { title: '少儿篮球', category: 'children', audience: 'children' },
      })
      const { persona, child } = holders[0]!
      await tell(url, persona, 'seats.book', { poolId: clashing, attendeeIds: [child] })
    }
    // Days go by, as far as the tables know.
    const by = `interval '${SET_FORWARD} days'`
    await store.pool.query(
      `update changlai.occurrence set starts_at = starts_at - ${by}, ends_at = ends_at - ${by},
         day = day - ${SET_FORWARD}, original_starts_at = original_starts_at - ${by}
       where pool_id = $1`,
      [poolId],
    )
    await store.pool.query(
      `update changlai.pool set starts_at = starts_at - ${by}, ends_at = ends_at - ${by},
         opens_at = opens_at - ${by}, closes_at = closes_at - ${by},
         cancel_until = cancel_until - ${by}
       where pool_id = $1`,
      [poolId],
    )
    await passSeatsOn({ store, clock: fixedClock(now), log: silentLog })
    const [pool] = (
      await tell<Output<'activities.get'>>(url, holding[0]!, 'activities.get', { activityId })
    ).pools
    return { title, activityId, poolId, lessons: pool!.occurrences, holders, day }
  } finally {
    await store.close()
  }
}
