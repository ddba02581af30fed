import type { Dependencies } from '@/cloud/handler'
import { runDueJobs } from '@/cloud/jobs'

const HOUR_MS = 3_600_000

/**
 * Runs what a clock starts: once now, without keeping anybody waiting, and then every hour. A pass
 * that fails is logged, and the next one comes an hour later. Gives what ends it, which waits for a pass
 * under way.
 */
export function runJobsHourly(dependencies: Dependencies): () => Promise<void> {
  let pass = Promise.resolve()
  const begin = () => {
    pass = pass
      .then(() => runDueJobs(dependencies))
      .then(
        () => {},
        (error: unknown) => dependencies.log.error({ err: error }, 'the hourly jobs failed'),
      )
  }
  begin()
  const timer = setInterval(begin, HOUR_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await pass
  }
}
