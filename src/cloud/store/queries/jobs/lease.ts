import type { Pool } from 'pg'

/** A run's lease holds so long unless it is renewed: a lost clock is missed no longer. */
export const LEASED_SECONDS = 60

/**
 * Takes a job for one run, by the database's clock; false where another run has it. What a lost clock had
 * begun is taken over when its lease has run out.
 */
export async function leaseJob(pool: Pool, name: string, lease: string): Promise<boolean> {
  const values = [name, lease, LEASED_SECONDS]
  const { rowCount } = await pool.query({ name: 'jobs.lease', text: LEASE, values })
  return rowCount === 1
}

/** Holds a job for longer; false where the lease was lost. */
export async function renewJob(pool: Pool, name: string, lease: string): Promise<boolean> {
  const values = [name, lease, LEASED_SECONDS]
  const { rowCount } = await pool.query({ name: 'jobs.renew', text: RENEW, values })
  return rowCount === 1
}

/** Writes down how a run ended: how many rows it did, or null where it failed. Only of a run that has its lease still. */
export async function endJob(
  pool: Pool,
  name: string,
  lease: string,
  { count, tookMs }: { count: number | null; tookMs: number },
): Promise<void> {
  const values = [name, lease, count, Math.round(tookMs)]
  await pool.query({ name: 'jobs.end', text: END, values })
}

/** How it stands with a job; instants in milliseconds. */
export interface JobStanding {
  name: string
  succeededAt: number | null
  tookMs: number | null
  failuresInRow: number
  runsDone: number
  runsFailed: number
  runsLost: number
  rowsDone: number
}

/** How it stands with every job that was ever run. */
export async function jobsStanding(pool: Pool): Promise<JobStanding[]> {
  const { rows } = await pool.query<JobStanding>({ name: 'jobs.standing', text: STANDING })
  return rows
}

const LEASE = `
insert into changlai.job as job (name, lease, leased_until, begun_at)
values ($1, $2, clock_timestamp() + $3::float8 * interval '1 second', clock_timestamp())
on conflict on constraint job_pkey do update
set lease = excluded.lease, leased_until = excluded.leased_until, begun_at = excluded.begun_at,
  runs_lost = job.runs_lost + case when job.lease is null then 0 else 1 end
where job.lease is null or job.leased_until <= clock_timestamp()`

const RENEW = `
update changlai.job set leased_until = clock_timestamp() + $3::float8 * interval '1 second'
where name = $1 and lease = $2`

const END = `
update changlai.job
set lease = null, leased_until = null, ended_at = clock_timestamp(), took_ms = $4::integer,
  last_count = $3::integer,
  succeeded_at = case when $3::integer is null then succeeded_at else clock_timestamp() end,
  failures_in_row = case when $3::integer is null then failures_in_row + 1 else 0 end,
  runs_done = runs_done + case when $3::integer is null then 0 else 1 end,
  runs_failed = runs_failed + case when $3::integer is null then 1 else 0 end,
  rows_done = rows_done + coalesce($3::integer, 0)
where name = $1 and lease = $2`

const STANDING = `
select name, succeeded_at as "succeededAt", took_ms as "tookMs", failures_in_row as "failuresInRow",
  runs_done as "runsDone", runs_failed as "runsFailed", runs_lost as "runsLost",
  rows_done as "rowsDone"
from changlai.job
order by name`
