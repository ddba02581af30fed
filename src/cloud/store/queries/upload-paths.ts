import type { Pool, PoolClient } from 'pg'

/** How many paths one person may have at once. */
export const PATHS_AT_ONCE = 10
/** How long a path is kept for its person, in milliseconds. */
export const PATH_HOLDS_MS = 60 * 60 * 1000

/** Gives a person a path at `now`; false where they have as many as they may. */
export async function givePath(
  client: PoolClient,
  { pathId, personId, name }: { pathId: string; personId: string; name: string },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'upload-paths.give',
    text: GIVE,
    values: [pathId, personId, name, now, PATHS_AT_ONCE, since(now)],
  })
  return rowCount === 1
}

/** When the oldest of a person's paths is given back, in milliseconds since the epoch. */
export async function pathsGivenBackAt(client: PoolClient, personId: string): Promise<number> {
  const { rows } = await client.query<{ begunAt: number }>({
    name: 'upload-paths.oldest',
    text: OLDEST,
    values: [personId, PATHS_AT_ONCE],
  })
  return (rows[0]?.begunAt ?? 0) + PATH_HOLDS_MS
}

/** The name of the file that a person may put at a path; null where the path is not theirs. */
export async function nameAtPath(
  pool: Pool,
  personId: string,
  pathId: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>({
    name: 'upload-paths.name',
    text: AT_PATH,
    values: [pathId, personId, since(now)],
  })
  return rows[0]?.name ?? null
}

/** Takes a path back from a person; of two that do it at once, the second gets false. */
export async function takePathBack(
  client: PoolClient,
  personId: string,
  pathId: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'upload-paths.take-back',
    text: TAKE_BACK,
    values: [pathId, personId],
  })
  return rowCount === 1
}

/** Forgets the paths that no longer hold; gives how many. */
export async function forgetPaths(pool: Pool, now: Date): Promise<number> {
  const { rowCount } = await pool.query(FORGET, [since(now)])
  return rowCount ?? 0
}

const since = (now: Date) => new Date(now.getTime() - PATH_HOLDS_MS)

const GIVE = `
insert into changlai.upload_path (path_id, person_id, name, begun_at)
select $1, $2, $3, $4::timestamptz
where (
  select count(*) < $5 from changlai.upload_path where person_id = $2 and begun_at > $6::timestamptz)`

const OLDEST = `
select begun_at as "begunAt"
from changlai.upload_path
where person_id = $1
order by begun_at desc
offset $2 - 1
limit 1`

const AT_PATH = `
select name
from changlai.upload_path
where path_id = $1 and person_id = $2 and begun_at > $3::timestamptz`

const TAKE_BACK = `
delete from changlai.upload_path
where path_id = $1 and person_id = $2`

const FORGET = `
delete from changlai.upload_path
where begun_at <= $1`
