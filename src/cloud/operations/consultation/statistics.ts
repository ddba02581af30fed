import { MATTER_KINDS, SEALED_SERVICES } from '@/domain/consultation/consultation'
import {
  type MonthSpan,
  publishedOfKinds,
  publishedOfService,
  publishedSatisfaction,
} from '@/domain/consultation/published-numbers'
import { addMonths, dateOf, monthOf } from '@/domain/time/date'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { type TallyRow, talliesUntil } from '@/cloud/store/queries/consultations/tallies'

/** What a centre may publish of its consultations in a span of months; of finished months alone. */
export const statistics: Handler<'consultation.statistics'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const { centreId, fromMonth, toMonth } = input
  if ((await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const lastMonth = addMonths(monthOf(dateOf(clock.now().getTime())), -1)
  const tallies = await talliesUntil(store.pool, centreId, lastMonth)
  const months = monthsFrom(tallies[0]?.month, lastMonth).map((month) => ({
    month,
    rows: tallies.filter((row) => row.month === month),
  }))
  const span: MonthSpan = { from: fromMonth, to: toMonth }
  const kinds = publishedOfKinds(months.map(kindsOf), span)
  return {
    value: {
      services: SEALED_SERVICES.map((service) => {
        const ofService = months.map(({ month, rows }) => ({
          month,
          closed: sum(rows, (row) => (row.service === service ? row.closed : 0)),
          settled: sum(rows, (row) => (row.service === service ? row.settled : 0)),
        }))
        return { service, ...publishedOfService(ofService, span) }
      }),
      kinds: MATTER_KINDS.map((kind) => ({ kind, closed: kinds.get(kind) ?? null })),
      satisfaction: publishedSatisfaction(months.map(answersOf), span),
    },
  }
}

type Month = { month: string; rows: TallyRow[] }

function kindsOf({ month, rows }: Month) {
  const counts = MATTER_KINDS.map((kind) => [
    kind,
    sum(rows, (row) => (row.kind === kind ? row.closed : 0)),
  ])
  return { month, kinds: Object.fromEntries(counts) as Record<TallyRow['kind'], number> }
}

function answersOf({ month, rows }: Month) {
  return {
    month,
    rated: sum(rows, (row) => row.rated),
    sum: sum(rows, (row) => row.satisfactionSum),
  }
}

/** The months from one to another, both included; none without a first one. */
function monthsFrom(first: string | undefined, last: string): string[] {
  const months: string[] = []
  for (let month = first; month && month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

function sum(rows: readonly TallyRow[], countOf: (row: TallyRow) => number): number {
  return rows.reduce((total, row) => total + countOf(row), 0)
}
