import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Output } from '@/contract'
import { violatedUnique } from '@/cloud/database-errors'
import type { GrantedRole, Intent } from '@/cloud/handler'

/** The person whom a platform names so; made now when nobody is named so yet. */
export async function personOfIdentity(
  pool: Pool,
  { provider, subject }: { provider: string; subject: string },
): Promise<string> {
  const find = async () => {
    const { rows } = await pool.query<{ personId: string }>({
      name: 'people.of-identity',
      text: PERSON_OF_IDENTITY,
      values: [provider, subject, randomUUID()],
    })
    return rows[0]!.personId
  }
  try {
    return await find()
  } catch (error) {
    // Another request of the same newcomer was first; now there is somebody to find.
    if (violatedUnique(error) !== 'person_identity_pkey') throw error
    return find()
  }
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

const PERSON_OF_IDENTITY = `
with known as (
  select person_id from changlai.person_identity where provider = $1 and subject = $2
), made as (
  insert into changlai.person (person_id)
  select $3::uuid where not exists (select from known)
  returning person_id
), named as (
  insert into changlai.person_identity (provider, subject, person_id)
  select $1, $2, person_id from made
  returning person_id
)
select person_id as "personId" from known
union all
select person_id from named`

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
