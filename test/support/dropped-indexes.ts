import type pg from 'pg'

/**
 * Drops the indexes of tables of the schema that no key is made of, and gives the statements that make
 * them anew: of all rows at once that is quicker than with each row. Of all tables when none is named.
 */
export async function droppedIndexes(
  client: pg.Client,
  tables: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
     from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = 'changlai'::regnamespace and relname = any (coalesce($1, array[relname]))
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ made }) => made)
}
