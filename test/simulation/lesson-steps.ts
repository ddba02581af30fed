import fc from 'fast-check'
import type { Crash } from './crashing'
import { PARENTS, PEOPLE } from './steps'

/** One step in the history of a course. Whom and what it is about is picked from what there is by a number. */
export type LessonStep = { crash: Crash | null; again: boolean } & (
  | { kind: 'book' | 'join'; person: number }
  | { kind: 'excuse' | 'unexcuse'; pick: number; lesson: number }
  | { kind: 'move' | 'cancelLesson'; lesson: number; hours: number; isOld: boolean }
  | { kind: 'accept' | 'leave' | 'cancel'; pick: number }
  | { kind: 'clock' }
  | { kind: 'wait'; hours: number }
)

const fate = {
  crash: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.record({
        statement: fc.integer({ min: 1, max: 14 }),
        when: fc.constantFrom<Crash['when']>('before', 'after'),
      }),
    },
  ),
  again: fc.boolean(),
}
const pick = fc.nat({ max: 30 })
const lesson = fc.nat({ max: 2 })
const someKinds = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds)

const step: fc.Arbitrary<LessonStep> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: someKinds('book', 'join'),
      person: fc.nat({ max: PEOPLE - 1 }),
      ...fate,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: someKinds('excuse', 'excuse', 'unexcuse'),
      ...{ pick, lesson, ...fate },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: someKinds('move', 'move', 'cancelLesson'),
      ...{ lesson, ...fate },
      hours: fc.constantFrom(-20, 1, 26, 50),
      // Now and then they look at what was so before.
      isOld: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: someKinds('accept', 'accept', 'leave', 'cancel'),
      ...{ pick, ...fate },
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('clock' as const), ...fate }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 13, 13, 25, 49),
      ...fate,
    }),
  },
)

/** The history of a course: its seats, who waits for it, and what happens once it has begun, or before. */
export const lessonHistory = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  waiting: fc.nat({ max: PARENTS }),
  hasBegun: fc.constantFrom(true, true, true, false),
  steps: fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }),
})
export type LessonHistory = typeof lessonHistory extends fc.Arbitrary<infer Value> ? Value : never
