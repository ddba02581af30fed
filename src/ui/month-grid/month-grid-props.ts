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
  onSelect: (date: string) => void
  onMonth: (month: string) => void
}
