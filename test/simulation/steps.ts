import fc from 'fast-check'
import { PARENTS, course } from './course'
import type { Crash } from './crashing'

/** Who takes part in a history: some alone, some with two children. */
export const PEOPLE = 8
export { PARENTS }
/** A history's pools: two that anybody books, two whose seats are drawn together. */
export const OPEN_POOLS = 2
export const DRAWN_POOLS = 2

/** One step of a history. Whom and what it is about is picked from what there is by a number. */
export type Step = { crash: Crash | null; again: boolean } & (
  | { kind: 'book' | 'join'; person: number; party: number; pool: number }
  | { kind: 'cancel'; pick: number }
  | { kind: 'leave' | 'accept' | 'moveUp'; pick: number }
  | { kind: 'enter'; person: number; party: number; wishes: number }
  | { kind: 'leaveBallot'; person: number }
  | { kind: 'number'; member: number; number: number }
  | { kind: 'draw' | 'clock' }
  | { kind: 'wait'; hours: number }
)

const crash: fc.Arbitrary<Crash | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.record({
      statement: fc.integer({ min: 1, max: 12 }),
      when: fc.constantFrom<Crash['when']>('before', 'after'),
    }),
  },
)
const fate = { crash, again: fc.boolean() }
const person = fc.nat({ max: PEOPLE - 1 })
/** 0 oneself, 1 and 2 the first child or both, 3 all. */
const party = fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3)
const pick = fc.nat({ max: 30 })

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ kind: fc.constant('book' as const), person, party, ...fate },
      pool: fc.nat({ max: OPEN_POOLS + DRAWN_POOLS - 1 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ kind: fc.constant('join' as const), person, party, ...fate },
      pool: fc.nat({ max: OPEN_POOLS + DRAWN_POOLS - 1 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), pick, ...fate }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'accept' as const, 'leave' as const),
      ...{ pick, ...fate },
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('moveUp' as const), pick, ...fate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: fc.constant('enter' as const), person, party, ...fate },
      wishes: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('leaveBallot' as const), person, ...fate }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: fc.constant('number' as const), ...fate },
      member: fc.nat({ max: 1 }),
      number: fc.constantFrom(123456, 123456, 123456, 654321),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('draw' as const), ...fate }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('clock' as const), ...fate }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 6, 13, 13, 25, 49),
      ...fate,
    }),
  },
)

/** A history: the sizes of its pools, who entered the ballot on its first day, and what happens. */
export const history = fc.record({
  capacities: fc.array(fc.integer({ min: 1, max: 4 }), {
    minLength: OPEN_POOLS + DRAWN_POOLS,
    maxLength: OPEN_POOLS + DRAWN_POOLS,
  }),
  /** Whether the open pools are full from the beginning, so that lists form at once. */
  full: fc.constantFrom(true, true, true, false),
  /** Whether a family waits for the first pool already, and behind it some alone who fit sooner. */
  listed: fc.boolean(),
  entrants: fc.array(fc.record({ person, party, wishes: fc.nat({ max: 3 }) }), { maxLength: 6 }),
  steps: fc.array(step, { minLength: 12, maxLength: 40, size: 'max' }),
  /** How many of the pools, which are courses of one term, anybody may have seats in; null for all. */
  coursesPerTerm: fc.constantFrom(null, null, null, 1, 2),
  /** Whether the second and the third pool are parallel classes, of which one is for each. */
  parallel: fc.constantFrom(false, false, true),
  /** A course that some of them take afterwards; drawn last, so that the rest is as it was without. */
  course: fc.option(course, { freq: 2 }),
})
export type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never
