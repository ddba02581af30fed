import type { PoolClient } from 'pg'

/** Deletes entries of more than three years ago, at most 10,000 at once; gives how many. */
export async function forgetOldAudit(database: Pick<PoolClient, 'query'>): Promise<number> {
  const { rows } = await database.query<{ count: string }>(
    'select changlai.forget_audit() as count',
  )
  return Number(rows[0]!.count)
}
