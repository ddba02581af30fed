import type { Pool } from 'pg'
import type { Role } from '@/domain/access/role'
import { instantMilliseconds, instantText } from '../instant-text'
import { nicknameOf, workerHash } from '../roles/worker'

/** What is looked for; null for any. */
export interface AuditFilter {
  centreId: string
  from: Date | null
  before: Date | null
  operations: readonly string[] | null
  /** The person of a WorkerKey. */
  personId: string | null
  target: string | null
  after: [number, string] | null
  limit: number
}

export interface AuditRow {
  entryKey: string
  at: string
  atMs: string
  hash: string
  nickname: string | null
  role: Role
  operation: string
  target: string
  facts: Record<string, string | number | boolean>
  isCommand: boolean
  answered: boolean
  refused: string | null
  aboutRole: Role | null
  aboutNickname: string | null
}

/** Entries of the audit, the newest first. The statement names only what is looked for, so that each way has its index. */
export async function searchAudit(pool: Pool, filter: AuditFilter): Promise<AuditRow[]> {
  const { centreId, from, before, operations, personId, target, after, limit } = filter
  const values: unknown[] = [centreId]
  const asked = (condition: (place: string) => string, value: unknown): string => {
    if (value === null) return ''
    values.push(value)
    return `and ${condition(`$${values.length}`)}`
  }
  const conditions = [
    asked((from) => `entry.at >= ${from}::timestamptz`, from),
    asked((before) => `entry.at < ${before}::timestamptz`, before),
    asked((names) => `entry.operation = any (${names}::text[])`, operations),
    asked((person) => `entry.person_id = ${person}::uuid`, personId),
    asked((target) => `entry.target = ${target}`, target),
  ]
  if (after) {
    values.push(new Date(after[0]), after[1])
    const [at, key] = [`$${values.length - 1}::timestamptz`, `$${values.length}`]
    conditions.push(`and (entry.at, entry.entry_id) < (${at}, ${key})`)
  }
  values.push(limit)
  const text = search(conditions.filter(Boolean).join('\n    '), `$${values.length}`)
  const { rows } = await pool.query<AuditRow>({ text, values })
  return rows
}

/** The person of a WorkerKey's hash: of those who have a role in a place, or had one. */
export async function personOfWorker(
  pool: Pool,
  centreId: string,
  hash: string,
): Promise<string | null> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'audit.person-of-worker',
    text: PERSON_OF_WORKER,
    values: [centreId, hash],
  })
  return rows[0]?.personId ?? null
}

// What a role was about is known by its GrantId, whether somebody has that role still or had it once.
const ABOUT = `
  select known.role, ${nicknameOf('known.person_id')} as nickname
  from (
    select person_id, role from changlai.role_grant where centre_id = entry.centre_id
    union all
    select person_id, role from changlai.ended_role where centre_id = entry.centre_id
  ) as known
  where entry.operation = 'roles.remove'
    and entry.target = entry.centre_id || '.' || ${workerHash('entry.centre_id', 'known.person_id')}
      || '-' || known.role
  limit 1`

const search = (conditions: string, limit: string): string => `
select entry.entry_id as "entryKey", ${instantText('entry.at')} as at,
  ${instantMilliseconds('entry.at')} as "atMs",
  ${workerHash('entry.centre_id', 'entry.person_id')} as hash,
  ${nicknameOf('entry.person_id')} as nickname, entry.role,
  entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
  outcome.entry_id is not null as answered, outcome.refused,
  about.role as "aboutRole", about.nickname as "aboutNickname"
from (
  select * from changlai.audit_entry as entry
  where entry.centre_id = $1
    ${conditions}
  order by entry.at desc, entry.entry_id desc
  limit ${limit}
) as entry
left join changlai.audit_outcome as outcome
  on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (${ABOUT}) as about on true
order by entry.at desc, entry.entry_id desc`

const PERSON_OF_WORKER = `
select person_id as "personId"
from (
  select person_id from changlai.role_grant where centre_id in ($1, '*')
  union
  select person_id from changlai.ended_role where centre_id in ($1, '*')
) as known
where ${workerHash('$1', 'person_id')} = $2
limit 1`
