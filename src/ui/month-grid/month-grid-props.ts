import type { Category } from '@/domain/calendar/programme'
import type { DayMark } from './month-cells'

export interface MonthGridProps {
  /** `YYYY-MM` */
  month: string
  /** What is known of each day, `YYYY-MM-DD` → mark; days of other months may be among them. */
  days: Readonly<Record<string, DayMark>>
  /** The category of each thing that is on, by day. */
  dots: Readonly<Record<string, readonly Category[]>>
  today: string
  selected: string
  /** Several that are chosen, drawn so in the place of the selected one. */
  chosen?: ReadonlySet<string>
  onSelect: (date: string) => void
  /** Comes by on the way to a day without choosing it; absent where that is the same. */
  onWalk?: (date: string) => void
  onMonth: (month: string) => void
}
