import type { Dependencies } from '@/cloud/handler'
import { runDueJobs } from '@/cloud/jobs'

/** Offers lapse by the minute, and somebody waits for the seats. */
const PERIOD_MS = 600_000

/**
 * Runs what a clock starts: once now, without keeping anybody waiting, and then every ten minutes. A
 * pass that fails is logged, and the next one comes ten minutes later. Gives what ends it, which waits
 * for a pass under way.
 */
export function runJobsRegularly(dependencies: Dependencies): () => Promise<void> {
  let pass = Promise.resolve()
  const begin = () => {
    pass = pass
      .then(() => runDueJobs(dependencies))
      .then(
        () => {},
        (error: unknown) => dependencies.log.error({ err: error }, 'the jobs failed'),
      )
  }
  begin()
  const timer = setInterval(begin, PERIOD_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await pass
  }
}
