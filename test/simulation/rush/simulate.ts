import { createHash } from 'node:crypto'
import { type Plant, type Told, play } from './history'
import type { Tally } from './watch/watch'

/** How long a history goes on before its weather calms down, in steps. */
const STEPS_OF_ONE = 4_000

export interface Simulated {
  steps: number
  histories: number
  /** Names all that has happened in all of them. */
  trace: string
  tally: Tally
  /** The history that ended with what must never be. */
  wrong: Told | null
}

/** Plays histories, the first of the seed and each of the next number, until so many steps were taken. */
export async function simulate(
  { steps, seed }: { steps: number; seed: number },
  plant: Plant = {},
): Promise<Simulated> {
  const trace = createHash('sha256')
  const tally: Tally = new Map()
  let taken = 0
  let histories = 0
  let wrong: Told | null = null
  while (taken < steps && !wrong) {
    const told = await play(seed + histories, STEPS_OF_ONE, plant)
    for (const [what, times] of told.tally) tally.set(what, (tally.get(what) ?? 0) + times)
    trace.update(told.trace)
    taken += told.steps
    histories += 1
    if (told.wrong) wrong = told
  }
  return { steps: taken, histories, trace: trace.digest('hex').slice(0, 16), tally, wrong }
}

/** What must never be, where, and what happened before it, in lines. */
export function describeWrong({ seed, steps, wrong }: Told): string[] {
  const again = `npm run simulate -- --seed ${seed} --steps 1`
  return [`In step ${steps} of seed ${seed} (${again}):`, wrong!.what, ...wrong!.story]
}
