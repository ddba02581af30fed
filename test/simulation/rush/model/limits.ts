import { ANOTHERS_BOOKING } from '../../../../src/domain/seats/clash'
import type { Limited, LimitStanding } from '../../../../src/domain/seats/limits'
import { termOf } from '../../../../src/domain/time/term'
import type { On } from './on'
import type { ActivityRow, PoolRow, SeatRow, Tables } from './tables'

/** Which seats of another activity or of the same one a limit counts. */
const COUNTS: Readonly<Record<Limited, (its: ActivityRow, wished: ActivityRow) => boolean>> = {
  group: (its, wished) =>
    its.parallelGroup === wished.parallelGroup && its.activityId !== wished.activityId,
  activity: (its, wished) => its.activityId === wished.activityId,
  centre: (its) => its.wholeTerm,
}

/** Whether no limit that holds for a pool is reached by somebody (`withinLimits`). */
export function isWithinLimits({ tables, bent }: On, personId: string, pool: PoolRow): boolean {
  if (bent.has('limits')) return true
  return rulesOf(tables, pool).every(
    ({ of, most }) => heldUnder(tables, personId, pool, of).length < most,
  )
}

/** The limits that hold for a pool as they stand with somebody (`limitsOf`). */
export function limitsOf(
  tables: Tables,
  personId: string,
  pool: PoolRow,
  asker: string,
  now: number,
): LimitStanding[] {
  return rulesOf(tables, pool).map(({ of, most }) => {
    const held = heldUnder(tables, personId, pool, of)
    const [first] = held.sort((one, other) => inOrder(one, other, now))
    if (!first) return { of, most, held: 0, inTheWay: null }
    const isToBeTold = asker === first.seat.holderId || asker === first.seat.personId
    const inTheWay = isToBeTold
      ? { bookingId: first.seat.bookingId, title: first.theirs.title }
      : { bookingId: null, title: ANOTHERS_BOOKING }
    return { of, most, held: held.length, inTheWay }
  })
}

function rulesOf(tables: Tables, { activity }: PoolRow): { of: Limited; most: number }[] {
  const { parallelGroup, seatsPerTerm, wholeTerm } = activity
  const most = {
    group: parallelGroup === null ? null : 1,
    activity: seatsPerTerm,
    centre: wholeTerm ? tables.coursesPerTerm : null,
  }
  const all = Object.keys(most) as Limited[]
  return all.flatMap((of) => (most[of] === null ? [] : [{ of, most: most[of] }]))
}

interface Held {
  seat: SeatRow
  theirs: PoolRow
}

function heldUnder(tables: Tables, personId: string, pool: PoolRow, of: Limited): Held[] {
  const seats = tables.seatsOfPerson.get(personId) ?? []
  return seats.flatMap((seat) => {
    const theirs = tables.pools.get(seat.poolId)!
    const counts =
      seat.isBooked &&
      seat.poolId !== pool.poolId &&
      termOf(theirs.startsAt) === termOf(pool.startsAt) &&
      COUNTS[of](theirs.activity, pool.activity)
    return counts ? [{ seat, theirs }] : []
  })
}

/** What can still be given back first, then what begins first. */
function inOrder(one: Held, other: Held, now: number): number {
  const canBeGivenBack = ({ theirs }: Held) => (theirs.cancelUntil > now ? 0 : 1)
  return (
    canBeGivenBack(one) - canBeGivenBack(other) ||
    one.theirs.startsAt - other.theirs.startsAt ||
    (one.seat.bookingId < other.seat.bookingId ? -1 : 1)
  )
}
