import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Role } from '@/domain/access/role'

/** Those who are erased together, each with the number that takes their place in what is counted. */
export interface Leaving {
  personIds: readonly string[]
  nobodies: readonly string[]
}

/**
 * Holds somebody and the children whom they alone vouch for until the transaction ends, so that no
 * booking for any of them is under way, in the order that bookings hold people in. Empty where they
 * are not here any more.
 */
export async function holdLeaving(client: PoolClient, personId: string): Promise<string[]> {
  const { rows } = await client.query<{ personId: string }>({
    name: 'erasure.hold',
    text: HOLD,
    values: [personId],
  })
  const ids = rows.map((row) => row.personId)
  return ids.includes(personId) ? ids : []
}

/** Makes a number that is nobody's for each of these people. */
export async function nobodiesFor(
  client: Pick<PoolClient, 'query'>,
  personIds: readonly string[],
): Promise<Leaving> {
  const nobodies = personIds.map(() => randomUUID())
  await client.query({
    name: 'erasure.nobodies',
    text: 'insert into changlai.person (person_id, nobody) select unnest($1::uuid[]), true',
    values: [nobodies],
  })
  return { personIds, nobodies }
}

/** Where the database says who has erased their account. */
export const PERSON_CHANNEL = 'changlai_person'

/** Tells every host that listens, once the transaction is committed, that nobody is this person. */
export async function sayErased(client: PoolClient, personId: string): Promise<void> {
  const text = 'select pg_notify($1, $2)'
  await client.query({ name: 'erasure.say', text, values: [PERSON_CHANNEL, personId] })
}

/** The roles that somebody holds; everywhere as `*`. */
export async function grantsOf(
  client: PoolClient,
  personId: string,
): Promise<{ centreId: string; role: Role }[]> {
  const { rows } = await client.query<{ centreId: string; role: Role }>({
    name: 'erasure.grants',
    text: `
      select centre_id as "centreId", role from changlai.role_grant
      where person_id = $1 order by centre_id, role`,
    values: [personId],
  })
  return rows
}

/** How many consultations a professional has in hand. */
export async function casesInHand(client: PoolClient, personId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    name: 'erasure.in-hand',
    text: `
      select count(*) from changlai.consultation
      where professional_id = $1 and state in ('assigned', 'accepted')`,
    values: [personId],
  })
  return rows[0]!.count
}

// Somebody who reads out their own code is nobody's child: linked ones have an account of their own.
const HOLD = `
select person.person_id as "personId" from changlai.person
where person.person_id = $1 or person.person_id in (
  select member.person_id from changlai.family_member as member
  where member.holder_id = $1 and not member.linked)
order by person.person_id
for update`
