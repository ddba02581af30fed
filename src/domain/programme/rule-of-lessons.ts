import type { Rule } from '@/domain/calendar/rule'
import { ruleDates } from '@/domain/calendar/rule-dates'
import type { Span } from '@/domain/seats/clash'
import { dateOf, dayOfWeek } from '@/domain/time/date'
import { MINUTE, timeOf } from '@/domain/time/instant'

/** Fewer lessons make no rhythm that is worth saying. */
const FEWEST_OF_A_RHYTHM = 3

/**
 * The rule that says best when these lessons are, for words and calendars: weekly where they are at one
 * time of day and leave out fewer days than they hold, else their days. Lessons (one at least, in any
 * order; instants in milliseconds) stay what is true: a second one on a day, or another time of day, is
 * in no rule.
 */
export function ruleOfLessons(lessons: readonly Span[]): Rule {
  const usual = commonest(lessons.map(kindOf))
  const [time, minutes] = usual.split(' ') as [string, string]
  const dates = [...new Set(lessons.map(({ startsAt }) => dateOf(startsAt)))].sort()
  const startsOn = dates[0]!
  const terms = { startsOn, time, durationMinutes: Number(minutes) }
  const isEven = lessons.every((one) => kindOf(one) === usual) && dates.length === lessons.length
  const weekly = isEven && dates.length >= FEWEST_OF_A_RHYTHM ? weeklyOf(dates, terms) : null
  return weekly ?? { frequency: 'dates', ...terms, dates }
}

/** 19:00 90 */
function kindOf({ startsAt, endsAt }: Span): string {
  return `${timeOf(startsAt)} ${Math.round((endsAt - startsAt) / MINUTE)}`
}

function commonest(kinds: readonly string[]): string {
  const times = new Map<string, number>()
  for (const kind of kinds) times.set(kind, (times.get(kind) ?? 0) + 1)
  return [...times].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

function weeklyOf(
  dates: readonly string[],
  terms: Pick<Rule, 'startsOn' | 'time' | 'durationMinutes'>,
): Rule | null {
  const weekdays = [...new Set(dates.map(dayOfWeek))].sort((a, b) => a - b)
  const until = dates[dates.length - 1]!
  const weekly = { frequency: 'weekly' as const, ...terms, weekdays }
  const given = [...ruleDates({ ...weekly, until })]
  const exceptDates = given.filter((date) => !dates.includes(date))
  if (exceptDates.length === 0) return { ...weekly, count: dates.length }
  // Days that are left out use up a count, so that words would promise more lessons than there are.
  return exceptDates.length < dates.length ? { ...weekly, until, exceptDates } : null
}
