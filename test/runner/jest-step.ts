import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, runStep, type Step } from './step'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** The part of jest's `--json` report that is read here. */
interface JestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
}

const REPORTS = '.artifacts/jest'

/** Runs one project of test/jest.config.js and counts its tests. */
export async function runJest(
  project: string,
  step: Omit<Step, 'name' | 'command'> & { workers: number; patterns: string[] },
  say: (line: string) => void,
): Promise<Outcome & Counts> {
  mkdirSync(REPORTS, { recursive: true })
  const report = join(REPORTS, `${project}.json`)
  rmSync(report, { force: true })
  const outcome = await runStep(
    {
      ...step,
      name: project,
      command: [
        process.execPath,
        'node_modules/jest/bin/jest.js',
        ...['-c', 'test/jest.config.js', '--selectProjects', project, '--ci'],
        ...['--maxWorkers', String(step.workers), '--json', `--outputFile=${report}`],
        ...(step.patterns.length > 0 ? ['--passWithNoTests', ...step.patterns] : []),
      ],
    },
    say,
  )
  return { ...outcome, ...count(report, outcome.ok) }
}

/** A suite that could not run, or a run that failed without a failed test, counts as one failure. */
function count(report: string, ok: boolean): Counts {
  if (!existsSync(report)) return { passed: 0, failed: ok ? 0 : 1, skipped: 0 }
  const counts = JSON.parse(readFileSync(report, 'utf8')) as JestReport
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites
  return {
    passed: counts.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
  }
}
