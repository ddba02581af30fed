import type { EntryState } from '../../../../src/domain/waitlist/entry-state'

/** The tables that booking, giving back and waiting read and write, as far as they do; instants in ms. */

/** What an activity limits (decision 26). */
export interface ActivityRow {
  activityId: string
  parallelGroup: string | null
  seatsPerTerm: number | null
  wholeTerm: boolean
}

export interface PoolRow {
  centreId: string
  poolId: string
  activity: ActivityRow
  title: string
  capacity: number
  taken: number
  opensAt: number
  closesAt: number
  cancelUntil: number
  startsAt: number
  /** Those that take place. */
  lessons: readonly { startsAt: number; endsAt: number }[]
  /** Of the transaction that last wrote it (`xmin`). */
  version: string
  waiting: number
  listTakesFrom: number | null
  lastTurn: number
  listOverAt: number | null
}

/** The list of a pool that nobody has waited for. */
export const NO_LIST = { waiting: 0, listTakesFrom: null, lastTurn: 0, listOverAt: null }

export interface EntryRow {
  entryId: string
  centreId: string
  poolId: string
  holderId: string
  state: EntryState
  seats: number
  turn: number
  joinedPosition: number
  passedOver: number
  saved: number
  savedUntil: number | null
  offered: boolean
  offerUntil: number | null
  bookingId: string | null
}

/** Whom an entry is for. */
export interface WaitingRow {
  entryId: string
  poolId: string
  personId: string
  place: number
  live: boolean
}

export interface OutcomeRow {
  centreId: string
  activityId: string
  poolId: string
  position: number
  waited: number
  offered: number
}

export interface BookingRow {
  bookingId: string
  centreId: string
  poolId: string
  holderId: string
  bookedBy: string | null
  isBooked: boolean
  seats: number
  checkInCode: string
}

export interface SeatRow {
  bookingId: string
  poolId: string
  personId: string
  holderId: string
  isBooked: boolean
}

export interface AnswerRow {
  centreId: string
  personId: string
  requestId: string
  operation: string
  inputHash: Buffer
  answer: unknown
}

export interface MemberRow {
  memberId: string
  holderId: string
  personId: string
  birthDate: string | null
}

/** What is committed. */
export class Tables {
  readonly pools = new Map<string, PoolRow>()
  /** How often each person's bookings have moved on. */
  readonly turns = new Map<string, number>()
  /** Persons by provider and subject. */
  readonly identities = new Map<string, string>()
  readonly members = new Map<string, MemberRow[]>()
  readonly bookings = new Map<string, BookingRow>()
  readonly codes = new Set<string>()
  readonly seatsOfBooking = new Map<string, SeatRow[]>()
  readonly seatsOfPerson = new Map<string, SeatRow[]>()
  readonly seatsOfPool = new Map<string, SeatRow[]>()
  /** By person and requestId; of several centres there may be several. */
  readonly answers = new Map<string, AnswerRow[]>()
  readonly entries = new Map<string, EntryRow>()
  readonly entriesOfPool = new Map<string, EntryRow[]>()
  readonly waitingOfEntry = new Map<string, WaitingRow[]>()
  readonly outcomes: OutcomeRow[] = []
  /** How many courses of a term the centre allows. */
  coursesPerTerm: number | null = null

  addPool(pool: PoolRow): void {
    this.pools.set(pool.poolId, pool)
  }

  addPerson(personId: string, identity?: string): void {
    this.turns.set(personId, 0)
    if (identity !== undefined) this.identities.set(identity, personId)
  }

  addMember(member: MemberRow): void {
    addTo(this.members, member.memberId, member)
  }

  addBooking(booking: BookingRow): void {
    this.bookings.set(booking.bookingId, booking)
    this.codes.add(`${booking.centreId} ${booking.checkInCode}`)
  }

  addSeat(seat: SeatRow): void {
    addTo(this.seatsOfBooking, seat.bookingId, seat)
    addTo(this.seatsOfPerson, seat.personId, seat)
    addTo(this.seatsOfPool, seat.poolId, seat)
  }

  addAnswer(row: AnswerRow): void {
    addTo(this.answers, nameOf(row), row)
  }

  addEntry(entry: EntryRow, people: readonly WaitingRow[]): void {
    this.entries.set(entry.entryId, entry)
    addTo(this.entriesOfPool, entry.poolId, entry)
    this.waitingOfEntry.set(entry.entryId, [...people])
  }

  /** The seat that somebody has in a pool. */
  seatIn(poolId: string, personId: string): SeatRow | undefined {
    return this.seatsOfPerson.get(personId)?.find((seat) => seat.poolId === poolId && seat.isBooked)
  }

  /** The place that somebody has on a pool's list while they wait or are offered seats. */
  placeOf(poolId: string, personId: string): WaitingRow | undefined {
    for (const { entryId } of this.entriesOfPool.get(poolId) ?? []) {
      const people = this.waitingOfEntry.get(entryId)!
      const one = people.find((waiting) => waiting.live && waiting.personId === personId)
      if (one) return one
    }
    return undefined
  }

  /** The persons whom a holder names so; null for somebody who is not in their family. */
  personNamed(holderId: string, attendeeId: string): MemberRow | null {
    return this.members.get(attendeeId)?.find((one) => one.holderId === holderId) ?? null
  }

  /** Whoever a holder means by a name, themselves among them. */
  whomOf(holderId: string, attendeeId: string): string | null {
    if (attendeeId === 'self') return holderId
    return this.personNamed(holderId, attendeeId)?.personId ?? null
  }
}

export const nameOf = ({ personId, requestId }: { personId: string; requestId: string }) =>
  `${personId} ${requestId}`

function addTo<Row>(rows: Map<string, Row[]>, key: string, row: Row): void {
  const those = rows.get(key)
  if (those) those.push(row)
  else rows.set(key, [row])
}
