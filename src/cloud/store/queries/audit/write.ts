import type { PoolClient } from 'pg'
import type { Role } from '@/domain/access/role'

/** That somebody asks for something by a role. */
export interface Entry {
  centreId: string
  entryId: string
  at: Date
  personId: string
  role: Role
  operation: string
  target: string
  /** Of a command; null for a query. */
  requestId: string | null
  facts: Record<string, unknown>
}

/** Adds an entry, unless it is there: a command by its requestId, a query if it is a minute old at most. */
export async function writeEntry(database: Pick<PoolClient, 'query'>, entry: Entry): Promise<void> {
  const { centreId, entryId, at, personId, role, operation, target, requestId, facts } = entry
  await database.query({
    name: requestId === null ? 'audit.write-query' : 'audit.write-command',
    text: requestId === null ? WRITE_QUERY : WRITE_COMMAND,
    values: [
      ...[centreId, entryId, at, personId, role, operation, target, JSON.stringify(facts)],
      ...(requestId === null ? [] : [requestId]),
    ],
  })
}

const WRITE_COMMAND = `
insert into changlai.audit_entry
  (centre_id, entry_id, at, person_id, role, operation, target, facts, request_id)
values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
on conflict do nothing`

const WRITE_QUERY = `
insert into changlai.audit_entry
  (centre_id, entry_id, at, person_id, role, operation, target, facts)
select $1, $2, $3::timestamptz, $4::uuid, $5, $6, $7, $8::jsonb
where not exists (
  select from changlai.audit_entry
  where person_id = $4::uuid and centre_id = $1 and at > $3::timestamptz - interval '1 minute'
    and operation = $6 and target = $7 and facts = $8::jsonb and request_id is null
)`
