import fc from 'fast-check'
import { inPlaceOf } from '../race/weakened'
import { lessonHistory } from './lesson-steps'
import type { Tally } from './play'
import { playLessons } from './play-lessons'
import { World } from './world'

/** As in the histories of lists and draws: some in every run, more by a flag. */
const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 15)
const SEED = Number(process.env['SIMULATION_SEED'] ?? 20261126)

/** What has to have happened for a run to mean something. */
const HAPPENINGS = [
  ...['excuse OK', 'unexcuse OK', 'unexcuse GIVEN_ON', 'accept OK', 'leave OK', 'move OK'],
  ...['cancelLesson OK', 'move CHANGED_MEANWHILE'],
]

test(
  `In any history of a course, broken off anywhere, no lesson has more people than seats (seed ${SEED})`,
  async () => {
    const world = await World.make()
    const tally: Tally = {}
    try {
      await fc.assert(
        fc.asyncProperty(lessonHistory, (one) => playLessons(world, one, tally)),
        { numRuns: RUNS, seed: SEED, endOnFailure: process.env['SIMULATION_SHRINK'] === undefined },
      )
    } finally {
      await world.end()
    }
    for (const what of HAPPENINGS) expect({ [what]: tally[what] ?? 0 }).not.toEqual({ [what]: 0 })
  },
  60_000 + RUNS * 4_000,
)

test('The control: an excuse that is taken back without its seat is found out', async () => {
  const kept = (capacity: string) => `set capacity = ${capacity}`
  const world = await World.make((store) =>
    inPlaceOf(
      store,
      'lessons.lower-guests',
      kept('capacity - $3::integer'),
      kept('capacity + 0 * $3::integer'),
    ),
  )
  try {
    const result = await fc.check(
      fc.asyncProperty(lessonHistory, (one) => playLessons(world, one, {})),
      { numRuns: 100, seed: 6, endOnFailure: true },
    )
    expect(result.failed).toBe(true)
    expect(String((result.errorInstance as Error).message)).toMatch(/seats for guests of/)
  } finally {
    await world.end()
  }
}, 120_000)
