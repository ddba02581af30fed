import type { Pool } from 'pg'
import type { Browser } from '@/domain/devices/browser'
import {
  POLL_AFTER_MS,
  POLL_AT_MOST_AFTER_MS,
  SLOWER_BY_MS,
  type SignInStanding,
} from '@/domain/devices/sign-in'

/** How many sign-ins may wait for a phone in one deployment, and of one family of browsers. */
const MOST_WAITING = 500
const MOST_WAITING_ALIKE = 100

export interface NewSignIn extends Browser {
  requestKey: string
  secretHash: Buffer
  code: string
  check: string
  choices: readonly string[]
  beganAt: Date
  expiresAt: Date
}

/**
 * Writes a sign-in down. What is over and no phone looked at goes with the same statement, and so do
 * the oldest that wait where too many do; whom a phone has looked at stays. Throws the unique violation
 * of desk_sign_in_code_once when another has the code.
 */
export async function beginSignIn(pool: Pool, one: NewSignIn): Promise<void> {
  await pool.query({
    name: 'desk-sign-ins.begin',
    text: BEGIN,
    values: [
      ...[one.requestKey, one.secretHash, one.code, one.check, JSON.stringify(one.choices)],
      ...[one.browser, one.system, one.beganAt, one.expiresAt],
    ],
  })
}

/** What proves that a desk is the one that began a sign-in: its secret's hash and its browser. */
export interface Claim extends Browser {
  requestKey: string
  secretHash: Buffer
}

export interface Standing {
  state: SignInStanding
  pollAfterMs: number
}

/** How it stands with a sign-in, and when its desk may ask again; null for one that is not there. */
export async function pollSignIn(pool: Pool, claim: Claim, now: Date): Promise<Standing | null> {
  const { requestKey, secretHash, browser, system } = claim
  const { rows } = await pool.query<Standing>({
    name: 'desk-sign-ins.poll',
    text: POLL,
    values: [requestKey, secretHash, browser, system, now],
  })
  return rows[0] ?? null
}

const BEGIN = `
with crowd as (
  select request_key, expires_at,
    row_number() over (order by began_at desc) as among_all,
    row_number() over (partition by browser, system order by began_at desc) as among_alike
  from changlai.desk_sign_in
  where state = 'waiting'
), gone as (
  delete from changlai.desk_sign_in
  where state = 'waiting' and request_key in (
    select request_key from crowd
    where expires_at <= $8::timestamptz
      or among_all >= ${MOST_WAITING} or among_alike >= ${MOST_WAITING_ALIKE})
)
insert into changlai.desk_sign_in
  (request_key, secret_hash, code, check_number, choices, browser, system, began_at, expires_at,
   poll_after_ms)
values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, ${POLL_AFTER_MS})`

// Half the interval is let pass: a call that was lost on the way is sent again at once.
const POLL = `
update changlai.desk_sign_in
set polled_at = $5::timestamptz,
  poll_after_ms = case
    when $5::timestamptz < polled_at + poll_after_ms / 2 * interval '1 millisecond'
      then least(poll_after_ms + ${SLOWER_BY_MS}, ${POLL_AT_MOST_AFTER_MS})
    else poll_after_ms end
where request_key = $1 and secret_hash = $2 and browser = $3 and system = $4
returning poll_after_ms as "pollAfterMs",
  case when state in ('waiting', 'seen', 'approved') and expires_at <= $5::timestamptz
    then 'expired' else state end as state`
