/**
 * The rush, simulated: `npm run simulate -- --steps 1000000 --seed 7`. Ends with 1 where something was
 * wrong, and says what happened before; the same seed is the same run.
 */
import { parseArgs } from 'node:util'
import { describeWrong, simulate } from './simulate'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      steps: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
    },
  })
  const [steps, seed] = [Number(values.steps), Number(values.seed)]
  if (!Number.isInteger(steps) || !Number.isInteger(seed) || steps < 1) {
    throw new Error('--steps and --seed are whole numbers')
  }
  const { histories, trace, tally, wrong, ...all } = await simulate({ steps, seed })
  const lines = [...tally].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [what, times] of lines) process.stdout.write(`${what}: ${times}\n`)
  if (wrong) process.stdout.write(`${describeWrong(wrong).join('\n')}\n`)
  const found = wrong ? 'wrong=1' : 'wrong=0'
  process.stdout.write(
    `simulation steps=${all.steps} seed=${seed} trace=${trace} histories=${histories} ${found}\n`,
  )
  if (wrong) process.exitCode = 1
}

void main()
