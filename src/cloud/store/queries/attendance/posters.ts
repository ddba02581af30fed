import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Database } from '@/cloud/store/tables'

/** The code on a centre's wall; undefined for none. */
export function posterOf(db: Kysely<Database>, centreId: string) {
  return db
    .selectFrom('changlai.check_in_poster')
    .select(['poster_id', 'made_at'])
    .where('centre_id', '=', centreId)
    .executeTakeFirst()
}

/** Whether a poster hangs: another one, made later, ended it. */
export async function hangs(client: PoolClient, posterId: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'attendance.poster-hangs',
    text: 'select from changlai.check_in_poster where centre_id = $1 and poster_id = $2',
    values: [centreOf(posterId), posterId],
  })
  return (rowCount ?? 0) > 0
}

/** Makes a poster the one that hangs in its centre; gives whether there is such a centre. */
export async function hang(
  client: PoolClient,
  posterId: string,
  madeBy: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'attendance.hang-poster',
    text: HANG,
    values: [centreOf(posterId), posterId, now, madeBy],
  })
  return (rowCount ?? 0) > 0
}

const HANG = `
insert into changlai.check_in_poster (centre_id, poster_id, made_at, made_by)
select centre.centre_id, $2, $3::timestamptz, $4
from changlai.centre
where centre.centre_id = $1
on conflict on constraint check_in_poster_pkey do update
set poster_id = excluded.poster_id, made_at = excluded.made_at, made_by = excluded.made_by`
