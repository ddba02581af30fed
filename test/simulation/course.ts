import fc from 'fast-check'
import type { Crash } from './crashing'

export const LESSONS = 4
/** Those who have children: the first ones of the world. */
export const PARENTS = 4

/** What happens around the lessons of a course; whom it is about is picked by a number. */
const crash: fc.Arbitrary<Crash | null> = fc.option(
  fc.record({
    statement: fc.integer({ min: 1, max: 9 }),
    when: fc.constantFrom<Crash['when']>('before', 'after'),
  }),
)
const pick = fc.nat({ max: 30 })
const fate = { crash, again: fc.boolean() }
const atTheDoor = fc.record({
  kind: fc.constantFrom('scan' as const, 'scan' as const, 'mark' as const),
  mark: fc.constantFrom('present' as const, 'absent' as const, 'excused' as const, null),
  minutes: fc.nat({ max: 50 }),
  ...{ pick, ...fate },
})

/** A course: who takes part (a party each), who gives back late, and what is seen in each lesson. */
export const course = fc.record({
  parties: fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: PARENTS, maxLength: PARENTS }),
  late: fc.record({ pick, ...fate }),
  lessons: fc.array(
    fc.record({
      seen: fc.array(atTheDoor, { maxLength: 3 }),
      judging: fate.crash,
      contest: fc.option(fc.record({ pick, ...fate }), { freq: 2 }),
    }),
    { minLength: LESSONS, maxLength: LESSONS },
  ),
})
export type Course = typeof course extends fc.Arbitrary<infer Value> ? Value : never
