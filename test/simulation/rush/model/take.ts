import { toInstantText } from '../../../../src/domain/time/instant'
import { isOpen, saidOfFull } from './full'
import { type On, insertKey, lockAnswer, writeAnswer } from './on'
import { type PoolRow, nameOf } from './tables'
import { Refused, type Row, type Work } from './transactions'
import { clashesOf } from './clashes'
import { isWithinLimits } from './limits'

interface Wish {
  at: number
  centreId: string
  poolId: string
  holderId: string
  now: number
  evenIfClashes: boolean
  bookingId: string
  checkInCode: string
  requestId: string
  operation: string
  inputHash: Buffer
  askerId: string
  answersItself: boolean
  toldUnwritten: boolean
  seats: number
  party: { attendeeId: string; personId: string | null; mark: number }[]
}

interface Judged {
  fits: boolean
  /** An earlier wish is for one of them. */
  later: boolean
  /** That there is no seat, where that is all there is to say. */
  soldOut: Row | null
  /** How many were free then. */
  seenFree: number
}

/** The seats of many wishes (TAKE_SEATS), with the parameters that it is sent with. */
export function* takeSeats(on: On, values: unknown[]): Work {
  const { tables, transaction, bent } = on
  // The snapshot.
  const wishes = wishesIn(on, values)
  const judged = judge(on, wishes)
  yield 'a moment'

  // locked, turn: persons in their order, and the mark as it stands now.
  const fitting = wishes.filter((_, index) => judged[index]!.fits)
  const seenFree = new Map(wishes.map((wish, index) => [wish, judged[index]!.seenFree]))
  const persons = new Set(fitting.flatMap(({ party }) => party.map(({ personId }) => personId!)))
  for (const personId of [...persons].sort()) yield { lock: `person ${personId}` }
  const ready = fitting.filter(({ party }) => {
    const had = party.filter(
      ({ personId, mark }) => bent.has('turns') || tables.turns.get(personId!) === mark,
    )
    for (const { personId } of had) {
      transaction.writes.push(() => tables.turns.set(personId!, tables.turns.get(personId!)! + 1))
    }
    return had.length === party.length
  })
  yield 'a moment'

  // counted, queue: pools in their order, as they stand now; each wish with those before it.
  const pools = new Set(ready.map(({ poolId }) => poolId))
  if (!bent.has('lock')) for (const id of [...pools].sort()) yield { lock: `pool ${id}` }
  const upto = new Map<string, number>()
  const free = new Map([...pools].map((id) => [id, freeIn(tables.pools.get(id)!)]))
  yield 'a moment'
  const listed = new Set([...pools].filter((id) => isTheLists(on, tables.pools.get(id)!)))
  const booked = ready.filter((wish) => {
    const { poolId } = wish
    if (!isOpen(tables.pools.get(poolId)!, wish.now) || listed.has(poolId)) return false
    const seats = (upto.get(poolId) ?? 0) + wish.seats
    upto.set(poolId, seats)
    const fits = seats <= Math.min(seenFree.get(wish)!, free.get(poolId)!)
    return bent.has('guard') || fits
  })
  yield* write(on, booked)
  return rowsOf(on, wishes, judged, booked)
}

function wishesIn({ tables }: On, values: unknown[]): Wish[] {
  const column = values as [
    ...[string[], string[], string[], Date[], boolean[], string[], string[], string[], string[]],
    ...[Buffer[], string[], boolean[], boolean[], boolean[], number[], number[], string[]],
  ]
  const wishes = column[0].map((centreId, index): Wish => ({
    ...{ at: index + 1, centreId, poolId: column[1][index]!, holderId: column[2][index]! },
    ...{ now: column[3][index]!.getTime(), evenIfClashes: column[4][index]! },
    ...{ bookingId: column[5][index]!, checkInCode: column[6][index]! },
    ...{ requestId: column[7][index]!, operation: column[8][index]! },
    ...{ inputHash: column[9][index]!, askerId: column[10][index]! },
    ...{ answersItself: column[12][index]!, toldUnwritten: column[13][index]! },
    ...{ seats: column[14][index]!, party: [] },
  }))
  for (const [index, at] of column[15].entries()) {
    const wish = wishes[at - 1]!
    const attendeeId = column[16][index]!
    const personId = tables.whomOf(wish.holderId, attendeeId)
    wish.party.push({ attendeeId, personId, mark: tables.turns.get(personId ?? '') ?? -1 })
  }
  return wishes
}

/** What the snapshot allows; of several wishes for one person the first alone. */
function judge(on: On, wishes: readonly Wish[]): Judged[] {
  const { tables } = on
  const seen = new Set<string | null>()
  return wishes.map((wish) => {
    const pool = tables.pools.get(wish.poolId)
    let later = false
    for (const { personId } of wish.party) {
      later ||= seen.has(personId)
      seen.add(personId)
    }
    const may = wish.party.every(
      ({ personId }) =>
        pool !== undefined &&
        personId !== null &&
        (on.bent.has('guard') || wish.seats <= freeIn(pool)) &&
        tables.seatIn(pool.poolId, personId) === undefined &&
        isWithinLimits(on, personId, pool) &&
        (wish.evenIfClashes || clashesOf(tables, personId, pool, wish.now).length === 0),
    )
    const mayBeAsked =
      pool !== undefined &&
      isOpen(pool, wish.now) &&
      pool.lessons.length > 0 &&
      !tables.answers.has(nameOf({ personId: wish.askerId, requestId: wish.requestId }))
    const isSoldOut =
      mayBeAsked &&
      wish.toldUnwritten &&
      pool.taken >= pool.capacity &&
      tables.seatIn(pool.poolId, wish.holderId) === undefined
    const soldOut = isSoldOut ? saidOfFull(pool) : null
    const fits = may && !later && mayBeAsked && !isTheLists(on, pool)
    return { fits, later, soldOut, seenFree: pool ? freeIn(pool) : 0 }
  })
}

function* write(on: On, booked: readonly Wish[]): Generator<{ lock: string }, void, void> {
  const { tables, transaction, bent } = on
  const asked = new Map<string, number>()
  for (const { poolId, seats } of booked) asked.set(poolId, (asked.get(poolId) ?? 0) + seats)
  for (const [poolId, seats] of asked) {
    yield { lock: `pool ${poolId}` }
    const pool = tables.pools.get(poolId)!
    if (pool.taken + seats > pool.capacity && !bent.has('wall')) {
      throw new Refused('23514', 'pool_taken_within_capacity')
    }
    transaction.writes.push(() => {
      pool.taken += seats
      pool.version = transaction.version
    })
  }
  for (const { bookingId, centreId, poolId, holderId, askerId, seats, checkInCode } of booked) {
    yield* insertKey(on, `booking ${bookingId}`, tables.bookings.has(bookingId), 'booking_pkey')
    const code = `${centreId} ${checkInCode}`
    yield* insertKey(on, `code ${code}`, tables.codes.has(code), 'booking_check_in_code_once')
    const bookedBy = askerId === holderId ? null : askerId
    const row = { bookingId, centreId, poolId, holderId, bookedBy, seats, checkInCode }
    transaction.writes.push(() => tables.addBooking({ ...row, isBooked: true }))
  }
  for (const { bookingId, poolId, holderId, party } of booked) {
    for (const { personId } of party) {
      if (!bent.has('seat once')) {
        const has = () => tables.seatIn(poolId, personId!) !== undefined
        yield* insertKey(on, `seat ${poolId} ${personId}`, has, 'booking_attendee_once')
      }
      const row = { bookingId, poolId, personId: personId!, holderId, isBooked: true }
      transaction.seated.add(personId!)
      transaction.writes.push(() => tables.addSeat(row))
    }
  }
  for (const wish of booked) {
    if (wish.answersItself) continue
    const { centreId, askerId: personId, requestId, operation, inputHash } = wish
    const answer = { ok: true, value: valueOf(wish, tables.pools.get(wish.poolId)!) }
    const row = { centreId, personId, requestId, operation, inputHash, answer }
    yield* lockAnswer(on, row, 'throws')
    writeAnswer(on, row)
  }
}

function valueOf({ bookingId, checkInCode, party }: Wish, { cancelUntil }: PoolRow) {
  return {
    ...{ bookingId, status: 'booked', checkInCode, cancelUntil: toInstantText(cancelUntil) },
    attendees: party.map(({ attendeeId }) => ({ attendeeId, number: null })),
  }
}

function rowsOf(
  { tables }: On,
  wishes: readonly Wish[],
  judged: readonly Judged[],
  booked: readonly Wish[],
): Row[] {
  const taken = new Set(booked)
  const soldOut = new Map<string, { at: number[] }>()
  const rows = wishes.flatMap((wish, index): Row[] => {
    const { fits, later, soldOut: found } = judged[index]!
    const { at, poolId } = wish
    const same = soldOut.get(poolId)
    if (found && same) same.at.push(at)
    else if (found) soldOut.set(poolId, { at: [at], ...found })
    if (!fits && (!later || found)) return []
    const value = taken.has(wish) ? valueOf(wish, tables.pools.get(poolId)!) : null
    return [{ at, value, soldOut: null }]
  })
  return [...rows, ...[...soldOut.values()].map((one) => ({ at: null, value: null, soldOut: one }))]
}

/** Whether somebody on the list could be given what is free. */
const isTheLists = ({ bent }: On, { capacity, taken, listTakesFrom }: PoolRow) =>
  !bent.has('list') && listTakesFrom !== null && capacity - taken >= listTakesFrom

const freeIn = ({ capacity, taken }: PoolRow) => capacity - taken
