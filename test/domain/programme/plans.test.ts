import { parseRule } from '../../../src/domain/calendar/parse-rule'
import { ruleInWords } from '../../../src/domain/calendar/recurrence-words'
import { parseSeating } from '../../../src/domain/calendar/seating'
import { whatIsWrong } from '../../../src/domain/programme/judge-plan'
import { plannedLessons } from '../../../src/domain/programme/lessons-of-plan'
import { nextTerm } from '../../../src/domain/programme/next-term'
import { ruleOfLessons } from '../../../src/domain/programme/rule-of-lessons'
import { TEMPLATE_KEYS, planOfTemplate } from '../../../src/domain/programme/templates'
import { dateOf, dayOfWeek } from '../../../src/domain/time/date'
import { HOUR, instantAt } from '../../../src/domain/time/instant'

const TODAY = '2026-11-22'
const NOW = instantAt(TODAY, '09:00')
const at = (...days: string[]) =>
  days.map((day) => {
    const startsAt = instantAt(day, '19:00')
    return { startsAt, endsAt: startsAt + HOUR }
  })

test.each(TEMPLATE_KEYS)('The template %s is a plan that can be published as it is', (key) => {
  const plan = planOfTemplate(key, TODAY)
  expect(whatIsWrong(plan, NOW)).toBeNull()
  expect(plan.when.kind === 'rule' && parseRule(plan.when.rule)).toHaveProperty('rule')
  if (plan.seating) expect(parseSeating(plan.seating)).toHaveProperty('seating')
  const [first] = plannedLessons({ ...plan, seating: null }, TODAY)
  expect(dateOf(first!.startsAt) > TODAY).toBe(true)
})

test('The next term has the weekdays and as many lessons as the last', () => {
  const plan = planOfTemplate('night-school', TODAY)
  const next = nextTerm(plan, '2027-03-01')
  const [before, after] = [plan, next].map((one) => plannedLessons(one, TODAY))
  expect(after).toHaveLength(before!.length)
  const days = after!.map(({ startsAt }) => dateOf(startsAt))
  expect(days[0]! >= '2027-03-01').toBe(true)
  expect(new Set(days.map(dayOfWeek))).toEqual(new Set([3]))
})

test('Lessons one a week are said as a weekly rule, with the days that they leave out', () => {
  const weekly = ruleOfLessons(at('2026-12-02', '2026-12-09', '2026-12-16'))
  expect(ruleInWords(weekly)).toBe('每周三 19:00–20:00，12月2日起，共 3 课')
  const gap = ruleOfLessons(at('2026-12-02', '2026-12-16', '2026-12-23', '2026-12-30'))
  expect(gap).toMatchObject({ frequency: 'weekly', exceptDates: ['2026-12-09'] })
  expect(ruleInWords(gap)).not.toContain('课')
})

test('Lessons without a rhythm, or two on a day, are said by their days', () => {
  expect(ruleOfLessons(at('2026-12-02', '2026-12-05')).frequency).toBe('dates')
  const [one] = at('2026-12-02')
  const later = { startsAt: one!.startsAt + 2 * HOUR, endsAt: one!.endsAt + 2 * HOUR }
  expect(ruleOfLessons([one!, later])).toMatchObject({ dates: ['2026-12-02'] })
})
