import { useMemo } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { addDays } from '@/domain/time/date'
import { useAnswer } from '../use-answer'
import { monthSpan } from './month-model'

/** Today and the six days after it: enough to say what comes next when today is empty. */
const WEEK_DAYS = 6

function between(centreId: string, from: string, to: string): Question<'calendar.list'> {
  return {
    operation: 'calendar.list',
    input: { centreId, from, to },
    copy: 'public',
    join: (before, next) => ({
      ...next,
      occurrences: [...before.occurrences, ...next.occurrences],
    }),
  }
}

/** What is on in a month (`YYYY-MM`) and the days around it that its grid shows. */
export function useMonth(centreId: string | null, month: string) {
  const { from, to } = useMemo(() => monthSpan(month), [month])
  return useAnswer(centreId === null ? null : between(centreId, from, to))
}

/** What is on from a day (`YYYY-MM-DD`) until six days later. */
export function useWeek(centreId: string | null, today: string) {
  return useAnswer(centreId === null ? null : between(centreId, today, addDays(today, WEEK_DAYS)))
}
