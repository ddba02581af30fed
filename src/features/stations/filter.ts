import type { StationFinder, StationQuery } from '@/domain/stations/finder'
import type { Facility } from '@/domain/stations/facility'

/** What a rider wants of a station. */
export interface StationFilter {
  open: 'now' | '24h' | null
  facilities: readonly Facility[]
}

/** What the tab begins with. */
export const OPEN_NOW: StationFilter = { open: 'now', facilities: [] }

/** One thing that can be wanted, as its chip says it. */
export type Want = 'now' | '24h' | Facility

export const WANTS: readonly { value: Want; label: string }[] = [
  { value: 'now', label: '现在开着' },
  { value: '24h', label: '24 小时' },
  { value: 'charging', label: '能充电' },
  { value: 'toilet', label: '有厕所' },
  { value: 'microwave', label: '能热饭' },
  { value: 'water', label: '有热水' },
  { value: 'battery-swap', label: '能换电' },
]

const isOpening = (want: Want): want is 'now' | '24h' => want === 'now' || want === '24h'

export function isWanted(filter: StationFilter, want: Want): boolean {
  return isOpening(want) ? filter.open === want : filter.facilities.includes(want)
}

/** The filter after a tap on a chip: 现在开着 and 24 小时 take each other's place. */
export function toggled(filter: StationFilter, want: Want): StationFilter {
  if (isOpening(want)) return { ...filter, open: filter.open === want ? null : want }
  const others = filter.facilities.filter((facility) => facility !== want)
  const facilities = isWanted(filter, want) ? others : [...others, want]
  return { ...filter, facilities }
}

/** The part of a question to the list that a filter makes. */
export function queryOf({
  open,
  facilities,
}: StationFilter): Pick<StationQuery, 'open' | 'facilities'> {
  return { open: open ?? undefined, facilities }
}

/**
 * Which chip to lift when nothing fits: the one without which the nearest station is nearest. Null
 * when no single chip helps.
 */
export function chipToLift(
  finder: StationFinder,
  question: Omit<StationQuery, 'open' | 'facilities' | 'limit'>,
  filter: StationFilter,
): { want: Want; label: string } | null {
  let best: { want: Want; label: string; distance: number } | null = null
  for (const { value, label } of WANTS) {
    if (!isWanted(filter, value)) continue
    const without = queryOf(toggled(filter, value))
    const [nearest] = finder.find({ ...question, ...without, limit: 1 })
    if (nearest && (best === null || nearest.distance < best.distance)) {
      best = { want: value, label, distance: nearest.distance }
    }
  }
  return best && { want: best.want, label: best.label }
}
