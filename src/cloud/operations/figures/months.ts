import type { ParsedInput } from '@/contract'
import { MOST_MONTHS } from '@/domain/figures/month'
import { addMonths, firstOfMonth, monthOf, dateOf } from '@/domain/time/date'

type Span = Pick<ParsedInput<'figures.centre'>, 'from' | 'to'>
type SpanRefusal =
  | { code: 'SPAN_REVERSED'; facts: Record<string, never> }
  | { code: 'SPAN_TOO_LONG'; facts: { months: number } }

/** The months of a span that have begun, in order, and the days from which to which they reach. */
export interface Months {
  months: string[]
  /** The month that is under way. */
  current: string
  from: string
  to: string
}

/** The months of a span, or why it is none. */
export function monthsOf({ from, to }: Span, now: number): Months | { refusal: SpanRefusal } {
  if (to < from) return { refusal: { code: 'SPAN_REVERSED', facts: {} } }
  const months: string[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    months.push(month)
    if (months.length > MOST_MONTHS) {
      return { refusal: { code: 'SPAN_TOO_LONG', facts: { months: MOST_MONTHS } } }
    }
  }
  const current = monthOf(dateOf(now))
  return {
    months: months.filter((month) => month <= current),
    current,
    ...{ from: firstOfMonth(from), to: firstOfMonth(addMonths(to, 1)) },
  }
}
