import { Counter, Gauge, type Registry } from 'prom-client'
import type { Store } from '@/cloud/store'
import { alertsStanding } from '@/cloud/store/queries/alerts/standing'
import { accountsLeaving } from '@/cloud/store/queries/away/marks'
import { jobsStanding } from '@/cloud/store/queries/jobs/lease'

/** The numbers of one look at /metrics are asked for once. */
const SAME_LOOK_MS = 500

/**
 * Shows how it stands with each job and with messages, as the database has it: the same on every host,
 * whichever clock ran them, a cloud function's too. Where the database does not answer, the numbers of
 * before are shown.
 */
export function measureJobs(registry: Registry, store: Store): void {
  const standing = oncePerLook(() =>
    Promise.all([
      jobsStanding(store.pool),
      alertsStanding(store.pool),
      accountsLeaving(store.pool),
    ]),
  )
  type Standing = Awaited<ReturnType<typeof standing>>
  type Job = NonNullable<Standing>[0][number]

  const gauge = (name: string, help: string, of: (job: Job) => number | null) =>
    new Gauge({
      ...{ name, help, labelNames: ['job'], registers: [registry] },
      async collect() {
        for (const job of (await standing())?.[0] ?? []) {
          const value = of(job)
          if (value !== null) this.set({ job: job.name }, value)
        }
      },
    })
  const counter = (
    ...[name, help, labelNames, of]: [
      ...[string, string, string[]],
      (standing: NonNullable<Standing>) => [Record<string, string>, number][],
    ]
  ) =>
    new Counter({
      ...{ name, help, labelNames, registers: [registry] },
      async collect() {
        const now = await standing()
        if (!now) return
        this.reset()
        for (const [labels, count] of of(now)) this.inc(labels, count)
      },
    })

  gauge(
    'changlai_job_last_success_timestamp_seconds',
    'When a job last ended well, in seconds since 1970.',
    ({ succeededAt }) => succeededAt && succeededAt / 1000,
  )
  gauge(
    'changlai_job_last_duration_seconds',
    'How long the last run of a job took.',
    ({ tookMs }) => tookMs && tookMs / 1000,
  )
  gauge(
    'changlai_job_failures_in_row',
    'How often a job failed since it last ended well.',
    ({ failuresInRow }) => failuresInRow,
  )
  counter(
    'changlai_job_runs_total',
    'Runs of a job by outcome: done, failed, or lost with the clock that began it.',
    ['job', 'outcome'],
    ([jobs]) =>
      jobs.flatMap(({ name: job, runsDone, runsFailed, runsLost }) => [
        [{ job, outcome: 'done' }, runsDone],
        [{ job, outcome: 'failed' }, runsFailed],
        [{ job, outcome: 'lost' }, runsLost],
      ]),
  )
  counter('changlai_job_rows_total', 'What all runs of a job did together.', ['job'], ([jobs]) =>
    jobs.map(({ name: job, rowsDone }) => [{ job }, rowsDone]),
  )
  counter(
    'changlai_alerts_total',
    'Messages by purpose and how they ended: sent, or why not.',
    ['purpose', 'outcome'],
    ([, { ended }]) => ended.map(({ purpose, outcome, count }) => [{ purpose, outcome }, count]),
  )
  new Gauge({
    name: 'changlai_alerts_waiting',
    help: 'Messages that wait to be sent, those of the night included.',
    registers: [registry],
    async collect() {
      const now = await standing()
      if (now) this.set(now[1].waiting)
    },
  })
  new Gauge({
    name: 'changlai_accounts_leaving',
    help: 'Accounts of people who are away, to be erased within a month unless they come.',
    registers: [registry],
    async collect() {
      const now = await standing()
      if (now) this.set(now[2])
    },
  })
}

/** Asks at most once in half a second, whatever asks; null where there is no answer. */
function oncePerLook<Value>(ask: () => Promise<Value>): () => Promise<Value | null> {
  let last: { at: number; answer: Promise<Value | null> } | null = null
  return () => {
    const at = performance.now()
    if (!last || at - last.at > SAME_LOOK_MS) last = { at, answer: ask().catch(() => null) }
    return last.answer
  }
}
