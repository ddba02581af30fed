/** The tables that booking and giving back read and write, as far as they do; instants in milliseconds. */

export interface PoolRow {
  centreId: string
  poolId: string
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

  private versions = 0

  newVersion(): string {
    return `model ${(this.versions += 1)}`
  }

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

  /** The seat that somebody has in a pool. */
  seatIn(poolId: string, personId: string): SeatRow | undefined {
    return this.seatsOfPerson.get(personId)?.find((seat) => seat.poolId === poolId && seat.isBooked)
  }

  /** The persons whom a holder names so; null for somebody who is not in their family. */
  personNamed(holderId: string, attendeeId: string): MemberRow | null {
    return this.members.get(attendeeId)?.find((one) => one.holderId === holderId) ?? null
  }
}

export const nameOf = ({ personId, requestId }: { personId: string; requestId: string }) =>
  `${personId} ${requestId}`

function addTo<Row>(rows: Map<string, Row[]>, key: string, row: Row): void {
  const those = rows.get(key)
  if (those) those.push(row)
  else rows.set(key, [row])
}
