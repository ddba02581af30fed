import type { Seating } from '@/domain/calendar/seating'

/** What of a seating cannot change once people may have seats by it. */
const FIXED = ['per', 'mode', 'slotMinutes', 'numbered'] as const
export type FixedField = 'seating' | 'capacity' | (typeof FIXED)[number]

const DEFAULTS = { mode: 'open', numbered: false, slotMinutes: undefined, per: undefined } as const

/** The field of a seating that a published activity cannot change; null where nothing is in the way. */
export function fixedField(before: Seating | null, after: Seating | null): FixedField | null {
  if (before === null || after === null) return before === after ? null : 'seating'
  const of = (seating: Seating, field: (typeof FIXED)[number]) => seating[field] ?? DEFAULTS[field]
  return FIXED.find((field) => of(before, field) !== of(after, field)) ?? null
}

/** Whether pools that have not opened get other times or another role. */
export function isReseated(before: Seating | null, after: Seating | null): boolean {
  const rest = (seating: Seating | null) => JSON.stringify(sorted({ ...seating, capacity: 0 }))
  return rest(before) !== rest(after)
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
