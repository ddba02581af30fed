/**
 * The whole test run: `npm test`, or parts of it: `npm test -- --only unit,gates [pattern …]`.
 * Types, lint and the pure tests run beside the builds and the screens' tests that follow them; what
 * computes on a build comes after both.
 * A failed build stops the run; otherwise everything runs and everything is reported.
 */
import { readArguments } from './runner/arguments'
import { runJest } from './runner/jest-step'
import { Ledger } from './runner/ledger'
import { buildsFor, COMPUTING, type JestPart, LINT, TYPECHECK, UNIT, WAITING } from './runner/plan'
import { prepareMachine } from './runner/prerequisites'
import { runStep, type Step } from './runner/step'
import { FIGURES } from './support/figures'

async function main(argv: string[]): Promise<0 | 1 | 2> {
  const request = readArguments(argv)
  if ('mistake' in request) {
    console.error(request.mistake)
    return 2
  }
  const { parts, patterns } = request
  const ledger = new Ledger(FIGURES)
  ledger.say(`node ${process.version}, ${[...parts].join(', ')}`)

  const steps = async (list: Step[]) => {
    let ok = true
    for (const step of list) {
      ledger.say(`▶ ${step.name}`)
      const outcome = await runStep(step, ledger.say)
      ledger.add(step.name, outcome)
      ok &&= outcome.ok
    }
    return ok
  }
  const jest = async (part: JestPart) => {
    if (!parts.has(part.project)) return
    ledger.say(`▶ ${part.project}`)
    ledger.add(part.project, await runJest(part.project, { ...part, patterns }, ledger.say))
  }

  for (const { name, lacks } of prepareMachine(parts, ledger.say)) ledger.fail(name, lacks)
  const built = steps(buildsFor(parts))
  const onBuilds = async (list: JestPart[]) => {
    if (!(await built)) return
    for (const part of list) await jest(part)
  }
  const onSources = async () => {
    await steps([...(parts.has('typecheck') ? TYPECHECK : []), ...(parts.has('lint') ? LINT : [])])
    await jest({ ...UNIT, workers: parts.has('builds') ? 1 : UNIT.workers })
  }
  await Promise.all([onSources().then(() => onBuilds(COMPUTING)), onBuilds(WAITING)])
  if (!(await built)) {
    ledger.say('stopped: a build failed, so nothing that looks at it was run')
  }
  return ledger.close()
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
