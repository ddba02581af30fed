import type { Pool, PoolClient } from 'pg'
import type { Intent } from '@/cloud/intent'

/** What was answered under a requestId, and whether it was to this very request. */
export interface KeptAnswer {
  sameRequest: boolean
  answer: unknown
}

/** What is kept under the requestId of an intent; null when nothing is. */
export async function keptAnswer(pool: Pool, intent: Intent): Promise<KeptAnswer | null> {
  const { rows } = await pool.query<KeptAnswer>({
    name: 'answered-requests.kept',
    text: KEPT,
    values: [intent.personId, intent.requestId, intent.operation, intent.inputHash],
  })
  return rows[0] ?? null
}

/** An answer that is to be written down. */
export interface Settling {
  intent: Intent
  answer: object
  now: Date
}

/**
 * Writes answers down, each unless its requestId has one already; gives for each the one that stands.
 */
export async function settleAnswers(
  pool: Pool,
  answers: readonly Settling[],
): Promise<KeptAnswer[]> {
  const { rows } = await pool.query<KeptAnswer>({
    ...(answers.length === 1 ? { name: 'answered-requests.settle' } : {}),
    text: SETTLE,
    values: [
      answers.map(({ intent }) => intent.personId),
      answers.map(({ intent }) => intent.requestId),
      answers.map(({ intent }) => intent.operation),
      answers.map(({ intent }) => intent.inputHash),
      answers.map(({ intent }) => intent.centreId),
      answers.map(({ answer }) => JSON.stringify(answer)),
      answers.map(({ now }) => now),
    ],
  })
  return rows
}

/** Whether a requestId of the intent's person has an answer already. */
export async function isAnswered(client: PoolClient, intent: Intent): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'answered-requests.is-answered',
    text: IS_ANSWERED,
    values: [intent.personId, intent.requestId],
  })
  return (rowCount ?? 0) > 0
}

/**
 * Writes down the value of a command in the transaction of its effect. Throws the unique violation
 * of answered_request_once when another request has answered meanwhile.
 */
export function recordValue(
  client: PoolClient,
  intent: Intent,
  value: object,
  now: Date,
): Promise<void> {
  return recordValues(client, [{ intent, value, now }])
}

/** The same of several commands. */
export async function recordValues(
  client: PoolClient,
  answered: readonly { intent: Intent; value: object; now: Date }[],
): Promise<void> {
  await client.query({
    ...(answered.length === 1 ? { name: 'answered-requests.record' } : {}),
    text: RECORD,
    values: [
      answered.map(({ intent }) => intent.centreId),
      answered.map(({ intent }) => intent.personId),
      answered.map(({ intent }) => intent.requestId),
      answered.map(({ intent }) => intent.operation),
      answered.map(({ intent }) => intent.inputHash),
      answered.map(({ value }) => JSON.stringify({ ok: true, value })),
      answered.map(({ now }) => now),
    ],
  })
}

/** Deletes what was answered before an instant, at most 10,000 at once; gives how many. */
export async function forgetAnsweredBefore(pool: Pool, instant: Date): Promise<number> {
  const { rowCount } = await pool.query(FORGET, [instant])
  return rowCount ?? 0
}

const KEPT = `
select operation = $3 and input_hash = $4::bytea as "sameRequest", answer
from changlai.answered_request
where person_id = $1 and request_id = $2
order by 1 desc
limit 1`

const IS_ANSWERED = `
select from changlai.answered_request
where person_id = $1 and request_id = $2`

const RECORD = `
insert into changlai.answered_request
  (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::jsonb[],
  $7::timestamptz[])`

// The update changes nothing; it makes the statement give the answer that another request,
// under way at the same time, has written meanwhile. They are written in one order by everybody.
const SETTLE = `
with asked as materialized (
  select asked.*, asked.ordinal::integer as at
  from (
    select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::jsonb[],
      $7::timestamptz[])
    with ordinality limit cardinality($1::uuid[])
  ) as asked (person_id, request_id, operation, input_hash, centre_id, answer, now, ordinal)
), earlier as materialized (
  select kept.person_id, kept.request_id, kept.operation, kept.input_hash, kept.answer
  from asked
  cross join lateral (
    select * from changlai.answered_request as one
    where one.person_id = asked.person_id and one.request_id = asked.request_id
    offset 0
  ) as kept
), settled as (
  insert into changlai.answered_request
    (person_id, request_id, operation, input_hash, centre_id, answer, answered_at)
  select distinct on (person_id, request_id)
    person_id, request_id, operation, input_hash, centre_id, answer, now
  from asked
  where (person_id, request_id) not in (select person_id, request_id from earlier)
  order by person_id, request_id, at
  on conflict on constraint answered_request_once
    do update set answered_at = answered_request.answered_at
  returning person_id, request_id, operation, input_hash, answer
), standing as (
  select distinct on (asked.at) asked.at, standing.answer,
    standing.operation = asked.operation and standing.input_hash = asked.input_hash as same
  from asked
  join (select * from earlier union all select * from settled) as standing
    on standing.person_id = asked.person_id and standing.request_id = asked.request_id
  order by asked.at, same desc
)
select same as "sameRequest", answer from standing order by at`

const FORGET = `
delete from changlai.answered_request
where ctid = any (array(
  select ctid from changlai.answered_request
  where answered_at < $1
  order by answered_at
  limit 10000
  for update skip locked
))`
