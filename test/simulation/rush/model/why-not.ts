import { dateOf } from '../../../../src/domain/time/date'
import { clashesOf } from './clashes'
import { limitsOf } from './limits'
import type { On } from './on'
import { type MemberRow, type PoolRow, nameOf } from './tables'
import type { Row, Work } from './transactions'

/** What stands in the way of wishes (`seats.why-not`). */
export function* whyNoSeats(on: On, values: unknown[]): Work {
  const rows = looked(on, values)
  yield 'a moment'
  return rows
}

function looked({ tables }: On, values: unknown[]): Row[] {
  const [, poolIds, holders, nows, requestIds, askers, ats, names, places] = values as [
    ...[string[], string[], string[], Date[], string[], string[], number[], string[], number[]],
  ]
  const asked = ats.map((at, index) => ({ at, name: names[index]!, place: places[index]! }))
  asked.sort((one, other) => one.at - other.at || one.place - other.place)
  return asked.flatMap(({ at, name }) => {
    const wish = at - 1
    const [holderId, asker, now] = [holders[wish]!, askers[wish]!, nows[wish]!.getTime()]
    if (!tables.turns.has(holderId)) return []
    const pool = tables.pools.get(poolIds[wish]!)
    const member: Pick<MemberRow, 'personId' | 'birthDate'> | null =
      name === 'self' ? { personId: holderId, birthDate: null } : tables.personNamed(holderId, name)
    const personId = member?.personId ?? ''
    const [clash] = pool && member ? clashesOf(tables, personId, pool, now) : []
    return [
      {
        at,
        answeredBefore: tables.answers.has(
          nameOf({ personId: asker, requestId: requestIds[wish]! }),
        ),
        ...{ homeCentreId: null, roles: [], ...ofPool(pool, now) },
        ...{ attendeeId: name, inFamily: member !== null, birthDate: member?.birthDate ?? null },
        ownBookingId: (pool && tables.seatIn(pool.poolId, personId)?.bookingId) ?? null,
        clashBookingId: clash?.seat.bookingId ?? null,
        clashTitle: clash?.seat.holderId === asker ? clash.pool.title : null,
        clashStartsAt: clash?.startsAt ?? null,
        clashEndsAt: clash?.endsAt ?? null,
        ...{
          limits: pool ? limitsOf(tables, personId, pool, asker, now) : [],
          strikes: 0,
        },
      },
    ]
  })
}

/** Pools of the model are open to everybody. */
function ofPool(pool: PoolRow | undefined, now: number): Row {
  const none = { intake: null, homeCentreUntil: null, onlyRole: null }
  const ages = { minAge: null, maxAge: null }
  if (!pool) {
    const unknown = { capacity: null, taken: null, mode: null, waiting: null, opensAt: null }
    // The lesser of an instant and nothing is the instant.
    const never = { closesAt: now, firstDay: null, listTakesFrom: null }
    return { ...none, ...ages, ...unknown, ...never, known: false }
  }
  const { capacity, taken, opensAt, lessons, startsAt, waiting, listTakesFrom } = pool
  const closesAt = lessons.length > 0 ? pool.closesAt : Math.min(pool.closesAt, now)
  const times = { capacity, taken, opensAt, closesAt, firstDay: dateOf(startsAt) }
  return { ...none, ...ages, ...times, known: true, mode: 'open', waiting, listTakesFrom }
}
