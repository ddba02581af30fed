import { randomUUID } from 'node:crypto'
import type { Dependencies } from '@/cloud/handler'
import { endJob, LEASED_SECONDS, leaseJob, renewJob } from '@/cloud/store/queries/jobs/lease'

/** Something that a clock starts. It may run at any time and twice: what is done already is left alone. */
export interface Job {
  /** In the table of jobs and in metrics. */
  name: string
  /** Does what is due; gives how many rows. */
  run: (dependencies: Dependencies) => Promise<number>
}

/** What became of a run: `elsewhere` where another clock has the job. */
export type Ran = { done: number } | 'elsewhere' | 'failed'

/**
 * Runs a job under its lease, which is renewed while it runs, and writes down how it went. It never
 * rejects: what fails is logged and counted, and stops no other job.
 */
export async function runJob(dependencies: Dependencies, { name, run }: Job): Promise<Ran> {
  const { store, log } = dependencies
  const lease = randomUUID()
  let leased = false
  try {
    leased = await leaseJob(store.pool, name, lease)
    if (!leased) return 'elsewhere'
    const began = performance.now()
    const count = await whileRenewing(dependencies, name, lease, () => run(dependencies))
    await endJob(store.pool, name, lease, { count, tookMs: performance.now() - began })
    return { done: count }
  } catch (error) {
    log.error({ err: error, job: name }, 'a job failed')
    if (leased) await failed(dependencies, name, lease)
    return 'failed'
  }
}

async function whileRenewing<Result>(
  { store, log }: Dependencies,
  name: string,
  lease: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const timer = setInterval(
    () => {
      renewJob(store.pool, name, lease).catch((error: unknown) =>
        log.warn({ err: error, job: name }, 'a job could not be held'),
      )
    },
    (LEASED_SECONDS / 3) * 1000,
  )
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Where not even that can be written down, the lease runs out. */
async function failed({ store, log }: Dependencies, name: string, lease: string): Promise<void> {
  try {
    await endJob(store.pool, name, lease, { count: null, tookMs: 0 })
  } catch (error) {
    log.warn({ err: error, job: name }, 'a failed job could not be written down')
  }
}
