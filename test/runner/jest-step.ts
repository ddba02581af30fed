import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
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
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

/** A test that failed: where, which, and the first line of what it said. */
export interface Failure {
  file: string
  test: string
  message: string
}

const REPORTS = '.artifacts/jest'

/** Runs one project of test/jest.config.js and counts its tests. */
export async function runJest(
  project: string,
  step: Omit<Step, 'name' | 'command'> & { workers: number; patterns: string[] },
  say: (line: string) => void,
): Promise<Outcome & Counts & { failures: Failure[] }> {
  mkdirSync(REPORTS, { recursive: true })
  const report = join(REPORTS, `${project}.json`)
  rmSync(report, { force: true })
  const outcome = await runStep(
    {
      ...step,
      name: project,
      // As eslint: less of its time goes into throwing away what is new. Its workers are started alike.
      command: [
        process.execPath,
        '--max-semi-space-size=64',
        'node_modules/jest/bin/jest.js',
        ...['-c', 'test/jest.config.js', '--selectProjects', project, '--ci'],
        ...['--maxWorkers', String(step.workers), '--json', `--outputFile=${report}`],
        ...(step.patterns.length > 0 ? ['--passWithNoTests', ...step.patterns] : []),
      ],
    },
    say,
  )
  const read = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as JestReport)
    : undefined
  return { ...outcome, ...count(read, outcome.ok), failures: read ? failuresIn(read) : [] }
}

/** A suite that could not run, or a run that failed without a failed test, counts as one failure. */
function count(counts: JestReport | undefined, ok: boolean): Counts {
  if (!counts) return { passed: 0, failed: ok ? 0 : 1, skipped: 0 }
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites
  return {
    passed: counts.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
  }
}

function failuresIn({ testResults }: JestReport): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') {
      return [{ file, test: 'could not run', message: firstLine(message) }]
    }
    return failed.map(({ fullName, failureMessages = [] }) => ({
      file,
      test: fullName,
      message: firstLine(failureMessages[0] ?? ''),
    }))
  })
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').trim().slice(0, 200)
}
