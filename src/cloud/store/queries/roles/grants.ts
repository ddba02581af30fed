import type { PoolClient } from 'pg'
import type { Role } from '@/domain/access/role'
import { workerHash } from './worker'

/** Gives somebody a role; gives its GrantId, null where they have it already. */
export async function addGrant(
  client: PoolClient,
  grant: { centreId: string; personId: string; role: Role; by: string; at: Date },
): Promise<string | null> {
  const { centreId, personId, role, by, at } = grant
  const { rows } = await client.query<{ hash: string }>({
    name: 'grants.add',
    text: ADD,
    values: [centreId, personId, role, at, by],
  })
  return rows[0] ? `${centreId}.${rows[0].hash}-${role}` : null
}

/**
 * Holds all who have a role in a place until the transaction ends, one after the other in one order,
 * so that of two who take it away from each other at once the second finds what the first has left.
 * Gives their keys of persons by the hashes of their GrantIds.
 */
export async function lockHolders(
  client: PoolClient,
  centreId: string,
  role: Role,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ hash: string; personId: string }>({
    name: 'grants.lock-holders',
    text: LOCK_HOLDERS,
    values: [centreId, role],
  })
  return new Map(rows.map(({ hash, personId }) => [hash, personId]))
}

/** Takes a role away and writes down that it was. */
export async function endGrant(
  client: PoolClient,
  grant: { centreId: string; personId: string; role: Role; by: string; at: Date },
): Promise<void> {
  const { centreId, personId, role, by, at } = grant
  await client.query({
    name: 'grants.end',
    text: END,
    values: [centreId, personId, role, at, by],
  })
}

/** Whether somebody has a role in a place. */
export async function holdsGrant(
  client: PoolClient,
  centreId: string,
  personId: string,
  role: Role,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'grants.holds',
    text: `
      select from changlai.role_grant where centre_id = $1 and person_id = $2 and role = $3`,
    values: [centreId, personId, role],
  })
  return rowCount === 1
}

const HASH = workerHash('centre_id', 'person_id')

const ADD = `
insert into changlai.role_grant (centre_id, person_id, role, granted_at, granted_by)
values ($1, $2, $3, $4, $5)
on conflict do nothing
returning ${HASH} as hash`

const LOCK_HOLDERS = `
select ${HASH} as hash, person_id as "personId" from changlai.role_grant
where centre_id = $1 and role = $2
order by person_id
for update`

const END = `
with ended as (
  delete from changlai.role_grant where centre_id = $1 and person_id = $2 and role = $3
  returning centre_id, person_id, role, granted_at, granted_by
)
insert into changlai.ended_role
  (centre_id, person_id, role, ended_at, ended_by, granted_at, granted_by)
select centre_id, person_id, role, $4::timestamptz, $5::uuid, granted_at, granted_by from ended
on conflict do nothing`
