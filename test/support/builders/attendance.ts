import type { Store } from '../../../src/cloud/store'
import { oneTimeCode, secretText } from '../../../src/domain/attendance/one-time-code'
import type { StrikeState } from '../../../src/domain/attendance/strike'
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/instant'
import { NOW, aPool, type PoolWish } from './programme'

/** When the lesson of `aLesson` begins: in half an hour, so that it can be checked in to. */
export const BEGINS = NOW + 30 * MINUTE
export const ENDS = BEGINS + 2 * HOUR

/** A pool of a lesson that begins soon; gives its key and the lesson's. */
export async function aLesson(
  store: Store,
  centreId: string,
  wish: PoolWish = {},
): Promise<{ poolId: string; occurrenceId: string }> {
  const poolId = await aPool(store, centreId, {
    lessons: [{ startsAt: BEGINS, endsAt: ENDS }],
    cancelUntil: NOW - HOUR,
    ...wish,
  })
  const [occurrenceId] = await lessonsOf(store, poolId)
  return { poolId, occurrenceId: occurrenceId! }
}

/** The lessons of a pool, in order. */
export async function lessonsOf(store: Store, poolId: string): Promise<string[]> {
  const { rows } = await store.pool.query<{ occurrence_id: string }>(
    'select occurrence_id from changlai.occurrence where pool_id = $1 order by starts_at',
    [poolId],
  )
  return rows.map(({ occurrence_id }) => occurrence_id)
}

/** The code that the phone with a booking shows at an instant. */
export async function codeOf(
  store: Pick<Store, 'pool'>,
  bookingId: string,
  at: number,
): Promise<string> {
  const { rows } = await store.pool.query<{ check_in_secret: Buffer }>(
    'select check_in_secret from changlai.booking where booking_id = $1',
    [bookingId],
  )
  return oneTimeCode(secretText(rows[0]!.check_in_secret), at)
}

/** A strike as the tables have it. */
export interface StrikeOfBooking {
  strikeId: string
  kind: string
  weight: number
  state: StrikeState
  expiresAt: number
}

/** The strikes of a booking. */
export async function strikesOfBooking(
  store: Store,
  bookingId: string,
): Promise<StrikeOfBooking[]> {
  const { rows } = await store.pool.query<StrikeOfBooking>(
    `select strike_id as "strikeId", kind, weight, state, expires_at as "expiresAt"
     from changlai.strike where booking_id = $1 order by struck_at`,
    [bookingId],
  )
  return rows
}

/** Strikes somebody for so many past bookings of a centre, by writing them down. */
export async function someStrikes(
  store: Store,
  { centreId, subject, count }: { centreId: string; subject: string; count: number },
): Promise<string[]> {
  const strikeIds: string[] = []
  for (let made = 0; made < count; made += 1) {
    const past = { startsAt: NOW - (made + 5) * DAY, endsAt: NOW - (made + 5) * DAY + HOUR }
    const { poolId, occurrenceId } = await aLesson(store, centreId, {
      lessons: [past],
      opensAt: past.startsAt - DAY,
    })
    const local = poolId.slice(poolId.indexOf('.') + 1)
    const strikeId = `${centreId}.strike-${local}`
    await store.pool.query(
      `with person as (
         select person_id from changlai.person_identity where subject = $1
       ), booked as (
         insert into changlai.booking
           (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
         select $2, $3 || 'b', $3, person_id, 'booked',
           upper(translate(substr(md5($3), 1, 8), '01', '23')), $4, 1
         from person returning centre_id, booking_id, person_id
       )
       insert into changlai.strike (centre_id, strike_id, person_id, booking_id, occurrence_id, kind,
         weight, state, struck_at, expires_at)
       select centre_id, $5, person_id, booking_id, $6, 'absent', 2, 'standing', $7, $8 from booked`,
      [
        ...[subject, centreId, poolId, new Date(past.startsAt - DAY), strikeId, occurrenceId],
        ...[new Date(NOW - (made + 1) * HOUR), new Date('2027-02-01T00:00:00+08:00')],
      ],
    )
    strikeIds.push(strikeId)
  }
  return strikeIds
}
