import type { Output } from '@/contract'
import type { Rule } from '@/domain/calendar/recurrence'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import type { Selectable } from 'kysely'
import type { ActivityTable } from '@/cloud/store/tables'

type Summary = Output<'activities.list'>['activities'][number]

/** What the list and the single activity both say; `lessons` is how many one seat covers. */
export function summaryOf(
  row: Selectable<ActivityTable>,
  lessons: number,
): Omit<Summary, 'next' | 'pool'> {
  const bounded = row.min_age !== null || row.max_age !== null
  return {
    activityId: row.activity_id,
    centreId: row.centre_id,
    title: row.title,
    category: row.category,
    audience: row.audience,
    ruleInWords: ruleInWords(row.rule as Rule),
    place: row.place,
    ages: bounded ? { min: row.min_age, max: row.max_age } : null,
    fee: { free: row.fee_fen === 0, amountFen: row.fee_fen, currency: 'CNY' },
    lessons,
  }
}
