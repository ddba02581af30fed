import type pg from 'pg'
import { type Ask, type Statement, watchStatements } from './statements'

interface Node {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/**
 * Has each statement of a pool run once more before it is sent, for how many pages of tables and indexes
 * it touches, in memory or not: a number without noise. Gives those touched since it was last asked. To be
 * called before the pool has a connection; not for statements within a transaction.
 */
export function watchPages(pool: pg.Pool): () => number {
  let pages = 0
  watchStatements(pool, async (statement, ask) => {
    pages += await pagesOf(statement, ask)
  })
  return () => {
    const touched = pages
    pages = 0
    return touched
  }
}

/** What it does is taken back. */
async function pagesOf({ text, values }: Statement, ask: Ask): Promise<number> {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return 0
  await ask('begin')
  const { rows } = await ask(`explain (analyze, buffers, timing off, format json) ${text}`, values)
  await ask('rollback')
  const { Plan: plan } = (rows as { 'QUERY PLAN': { Plan: Node }[] }[])[0]!['QUERY PLAN'][0]!
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}
