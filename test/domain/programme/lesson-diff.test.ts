import fc from 'fast-check'
import { type StandingLesson, lessonDiff } from '../../../src/domain/programme/lesson-diff'
import type { PlannedLesson } from '../../../src/domain/programme/lessons-of-plan'
import { HOUR } from '../../../src/domain/time/instant'

const NOW = 100 * HOUR

const planned = fc.record({
  startsAt: fc.integer({ min: 1, max: 400 }).map((hours) => hours * HOUR),
  place: fc.constantFrom('示例教室', '示例大厅'),
})
const plan = fc
  .uniqueArray(planned, { selector: ({ startsAt }) => startsAt, maxLength: 12 })
  .map((lessons) =>
    lessons.map((one): PlannedLesson => {
      return { ...one, endsAt: one.startsAt + HOUR, originalStartsAt: one.startsAt }
    }),
  )
/** Lessons of a plan as they stand: some moved by an hour or called off by themselves. */
const stood = plan.chain((before) =>
  fc
    .array(fc.constantFrom('as-planned', 'moved', 'cancelled'), {
      minLength: before.length,
      maxLength: before.length,
    })
    .map((fates) => ({
      before,
      standing: before.map((one, index): StandingLesson => {
        const by = fates[index] === 'moved' ? HOUR / 2 : 0
        return {
          ...one,
          startsAt: one.startsAt + by,
          endsAt: one.endsAt + by,
          occurrenceId: `here.lesson-${index}`,
          isCancelled: fates[index] === 'cancelled',
        }
      }),
    })),
)

test('The same plan changes nothing, whatever staff did to single lessons', () => {
  fc.assert(
    fc.property(stood, ({ before, standing }) => {
      const diff = lessonDiff(standing, { before, after: before, now: NOW })
      expect({ ...diff, same: [] }).toEqual({ same: [], moved: [], cancelled: [], added: [] })
    }),
  )
})

test('What the plan before did not give is there afterwards, once, and nothing else is new', () => {
  fc.assert(
    fc.property(stood, plan, ({ before, standing }, after) => {
      const diff = lessonDiff(standing, { before, after, now: NOW })
      const named = [...diff.same, ...diff.moved].map((one) => one.planned)
      const originals = [...named, ...diff.added].map((one) => one.originalStartsAt)
      expect(new Set(originals).size).toBe(originals.length)
      const begun = new Set(
        standing.filter(({ startsAt }) => startsAt <= NOW).map((one) => one.originalStartsAt),
      )
      const due = after.filter((one) => one.startsAt > NOW && !begun.has(one.originalStartsAt))
      for (const { originalStartsAt } of due) expect(originals).toContain(originalStartsAt)
    }),
  )
})

test('No lesson that has begun is touched, and each other one has one fate', () => {
  fc.assert(
    fc.property(stood, plan, ({ before, standing }, after) => {
      const { same, moved, cancelled } = lessonDiff(standing, { before, after, now: NOW })
      const fates = [...same, ...moved].map(({ lesson }) => lesson).concat(cancelled)
      expect(new Set(fates).size).toBe(fates.length)
      expect(fates.every(({ startsAt }) => startsAt > NOW)).toBe(true)
      expect(moved.every(({ planned: to }) => to.startsAt > NOW)).toBe(true)
      expect(cancelled.every(({ isCancelled }) => !isCancelled)).toBe(true)
    }),
  )
})

test('As many lessons as can be are kept: nothing is called off beside one that is new', () => {
  fc.assert(
    fc.property(stood, plan, ({ before, standing }, after) => {
      const { cancelled, added } = lessonDiff(standing, { before, after, now: NOW })
      expect(Math.min(cancelled.length, added.length)).toBe(0)
    }),
  )
})

test('A lesson is matched with the one on its day before any other', () => {
  const at = (hours: number, id = ''): StandingLesson => ({
    ...{ startsAt: hours * HOUR, endsAt: (hours + 1) * HOUR, originalStartsAt: hours * HOUR },
    ...{ place: '示例教室', occurrenceId: id, isCancelled: false },
  })
  const standing = [at(200, 'here.first'), at(248, 'here.second')]
  const after = [at(249), at(300)]
  const { moved } = lessonDiff(standing, { before: standing, after, now: NOW })
  expect(moved.map(({ lesson, planned: to }) => [lesson.occurrenceId, to.startsAt])).toEqual([
    ['here.second', 249 * HOUR],
    ['here.first', 300 * HOUR],
  ])
})
