import type { PoolClient } from 'pg'
import type { WrongCodes } from '@/domain/family/spoken-code'

/**
 * Gives somebody a code in place of their last. Throws the unique violation of spoken_code_once when
 * another has it.
 */
export async function writeCode(
  client: PoolClient,
  code: { personId: string; code: string; expiresAt: Date },
): Promise<void> {
  await client.query({
    name: 'spoken-codes.write',
    text: WRITE,
    values: [code.personId, code.code, code.expiresAt],
  })
}

/** Whose code it is at `now`; held until the transaction ends, so that it is used once. */
export async function lockCode(
  client: PoolClient,
  code: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await client.query<{ personId: string }>({
    name: 'spoken-codes.lock',
    text: LOCK,
    values: [code, now],
  })
  return rows[0]?.personId ?? null
}

/** Takes a code out of use. */
export async function spendCode(client: PoolClient, personId: string): Promise<void> {
  await client.query({
    name: 'spoken-codes.use-up',
    text: 'delete from changlai.spoken_code where person_id = $1',
    values: [personId],
  })
}

/** The wrong codes that somebody has entered; held until the transaction ends. */
export async function lockTries(
  client: PoolClient,
  personId: string,
  now: Date,
): Promise<WrongCodes> {
  const { rows } = await client.query<WrongCodes>({
    name: 'spoken-codes.lock-tries',
    text: LOCK_TRIES,
    values: [personId, now],
  })
  return rows[0]!
}

export async function writeTries(
  client: PoolClient,
  personId: string,
  { wrong, since }: WrongCodes,
): Promise<void> {
  await client.query({
    name: 'spoken-codes.write-tries',
    text: 'update changlai.spoken_code_try set wrong = $2, since = $3 where person_id = $1',
    values: [personId, wrong, new Date(since)],
  })
}

/** Deletes codes that expired and tries that began before an instant; gives how many. */
export async function forgetCodesBefore(
  client: Pick<PoolClient, 'query'>,
  instant: Date,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(FORGET, [instant])
  return rows[0]!.count
}

const WRITE = `
insert into changlai.spoken_code (person_id, code, expires_at)
values ($1, $2, $3)
on conflict (person_id) do update set code = excluded.code, expires_at = excluded.expires_at`

const LOCK = `
select person_id as "personId" from changlai.spoken_code
where code = $1 and $2::timestamptz < expires_at
for update`

// The update changes nothing; it makes the statement wait for and give the row that is there.
const LOCK_TRIES = `
insert into changlai.spoken_code_try (person_id, wrong, since)
values ($1, 0, $2)
on conflict (person_id) do update set wrong = spoken_code_try.wrong
returning wrong, since`

const FORGET = `
with codes as (
  delete from changlai.spoken_code where expires_at < $1 returning 1
), tries as (
  delete from changlai.spoken_code_try where since < $1 returning 1
)
select (select count(*) from codes) + (select count(*) from tries) as count`
