import pg from 'pg'
import { APPLICATION_ROLE } from './connection'
import { StoreError } from './store-error'

/** Runs one statement or several without parameters. */
export type Execute = (statement: string) => Promise<Record<string, unknown>[]>

/** Roles under which a platform publishes a database to anybody (PostgREST). */
const PUBLISHED_ROLES = ['anon', 'authenticated']

/** Tables of the migrator: the application may at most read which steps were taken. */
const MIGRATION_TABLE = 'kysely_migration'
const MIGRATION_LOCK_TABLE = 'kysely_migration_lock'

/** Tables to which the application may add rows, and in which it may change and delete none. */
const APPEND_ONLY = ['audit_entry', 'audit_outcome', 'ended_role']

/** What the application may do by a function of the owner that it may not do itself. */
const OWNERS_FUNCTIONS = ['forget_audit()', 'forget_ended_roles()']

/** What every session of the store is set to, in the database and not by each connection. */
export const SESSION_SETTINGS: Record<string, string> = {
  timezone: 'Asia/Shanghai',
  statement_timeout: '10s',
  idle_in_transaction_session_timeout: '10s',
  search_path: 'pg_catalog',
  // What is asked often is in memory, and the rest on disks without arms: a row of a large table is to be
  // looked up, also for hundreds at once, before the table is read.
  random_page_cost: '1.1',
}

/** How the application's role is to log in. */
export interface Login {
  /** Undefined where the server asks for none. */
  password: string | undefined
  /** Somebody chose the password: it does not come of the owner's. */
  isChosen: boolean
  /** Set the password of a role that exists already: it could not log in. */
  setPassword: boolean
}

/** What stands with the role whose password somebody chose. */
const CHOSEN = 'logs in with a password that was chosen'

/**
 * Makes the application's role if there is none, and sets its password when it is new or
 * `setPassword`. Gives false when there is none and this owner may not make it. Throws a StoreError
 * where a chosen password would be replaced by one that comes of the owner's: whoever logs in with it
 * would be shut out.
 */
export async function ensureApplicationRole(
  execute: Execute,
  { password, isChosen, setPassword }: Login,
): Promise<boolean> {
  const login = password === undefined ? '' : `password ${pg.escapeLiteral(password)}`
  const [role] = await execute(
    `select shobj_description(oid, 'pg_authid') as said from pg_roles where rolname = '${APPLICATION_ROLE}'`,
  )
  if (!role) {
    const able = await execute(
      'select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)',
    )
    if (able.length === 0) return false
    await execute(
      `create role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole noinherit ${login}`,
    )
  } else if (setPassword && login) {
    if (!isChosen && role['said'] === CHOSEN) throw new StoreError(ASKS_FOR_PASSWORD)
    await execute(`alter role ${APPLICATION_ROLE} ${login}`)
  }
  if (!role || setPassword) await setSessionSettings(execute)
  if (isChosen && role?.['said'] !== CHOSEN) await noteChosen(execute)
  return true
}

const ASKS_FOR_PASSWORD =
  `The password of ${APPLICATION_ROLE} was chosen. Set CHANGLAI_APP_PASSWORD to it: a new one would ` +
  'shut out whoever works with this database.'

/** Where this owner may write it down: whoever may give the role a password. */
async function noteChosen(execute: Execute): Promise<void> {
  const able = await execute(
    `select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole and
       (current_setting('server_version_num')::integer < 160000
        or pg_has_role('${APPLICATION_ROLE}', 'member with admin option')))`,
  )
  if (able.length > 0) await execute(`comment on role ${APPLICATION_ROLE} is '${CHOSEN}'`)
}

async function setSessionSettings(execute: Execute): Promise<void> {
  for (const [name, value] of Object.entries(SESSION_SETTINGS)) {
    await execute(`alter role ${APPLICATION_ROLE} set ${name} = ${pg.escapeLiteral(value)}`)
  }
}

/**
 * Shuts the schema `changlai` to everybody and opens it to the application alone: no privilege for
 * PUBLIC nor for the roles of a published database, row level security on every table, and one policy
 * and the four data privileges (on what is only added to: two) for the application's role where it
 * exists. May be repeated.
 */
export async function protectSchema(execute: Execute): Promise<void> {
  const application = await existing(execute, [APPLICATION_ROLE])
  const shutOut = ['public', ...(await existing(execute, PUBLISHED_ROLES))].join(', ')
  await execute(`
    revoke all on schema changlai from ${shutOut};
    revoke all on all tables in schema changlai from ${shutOut};
    revoke all on all sequences in schema changlai from ${shutOut};
    revoke all on all routines in schema changlai from ${shutOut};
    alter default privileges in schema changlai revoke all on tables from ${shutOut};
    alter default privileges in schema changlai revoke all on sequences from ${shutOut};
    alter default privileges in schema changlai revoke all on routines from ${shutOut};
  `)
  if (application.length > 0) await execute(`grant usage on schema changlai to ${APPLICATION_ROLE}`)
  const statements = (await tables(execute)).flatMap((table) => [
    ...(table.secured ? [] : [`alter table ${table.name} enable row level security`]),
    ...(application.length > 0 ? openingToApplication(table) : []),
  ])
  // In one round trip: the step before may hold a table that everybody waits for.
  if (statements.length > 0) await execute(statements.join(';\n'))
  if (application.length > 0) await openFunctions(execute)
}

interface Table {
  name: string
  secured: boolean
  open: boolean
}

function openingToApplication({ name, open }: Table): string[] {
  if (name === `changlai.${MIGRATION_LOCK_TABLE}`) return []
  const readOnly = name === `changlai.${MIGRATION_TABLE}`
  const privileges = readOnly
    ? 'select'
    : APPEND_ONLY.includes(name.replace('changlai.', ''))
      ? 'select, insert'
      : 'select, insert, update, delete'
  const grant = `grant ${privileges} on ${name} to ${APPLICATION_ROLE}`
  if (open) return [grant]
  const rule = readOnly ? 'for select to changlai_app using (true)' : 'to changlai_app using (true)'
  return [grant, `create policy application on ${name} ${rule}`]
}

/** Those that are there: while an early migration runs, they are not yet. */
async function openFunctions(execute: Execute): Promise<void> {
  for (const name of OWNERS_FUNCTIONS) {
    const there = await execute(`select where to_regprocedure('changlai.${name}') is not null`)
    if (there.length === 0) continue
    await execute(`grant execute on function changlai.${name} to ${APPLICATION_ROLE}`)
  }
}

async function tables(execute: Execute): Promise<Table[]> {
  const rows = await execute(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as secured,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'application') as open
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'changlai' and c.relkind in ('r', 'p') order by 1`)
  return rows as unknown as Table[]
}

async function existing(execute: Execute, roles: string[]): Promise<string[]> {
  const list = roles.map((role) => pg.escapeLiteral(role)).join(', ')
  const rows = await execute(
    `select quote_ident(rolname) as name from pg_roles where rolname in (${list})`,
  )
  return rows.map(({ name }) => String(name))
}
