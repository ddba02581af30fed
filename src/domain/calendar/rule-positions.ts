import { addDays } from '@/domain/time/date'
import { isPublicRestDay, isWorkingDay } from './holidays'
import type { Rule } from './rule'
import { ruleDates } from './rule-dates'

/** One day that a rule gives, and the day on which it takes place; null when it does not. */
export interface Position {
  originalDate: string
  date: string | null
}

/**
 * The first working day after `date` that comes before the rule's next day and has nothing on yet;
 * null when there is none, so that no lecture is moved onto, or past, the one after it.
 */
function nextFreeWorkingDay(rule: Rule, date: string, next: string | undefined): string | null {
  // The longest holidays so far had nine days.
  for (let days = 1; days <= 14; days += 1) {
    const candidate = addDays(date, days)
    if (next !== undefined && candidate >= next) return null
    const free = !rule.extraDates?.includes(candidate)
    if (free && isWorkingDay(candidate)) return candidate
  }
  return null
}

/** Whether postponing shifts the whole rest of the rule, so that no lesson of a course is lost. */
function shifts(rule: Rule): boolean {
  return rule.frequency === 'weekly' && rule.count !== undefined && rule.onRestDays === 'postpone'
}

function dateOfPosition(rule: Rule, originalDate: string, next: string | undefined): string | null {
  if (rule.exceptDates?.includes(originalDate)) return null
  const policy = rule.onRestDays ?? 'keep'
  // A rest day that was also added by hand is meant to be held.
  const held = rule.extraDates?.includes(originalDate) || !isPublicRestDay(originalDate)
  if (policy === 'keep' || held) return originalDate
  return policy === 'drop' || shifts(rule) ? null : nextFreeWorkingDay(rule, originalDate, next)
}

function isRestDayOfShiftingRule(rule: Rule, date: string): boolean {
  return shifts(rule) && isPublicRestDay(date) && !rule.extraDates?.includes(date)
}

/**
 * Every day that a rule gives, with what becomes of it, in order; a rule without end up to
 * `through`. Days of a counted course that are lost to rest days do not use up its count.
 */
export function rulePositions(rule: Rule, through: string): Position[] {
  const dates = ruleDates(rule)
  const positions: Position[] = []
  let left = rule.count ?? Infinity
  let current = dates.next()
  while (!current.done && left > 0 && (isBounded(rule) || current.value <= through)) {
    const originalDate = current.value
    current = dates.next()
    const date = dateOfPosition(rule, originalDate, current.done ? undefined : current.value)
    positions.push({ originalDate, date })
    if (!isRestDayOfShiftingRule(rule, originalDate)) left -= 1
  }
  return positions
}

/** Whether a rule comes to an end by itself. */
export function isBounded(rule: Rule): boolean {
  return rule.count !== undefined || rule.until !== undefined || rule.frequency === 'dates'
}
