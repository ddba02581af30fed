import { setTimeout as wait } from 'node:timers/promises'
import { JobsFailed, runDueJobs } from '../../../src/cloud/jobs'
import { type Job, runJob } from '../../../src/cloud/jobs/run-job'
import { createMetrics } from '../../../src/cloud/hosts/http/metrics'
import { jobsStanding } from '../../../src/cloud/store/queries/jobs/lease'
import { type Store, openStore } from '../../../src/cloud/store'
import { eventually } from '../../support/eventually'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
/** The store of a second host. */
let second: Store
const clock = { now: () => new Date() }
const hostOf = (store: Store) => ({ store, clock, log: silentLog })

beforeAll(async () => {
  database = await testDatabase()
  second = await openStore({ databaseUrl: database.appUrl, log: silentLog })
})
afterAll(async () => {
  await second.close()
  await database.drop()
})

const standingOf = async (name: string) =>
  (await jobsStanding(database.store.pool)).find((one) => one.name === name)

/** A job that says how many of it are under way at once, most. */
function aJob(name: string): Job & { most: () => number; runs: () => number } {
  let [underWay, most, runs] = [0, 0, 0]
  return {
    name,
    async run() {
      runs += 1
      underWay += 1
      most = Math.max(most, underWay)
      await wait(20)
      underWay -= 1
      return 1
    },
    most: () => most,
    runs: () => runs,
  }
}

test('Two clocks never run one job at once; without the lease they do', async () => {
  const leased = aJob('leased')
  const ran = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      runJob(hostOf(at % 2 === 0 ? database.store : second), leased),
    ),
  )
  expect(leased.most()).toBe(1)
  const done = ran.filter((one) => typeof one === 'object').length
  expect([leased.runs(), (await standingOf('leased'))!.runsDone]).toEqual([done, done])
  expect(ran.filter((one) => one === 'elsewhere')).toHaveLength(20 - done)
  const bare = aJob('bare')
  await Promise.all([bare.run(hostOf(database.store)), bare.run(hostOf(second))])
  expect(bare.most()).toBe(2)
})

test('What a lost clock began is left to it until its lease runs out, and counted as lost', async () => {
  const lost: Job = { name: 'lost', run: () => new Promise<number>(() => {}) }
  void runJob(hostOf(second), lost)
  const goesOn = { ...lost, run: async () => 3 }
  await eventually(() => standingOf('lost'), Boolean)
  expect(await runJob(hostOf(database.store), goesOn)).toBe('elsewhere')
  await database.store.pool.query(
    `update changlai.job set leased_until = clock_timestamp() where name = 'lost'`,
  )
  expect(await runJob(hostOf(database.store), goesOn)).toEqual({ done: 3 })
  expect(await standingOf('lost')).toMatchObject({ runsLost: 1, runsDone: 1, rowsDone: 3 })
})

test('A run whose lease was taken over writes nothing over the one that has it', async () => {
  let end = () => {}
  const held: Job = {
    name: 'held',
    run: () => new Promise<number>((resolve) => (end = () => resolve(7))),
  }
  const first = runJob(hostOf(second), held)
  await eventually(() => standingOf('held'), Boolean)
  await database.store.pool.query(
    `update changlai.job set leased_until = clock_timestamp() where name = 'held'`,
  )
  expect(await runJob(hostOf(database.store), { ...held, run: async () => 1 })).toEqual({ done: 1 })
  end()
  await first
  expect(await standingOf('held')).toMatchObject({ runsDone: 1, rowsDone: 1 })
})

test('One job that fails stops no other, is counted until it ends well, and shows in /metrics', async () => {
  const host = hostOf(database.store)
  // A table that one job alone asks for is not there.
  const rename = (from: string, to: string) =>
    asOwner(database, `alter table changlai.${from} rename to ${to}`)
  await rename('uploaded_file', 'mislaid')
  const lines: unknown[] = []
  const log = { ...silentLog, error: (facts: object) => void lines.push(facts) }
  try {
    await expect(runDueJobs({ ...host, log })).rejects.toThrow('forget-uploaded-files')
    await expect(runDueJobs({ ...host, log })).rejects.toBeInstanceOf(JobsFailed)
  } finally {
    await rename('mislaid', 'uploaded_file')
  }
  expect(lines).toMatchObject([{ job: 'forget-uploaded-files' }, { job: 'forget-uploaded-files' }])
  expect(await standingOf('forget-uploaded-files')).toMatchObject({
    ...{ failuresInRow: 2, runsFailed: 2, runsDone: 0, succeededAt: null },
  })
  // What comes after it in a pass was done as well.
  expect(await standingOf('forget-station-reports')).toMatchObject({ runsDone: 2 })
  const metrics = createMetrics(database.store)
  const line = async (start: string) =>
    (await metrics.text()).body.split('\n').find((one) => one.startsWith(start))
  const of = (metric: string, more = '') => `${metric}{job="forget-uploaded-files"${more}}`
  expect(await line(of('changlai_job_failures_in_row'))).toMatch(/ 2$/)
  expect(await line(of('changlai_job_runs_total', ',outcome="failed"'))).toMatch(/ 2$/)
  expect(await line(of('changlai_job_last_success_timestamp_seconds'))).toBeUndefined()
  await runDueJobs(host)
  await eventually(
    () => line(of('changlai_job_failures_in_row')),
    (said) => / 0$/.test(said ?? ''),
  )
  expect(await line(of('changlai_job_last_success_timestamp_seconds'))).toMatch(/ \d{10}/)
  expect(await line('changlai_alerts_waiting')).toBe('changlai_alerts_waiting 0')
})
