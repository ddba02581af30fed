import type pg from 'pg'

/** A statement as the store sends it; of one with a name the server may keep the plan. */
export interface Statement {
  name: string | undefined
  text: string
  values: unknown[]
}

/** Asks something over the connection that a statement is about to be sent over. */
export type Ask = (text: string, values?: unknown[]) => Promise<pg.QueryResult>
type Look = (statement: Statement, ask: Ask) => Promise<void>
type Query = (...given: unknown[]) => Promise<pg.QueryResult> | undefined

/**
 * Has `look` see every statement of a pool before it is sent, whoever sends it and in whatever
 * transaction; the statement waits for it. To be called before the pool has a connection.
 */
export function watchStatements(pool: pg.Pool, look: Look): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as unknown as Query
    const ask: Ask = (...given) => send(...given)!
    const query: Query = (...given) => {
      const looked = look(statementOf(given), ask)
      const callback = given.at(-1)
      if (typeof callback !== 'function') return looked.then(() => send(...given)!)
      looked.then(() => send(...given), callback as (error: Error) => void)
      return undefined
    }
    Object.assign(client, { query })
  })
}

function statementOf([asked, values]: unknown[]): Statement {
  const { name, text, ...more } =
    typeof asked === 'string' ? { name: undefined, text: asked } : (asked as pg.QueryConfig)
  const given = 'values' in more && more.values ? more.values : values
  return { name, text, values: Array.isArray(given) ? given : [] }
}
