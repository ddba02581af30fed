import type { Pool, PoolClient } from 'pg'
import type { Browser } from '@/domain/devices/browser'
import { IDLE_MS, LONGEST_MS, MOST_SESSIONS, SEEN_EVERY_MS } from '@/domain/devices/desk-session'
import type { Claim } from './sign-ins'

/** Makes what was approved into a session, once, whoever asks at the same time; gives whether it did. */
export async function claimSession(
  pool: Pool,
  claim: Claim,
  { sessionId, tokenHash }: { sessionId: string; tokenHash: Buffer },
  now: Date,
): Promise<boolean> {
  const { requestKey, secretHash, browser, system } = claim
  const { rowCount } = await pool.query({
    name: 'desk-sessions.claim',
    text: CLAIM,
    values: [requestKey, secretHash, browser, system, now, sessionId, tokenHash],
  })
  return rowCount === 1
}

/**
 * Whose session a token's hash opens at `now` in the browser that it was made in, which keeps it
 * going; null for nobody's, and for one that has ended. Asked anew by each call, so that a session
 * that was ended anywhere is over everywhere.
 */
export async function personAtDesk(
  pool: Pool,
  { tokenHash, browser, system }: Browser & { tokenHash: Buffer },
  now: Date,
): Promise<{ personId: string; sessionId: string } | null> {
  const { rows } = await pool.query<{ personId: string; sessionId: string }>({
    name: 'desk-sessions.person',
    text: PERSON,
    values: [tokenHash, browser, system, now],
  })
  return rows[0] ?? null
}

export interface OpenSession extends Browser {
  sessionId: string
  /** In milliseconds. */
  beganAt: number
  seenAt: number
}

/** The sessions of a person that are open, the latest first. */
export async function openSessionsOf(
  pool: Pool,
  personId: string,
  now: Date,
): Promise<OpenSession[]> {
  const { rows } = await pool.query<OpenSession>({
    name: 'desk-sessions.open',
    text: OPEN,
    values: [personId, now],
  })
  return rows
}

/** Ends a person's open session, or all of them where none is named; gives how many. */
export async function endSessions(
  client: PoolClient,
  personId: string,
  sessionId: string | null,
  now: Date,
): Promise<number> {
  const { rowCount } = await client.query({
    name: 'desk-sessions.end',
    text: END,
    values: [personId, now, sessionId],
  })
  return rowCount ?? 0
}

/** Deletes sessions and sign-ins that were over before an instant; gives how many. */
export async function forgetDesksBefore(pool: Pool, instant: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(FORGET, [instant])
  return rows[0]!.count
}

const OF_TIME = `
  ended_at is null
  and seen_at > $TIME::timestamptz - ${IDLE_MS} * interval '1 millisecond'
  and began_at > $TIME::timestamptz - ${LONGEST_MS} * interval '1 millisecond'`
const isOpenAt = (parameter: string): string => OF_TIME.replaceAll('$TIME', parameter)

// Of two claims at once the second waits for the row and finds it claimed.
const CLAIM = `
with claimed as (
  update changlai.desk_sign_in set state = 'claimed'
  where request_key = $1 and secret_hash = $2 and browser = $3 and system = $4
    and expires_at > $5::timestamptz and state = 'approved'
  returning person_id
), too_many as (
  update changlai.desk_session set ended_at = $5::timestamptz
  where session_id in (
    select session_id from changlai.desk_session
    where person_id = (select person_id from claimed) and ended_at is null
    order by began_at desc offset ${MOST_SESSIONS - 1})
)
insert into changlai.desk_session
  (session_id, person_id, token_hash, browser, system, began_at, seen_at)
select $6, person_id, $7::bytea, $3, $4, $5::timestamptz, $5::timestamptz from claimed`

const PERSON = `
with session as (
  select session_id, person_id, seen_at from changlai.desk_session
  where token_hash = $1 and browser = $2 and system = $3 and ${isOpenAt('$4')}
), seen as (
  update changlai.desk_session set seen_at = $4::timestamptz
  from session
  where desk_session.session_id = session.session_id and desk_session.ended_at is null
    and session.seen_at < $4::timestamptz - ${SEEN_EVERY_MS} * interval '1 millisecond'
)
select session_id as "sessionId", person_id as "personId" from session`

const OPEN = `
select session_id as "sessionId", browser, system, began_at as "beganAt", seen_at as "seenAt"
from changlai.desk_session
where person_id = $1 and ${isOpenAt('$2')}
order by began_at desc, session_id
limit ${MOST_SESSIONS}`

const END = `
update changlai.desk_session set ended_at = $2::timestamptz
where person_id = $1 and ${isOpenAt('$2')} and ($3::text is null or session_id = $3::text)`

const FORGET = `
with sign_ins as (
  delete from changlai.desk_sign_in where expires_at < $1 returning 1
), sessions as (
  delete from changlai.desk_session
  where began_at < $1 and (ended_at < $1
    or seen_at < $1::timestamptz - ${IDLE_MS} * interval '1 millisecond'
    or began_at < $1::timestamptz - ${LONGEST_MS} * interval '1 millisecond')
  returning 1
)
select (select count(*) from sign_ins) + (select count(*) from sessions) as count`
