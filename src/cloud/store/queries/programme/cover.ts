import type { Pool, PoolClient } from 'pg'
import type { DrawnPicture } from '@/cloud/files/drawn-picture'

interface ActivityKey {
  centreId: string
  activityId: string
}

/** Hangs a picture at an activity that the transaction holds, or takes it down; the one before is gone. */
export async function hangCover(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
  cover: DrawnPicture | null,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'programme.drop-cover',
    text: 'delete from changlai.activity_cover where centre_id = $1 and activity_id = $2',
    values: [centreId, activityId],
  })
  if (cover) {
    await client.query({
      name: 'programme.hang-cover',
      text: HANG,
      values: [centreId, cover.name, activityId, cover.jpeg, now],
    })
  }
  const { name: coverId = null, width = null, height = null } = cover ?? {}
  await client.query({
    name: 'programme.name-cover',
    text: NAME,
    values: [centreId, activityId, coverId, width, height],
  })
}

/** A picture by its name; null for one that is not, or no longer, there. */
export async function coverNamed(
  pool: Pool,
  centreId: string,
  coverId: string,
): Promise<Buffer | null> {
  const { rows } = await pool.query<{ jpeg: Buffer }>({
    name: 'programme.cover-named',
    text: NAMED,
    values: [centreId, coverId],
  })
  return rows[0]?.jpeg ?? null
}

/** What hangs at an activity that residents see, or under that name at a draft; null for neither. */
export async function coverOf(
  pool: Pool,
  { centreId, activityId }: ActivityKey,
  coverId: string,
): Promise<HungCover | null> {
  const { rows } = await pool.query<HungCover>({
    name: 'programme.cover-of',
    text: OF,
    values: [centreId, activityId, coverId],
  })
  return rows[0] ?? null
}

export interface HungCover {
  centreId: string
  cover: string | null
  coverWidth: number | null
  coverHeight: number | null
  jpeg: Buffer | null
}

const HANG = `
insert into changlai.activity_cover (centre_id, cover_id, activity_id, jpeg, hung_at)
values ($1, $2, $3, $4::bytea, $5::timestamptz)`

const NAME = `
update changlai.activity
set cover = $3, cover_width = $4::integer, cover_height = $5::integer
where centre_id = $1 and activity_id = $2`

// Of a draft too: staff look at it by its name, which nobody can guess.
const NAMED = `
select jpeg from changlai.activity_cover
where centre_id = $1 and cover_id = $2`

const OF = `
select activity.centre_id as "centreId", activity.cover, activity.cover_width as "coverWidth",
  activity.cover_height as "coverHeight", hung.jpeg
from changlai.activity
left join changlai.activity_cover as hung
  on hung.centre_id = activity.centre_id and hung.activity_id = activity.activity_id
where activity.centre_id = $1 and activity.activity_id = $2
  and (activity.published or activity.cover = $3)`
