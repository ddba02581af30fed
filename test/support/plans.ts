import type pg from 'pg'
import { type Ask, type Statement, watchStatements } from './statements'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

interface Index {
  name: string
  table: string
  /** The column by which it is entered. */
  first: string
}

/** What is read whole, and by which statement. */
export interface WholeRead {
  table: string
  statement: string
}

const READS = /^\s*(with|select|insert|update|delete)\b/i
/** Enough of a statement without a name to know it by. */
const MOST_SAID = 300
/** Indexes of what is little at any time: of ballots those that were announced and not yet drawn. */
const SHORT = ['ballot_not_drawn']

/**
 * Has PostgreSQL explain each statement of a pool as it is asked: with what it is asked, and where the
 * server may keep its plan also for whatever is asked. Collects where a plan reads one of these tables
 * whole: row after row, or all of an index because nothing says where in it to begin. To be called before
 * the pool has a connection.
 */
export function watchPlans(pool: pg.Pool, tables: readonly string[]): WholeRead[] {
  const found: WholeRead[] = []
  const known = new Set<string>()
  let indexes: Promise<Index[]> | undefined
  watchStatements(pool, async (statement, ask) => {
    if (!READS.test(statement.text)) return
    indexes ??= ask(INDEXES).then(({ rows }) => rows as Index[])
    // One after another: a connection is asked one thing at a time.
    const all = await indexes
    for (const node of await nodesOf(statement, ask, known)) {
      const table = readWhole(node, all)
      if (table === null || !tables.includes(table)) continue
      found.push({ table, statement: statement.name ?? statement.text.slice(0, MOST_SAID) })
    }
  })
  return found
}

const INDEXES = `
select entry.relname as name, whole.relname as table, pg_get_indexdef(indexrelid, 1, true) as first
from pg_index
join pg_class as entry on entry.oid = indexrelid
join pg_class as whole on whole.oid = indrelid`

async function nodesOf({ name, text, values }: Statement, ask: Ask, known: Set<string>) {
  const plans = [await ask(`explain (format json) ${text}`, values)]
  if (name !== undefined && !known.has(name)) {
    known.add(name)
    plans.push(await ask(`explain (generic_plan, format json) ${text}`))
  }
  return plans.flatMap(({ rows }) => {
    const [{ 'QUERY PLAN': plan }] = rows as [{ 'QUERY PLAN': { Plan: Node }[] }]
    return plan.flatMap(({ Plan: root }) => within(root))
  })
}

const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)]

/** The table that a step of a plan reads whole; null for none. */
function readWhole(node: Node, indexes: readonly Index[]): string | null {
  if (node['Node Type'] === 'Seq Scan') return node['Relation Name']!
  const index = indexes.find(({ name }) => name === node['Index Name'])
  if (!index || SHORT.includes(index.name)) return null
  const entered = new RegExp(`[( ]\\(?(ROW\\()?${index.first}[), ]`).test(node['Index Cond'] ?? '')
  return entered ? null : index.table
}
