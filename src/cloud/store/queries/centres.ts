import { type Kysely, sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Database } from '@/cloud/store/tables'

/** Centres in the district's order, after a position and key. */
export function centresAfter(
  db: Kysely<Database>,
  after: [position: number, centreId: string] | undefined,
  limit: number,
) {
  return db
    .selectFrom('changlai.centre')
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(position, centre_id) > (${after![0]}, ${after![1]})`),
    )
    .orderBy('position')
    .orderBy('centre_id')
    .limit(limit)
    .execute()
}

/** The short name of a centre; null for a centre that does not exist. */
export async function shortNameOfCentre(
  db: Kysely<Database>,
  centreId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('changlai.centre')
    .select('short_name')
    .where('centre_id', '=', centreId)
    .executeTakeFirst()
  return row?.short_name ?? null
}

/** Whether there is such a centre. */
export async function hasCentre(
  client: Pick<PoolClient, 'query'>,
  centreId: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'centres.has',
    text: 'select from changlai.centre where centre_id = $1',
    values: [centreId],
  })
  return rowCount === 1
}

/** What stands on a paper of a centre that exists. */
export async function letterheadOf(
  client: Pool | PoolClient,
  centreId: string,
): Promise<{ name: string; phone: string }> {
  const { rows } = await client.query<{ name: string; phone: string }>({
    name: 'centres.letterhead',
    text: 'select name, phone from changlai.centre where centre_id = $1',
    values: [centreId],
  })
  return rows[0]!
}

/** As shortNameOfCentre, in a transaction. */
export async function shortNameIn(client: PoolClient, centreId: string): Promise<string | null> {
  const { rows } = await client.query<{ shortName: string }>({
    name: 'centres.short-name',
    text: 'select short_name as "shortName" from changlai.centre where centre_id = $1',
    values: [centreId],
  })
  return rows[0]?.shortName ?? null
}
