import type { PoolClient } from 'pg'
import type { LockedBallot } from './lock'

/** The number that somebody else entered for a ballot that is held; null where nobody did. */
export async function numberOfAnother(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
  personId: string,
): Promise<string | null> {
  const { rows } = await client.query<{ number: string }>({
    name: 'ballot.number-of-another',
    text: NUMBER_OF_ANOTHER,
    values: [centreId, ballotId, personId],
  })
  return rows[0]?.number ?? null
}

/** Writes down the number that somebody enters, over what they entered before. */
export async function enterNumber(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
  { personId, number }: { personId: string; number: string },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'ballot.enter-number',
    text: ENTER_NUMBER,
    values: [centreId, ballotId, personId, number, now],
  })
}

/** Makes a number that two people entered the number of the draw. */
export async function confirmNumber(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
  number: string,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'ballot.confirm-number',
    text: CONFIRM_NUMBER,
    values: [centreId, ballotId, number, now],
  })
}

const NUMBER_OF_ANOTHER = `
select number from changlai.ballot_number
where centre_id = $1 and ballot_id = $2 and person_id <> $3
order by entered_at
limit 1`

const ENTER_NUMBER = `
insert into changlai.ballot_number (centre_id, ballot_id, person_id, number, entered_at)
values ($1, $2, $3, $4, $5)
on conflict on constraint ballot_number_pkey
  do update set number = excluded.number, entered_at = excluded.entered_at`

const CONFIRM_NUMBER = `
update changlai.ballot
set number = $3, number_confirmed_at = $4::timestamptz
where centre_id = $1 and ballot_id = $2 and number is null`
