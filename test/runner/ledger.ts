import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Counts, Failure } from './jest-step'
import type { Outcome } from './step'

const LINES_OF_A_FAILURE = 400

/** Keeps the counts of a run and says what happened, with the time since its start. */
export class Ledger {
  private readonly started = Date.now()
  private readonly totals: Counts = { passed: 0, failed: 0, skipped: 0 }
  private readonly broken: string[] = []
  private readonly failures: Failure[] = []

  /** `figures` is where the tests of this run leave what they measure; what lies there is old. */
  constructor(private readonly figures: string) {
    rmSync(figures, { recursive: true, force: true })
  }

  readonly say = (line: string): void => {
    const seconds = Math.round((Date.now() - this.started) / 1000)
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    console.log(`${clock.padStart(5)}  ${line}`)
  }

  /** Adds a step that is one check, or a jest project with its own counts. */
  add(name: string, outcome: Outcome & Partial<Counts> & { failures?: Failure[] }): void {
    const counts = {
      passed: outcome.passed ?? (outcome.ok ? 1 : 0),
      failed: outcome.failed ?? (outcome.ok ? 0 : 1),
      skipped: outcome.skipped ?? 0,
    }
    this.totals.passed += counts.passed
    this.totals.failed += counts.failed
    this.totals.skipped += counts.skipped
    const tests = outcome.passed === undefined ? '' : `, ${inWords(counts)}`
    this.say(`${outcome.ok ? '✔' : '✘'} ${name} (${outcome.seconds.toFixed(1)} s${tests})`)
    if (outcome.ok) return
    this.broken.push(name)
    this.failures.push(...(outcome.failures ?? []))
    console.log(lastLines(outcome.output))
  }

  /** A failure outside any step, told in a sentence. */
  fail(name: string, sentence: string): void {
    this.add(name, { ok: false, seconds: 0, output: sentence })
  }

  /**
   * Prints the measured figures, once more which tests failed, and the totals; the last line stands
   * alone. Gives the exit code.
   */
  close(): 0 | 1 {
    for (const figure of existsSync(this.figures) ? readdirSync(this.figures).sort() : []) {
      console.log(`\n${readFileSync(join(this.figures, figure), 'utf8').trimEnd()}`)
    }
    console.log('')
    for (const { file, test, message } of this.failures) {
      console.log(`✘ ${file} › ${test}\n    ${message}`)
    }
    if (this.totals.skipped > 0) this.say(`${this.totals.skipped} skipped`)
    if (this.broken.length > 0) this.say(`broken: ${this.broken.join(', ')}`)
    this.say(this.totals.failed === 0 ? 'all is well' : 'not all is well')
    console.log(`${this.totals.passed} passed, ${this.totals.failed} failed`)
    return this.totals.failed === 0 ? 0 : 1
  }
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function lastLines(output: string): string {
  const lines = output.trimEnd().split('\n')
  const omitted = lines.length - LINES_OF_A_FAILURE
  const shown = lines.slice(-LINES_OF_A_FAILURE).map((line) => `       ${line}`)
  return (omitted > 0 ? [`       … ${omitted} lines before`, ...shown] : shown).join('\n')
}
