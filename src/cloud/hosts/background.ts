import type { Dependencies } from '@/cloud/handler'
import { JobsFailed, runDueJobs, sendDueAlerts } from '@/cloud/jobs'
import type { Log } from '@/cloud/log'

/** Offers lapse by the minute, and somebody waits for the seats. */
const PERIOD_MS = 600_000

/** A message that somebody waits for goes out within so long; asking whether there is one costs a statement. */
const ALERTS_MS = 15_000

/**
 * Runs what a clock starts: once now, without keeping anybody waiting, and then every ten minutes; what
 * WeChat is to tell, every 15 seconds. A pass that fails is logged, and the next one comes in its time.
 * Gives what ends it, which waits for a pass under way.
 */
export function runJobsRegularly(dependencies: Dependencies): () => Promise<void> {
  const { log, alerts } = dependencies
  const ends = [regularly(PERIOD_MS, log, () => runDueJobs(dependencies))]
  if (alerts) ends.push(regularly(ALERTS_MS, log, () => sendDueAlerts(dependencies)))
  return async () => void (await Promise.all(ends.map((end) => end())))
}

/** Does something now and then in each period, one after the other; a time that finds the one before under way is left out. */
function regularly(everyMs: number, log: Log, work: () => Promise<unknown>): () => Promise<void> {
  let underWay: Promise<void> | null = null
  const begin = () => {
    underWay ??= work()
      .then(
        () => {},
        // Each job that failed was logged by itself.
        (error: unknown) => {
          if (!(error instanceof JobsFailed)) log.error({ err: error }, 'the jobs failed')
        },
      )
      .finally(() => (underWay = null))
  }
  begin()
  const timer = setInterval(begin, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}
