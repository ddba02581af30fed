import type { Pool, PoolClient } from 'pg'

/** What the clock writes down of an account that it looked at. */
export interface Look {
  personId: string
  /** The month that was looked at, and the one that is known now, each by its first day. */
  before: string
  hereIn: string
  /** When to look again; null for whoever was here. */
  lookOn: string | null
  leaving: boolean
}

/** Accounts of which nothing was seen since a month, or that are to be looked at again, some of them. */
export async function accountsToLookAt(
  pool: Pool,
  { since, today, limit }: { since: string; today: string; limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'away.to-look-at',
    text: TO_LOOK_AT,
    values: [since, today, limit],
  })
  return rows.map(({ personId }) => personId)
}

/** Writes looks down, but for whoever was here meanwhile; gives how many are leaving from now on. */
export async function writeLooks(
  client: Pool | PoolClient,
  looks: readonly Look[],
): Promise<number> {
  const { rows } = await client.query<{ leaving: number }>({
    name: 'away.write-looks',
    text: WRITE_LOOKS,
    values: [
      looks.map(({ personId }) => personId),
      looks.map(({ before }) => before),
      looks.map(({ hereIn }) => hereIn),
      looks.map(({ lookOn }) => lookOn),
      looks.map(({ leaving }) => leaving),
    ],
  })
  return rows[0]!.leaving
}

/** Those whose day to be erased has come, some of them, the longest first. */
export async function accountsToErase(pool: Pool, today: string, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'away.to-erase',
    text: TO_ERASE,
    values: [today, limit],
  })
  return rows.map(({ personId }) => personId)
}

/**
 * Holds an account whose day to be erased has come until the transaction ends, so that whoever comes now
 * waits for what becomes of it; false where they came before, or it is somebody's no more.
 */
export async function holdLeavingAccount(
  client: PoolClient,
  personId: string,
  today: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'away.hold',
    text: HOLD,
    values: [personId, today],
  })
  return rowCount === 1
}

/** Has an account that could not be erased wait for another day, behind the others. */
export async function tryAnotherDay(pool: Pool, personId: string, day: string): Promise<void> {
  await pool.query({
    name: 'away.another-day',
    text: `
      update changlai.person_identity set look_on = $2::date where person_id = $1 and leaving`,
    values: [personId, day],
  })
}

/** How many are erased within a month unless they come. */
export async function accountsLeaving(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'away.leaving',
    text: `
      select count(*) as count from changlai.person_identity
      where leaving and look_on is not null`,
  })
  return rows[0]!.count
}

const TO_LOOK_AT = `
select person_id as "personId" from (
  (
    select person_id from changlai.person_identity
    where look_on is null and here_in <= $1::date
    order by here_in
    limit $3
  ) union all (
    select person_id from changlai.person_identity
    where not leaving and look_on is not null and look_on <= $2::date
    order by look_on
    limit $3
  )
) as account
limit $3`

// In one order, and without those who are here in this moment.
const WRITE_LOOKS = `
with look as materialized (
  select * from unnest($1::uuid[], $2::date[], $3::date[], $4::date[], $5::boolean[])
    as look (person_id, before, here_in, look_on, leaving)
), held as materialized (
  select identity.person_id from changlai.person_identity as identity
  join look on look.person_id = identity.person_id
  where identity.here_in = look.before
  order by identity.person_id
  for no key update of identity skip locked
), written as (
  update changlai.person_identity as identity
  set here_in = look.here_in, look_on = look.look_on, leaving = look.leaving
  from look
  where look.person_id = identity.person_id
    and identity.person_id in (select person_id from held)
  returning identity.leaving
)
select count(*) filter (where leaving) as leaving from written`

const TO_ERASE = `
select person_id as "personId" from changlai.person_identity
where leaving and look_on is not null and look_on <= $1::date
order by look_on
limit $2`

const HOLD = `
select from changlai.person_identity
where person_id = $1 and leaving and look_on <= $2::date
for update`
