import type { Pool, PoolClient } from 'pg'
import type { Intent } from '@/cloud/handler'
import { instantText } from './instant-text'

/** Since when a person has a calendar address, as the wire has it; null for none. */
export async function calendarAddressOf(
  database: Pick<PoolClient, 'query'>,
  personId: string,
): Promise<string | null> {
  const { rows } = await database.query<{ since: string }>({
    name: 'calendar-address.of',
    text: OF,
    values: [personId],
  })
  return rows[0]?.since ?? null
}

/** Whether a person's address is the one with this hash. */
export async function isCalendarAddressOf(
  pool: Pool,
  personId: string,
  tokenHash: Buffer,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'calendar-address.is-of',
    text: 'select from changlai.calendar_address where person_id = $1 and token_hash = $2',
    values: [personId, tokenHash],
  })
  return rowCount === 1
}

/** Whose calendar a token's hash opens; null for nobody's. */
export async function personOfCalendarToken(pool: Pool, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'calendar-address.person',
    text: `
      select person_id as "personId" from changlai.calendar_address where token_hash = $1`,
    values: [tokenHash],
  })
  return rows[0]?.personId ?? null
}

/**
 * Gives a person an address in place of the last and writes the answer down with it, without what
 * opens it. Gives since when; null when the requestId has an answer already. Throws the unique
 * violation of answered_request_once when the same request was answered meanwhile.
 */
export async function makeCalendarAddress(
  pool: Pool,
  intent: Intent,
  tokenHash: Buffer,
  now: Date,
): Promise<{ since: string } | null> {
  const { personId, requestId, operation, inputHash, centreId } = intent
  const { rows } = await pool.query<{ value: { since: string } }>({
    name: 'calendar-address.make',
    text: MAKE,
    values: [personId, tokenHash, now, requestId, operation, inputHash, centreId],
  })
  return rows[0]?.value ?? null
}

/** Ends the address that a person made at an instant, as the wire has it; another one stays. */
export async function endCalendarAddress(
  client: PoolClient,
  personId: string,
  since: string,
): Promise<void> {
  await client.query({ name: 'calendar-address.end', text: END, values: [personId, since] })
}

const OF = `
select ${instantText('made_at')} as since from changlai.calendar_address where person_id = $1`

const MAKE = `
with made as (
  insert into changlai.calendar_address (person_id, token_hash, made_at)
  select $1, $2::bytea, $3::timestamptz
  where not exists (
    select from changlai.answered_request where person_id = $1 and request_id = $4)
  on conflict (person_id)
    do update set token_hash = excluded.token_hash, made_at = excluded.made_at
  returning ${instantText('made_at')} as since
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select $7, $1, $4, $5, $6::bytea,
    jsonb_build_object('ok', true, 'value', jsonb_build_object('since', since)), $3::timestamptz
  from made
  returning answer
)
select answer -> 'value' as value from recorded`

const END = `
delete from changlai.calendar_address
where person_id = $1 and ${instantText('made_at')} = $2`
