import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Output } from '@/contract'
import { violatedUnique } from '@/cloud/database-errors'
import type { GrantedRole, Intent } from '@/cloud/handler'
import { type FoundPerson, visitOf } from './away/visits'

/** How a platform names somebody. */
export interface NamedPerson {
  provider: string
  subject: string
}

/** The persons whom a platform names so, each made now when nobody is named so yet. */
export async function personsOfIdentities(
  pool: Pool,
  identities: readonly NamedPerson[],
): Promise<FoundPerson[]> {
  const find = async () => {
    const { rows } = await pool.query<FoundPerson>({
      ...(identities.length === 1 ? { name: 'people.of-identity' } : {}),
      text: PERSONS_OF_IDENTITIES,
      values: [
        identities.map(({ provider }) => provider),
        identities.map(({ subject }) => subject),
        identities.map(() => randomUUID()),
      ],
    })
    return rows
  }
  try {
    return await find()
  } catch (error) {
    // Another request of the same newcomer was first; now there is somebody to find.
    if (violatedUnique(error) !== 'person_identity_pkey') throw error
    return find()
  }
}

/** The same for one. */
export async function findPerson(pool: Pool, identity: NamedPerson): Promise<FoundPerson> {
  const [found] = await personsOfIdentities(pool, [identity])
  return found!
}

/** The person whom a platform names so, made now when nobody is named so yet. */
export async function personOfIdentity(pool: Pool, identity: NamedPerson): Promise<string> {
  return (await findPerson(pool, identity)).personId
}

/** The roles that a person holds at this moment. */
export async function rolesOf(pool: Pool, personId: string): Promise<GrantedRole[]> {
  const { rows } = await pool.query<GrantedRole>({
    name: 'people.roles-of',
    text: ROLES_OF,
    values: [personId],
  })
  return rows
}

type Me = Output<'me.get'>

/** What is kept about a person; null for nobody. */
export async function me(pool: Pool, personId: string): Promise<Me | null> {
  const { rows } = await pool.query<{ me: Me }>({ name: 'people.me', text: ME, values: [personId] })
  return rows[0]?.me ?? null
}

/**
 * Changes what is given (null clears, undefined leaves) and writes the answer down with it. Gives
 * what is kept now; null when the requestId has an answer already.
 */
export async function updateMe(
  pool: Pool,
  intent: Intent,
  change: { nickname?: string | null; homeCentreId?: string | null },
  now: Date,
): Promise<Me | null> {
  const { rows } = await pool.query<{ me: Me }>({
    name: 'people.update-me',
    text: UPDATE_ME,
    values: [
      intent.personId,
      change.nickname !== undefined,
      change.nickname ?? null,
      change.homeCentreId !== undefined,
      change.homeCentreId ?? null,
      intent.centreId,
      intent.requestId,
      intent.operation,
      intent.inputHash,
      now,
    ],
  })
  return rows[0]?.me ?? null
}

const PERSONS_OF_IDENTITIES = `
with asked as materialized (
  select asked.*, asked.ordinal::integer as at
  from (
    select * from unnest($1::text[], $2::text[], $3::uuid[])
    with ordinality limit cardinality($1::text[])
  ) as asked (provider, subject, new_id, ordinal)
), known as materialized (
  select asked.at, identity.person_id, ${visitOf('identity')} as visit
  from asked
  join changlai.person_identity as identity
    on identity.provider = asked.provider and identity.subject = asked.subject
), newcomers as materialized (
  select distinct on (provider, subject) provider, subject, new_id
  from asked
  where at not in (select at from known)
  order by provider, subject, at
), made as (
  insert into changlai.person (person_id)
  select new_id from newcomers
), named as (
  insert into changlai.person_identity (provider, subject, person_id)
  select provider, subject, new_id from newcomers
  returning provider, subject, person_id
)
select coalesce(known.person_id, named.person_id) as "personId", known.visit
from asked
left join known on known.at = asked.at
left join named on named.provider = asked.provider and named.subject = asked.subject
order by asked.at`

const ROLES_OF = `
select role, nullif(centre_id, '*') as "centreId"
from changlai.role_grant
where person_id = $1`

/** The answer of me.get, for a row `person` of changlai.person or with its columns. */
const ME_OF_PERSON = `jsonb_build_object(
  'nickname', person.nickname,
  'homeCentreId', person.home_centre_id,
  'roles', coalesce((
    select jsonb_agg(
      jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*'))
      order by role, centre_id
    )
    from changlai.role_grant
    where role_grant.person_id = person.person_id
  ), '[]'::jsonb)
)`

const ME = `select ${ME_OF_PERSON} as me from changlai.person where person.person_id = $1`

const UPDATE_ME = `
with changed as (
  update changlai.person
  set nickname = case when $2::boolean then $3 else nickname end,
      home_centre_id = case when $4::boolean then $5 else home_centre_id end
  where person_id = $1
    and not exists (
      select from changlai.answered_request where person_id = $1 and request_id = $7
    )
  returning person_id, nickname, home_centre_id
), answer as (
  select ${ME_OF_PERSON} as me from changed as person
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select $6, $1, $7, $8, $9::bytea, jsonb_build_object('ok', true, 'value', me), $10::timestamptz
  from answer
  returning answer
)
select answer -> 'value' as me from recorded`
