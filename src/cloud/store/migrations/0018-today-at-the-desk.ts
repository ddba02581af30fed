import { type Kysely, sql } from 'kysely'

/**
 * What a centre's staff see of today without reading its whole programme (decision 0034): what opens
 * today, and what is to be drawn.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(INDEXES).execute(db)
}

const INDEXES = `
create index pool_by_opening on changlai.pool (centre_id, opens_at, pool_id);
create index pool_to_draw on changlai.pool (centre_id, closes_at, pool_id) where mode = 'ballot';
`
