import { useMemo, useState } from 'react'
import type { Category } from '@/domain/calendar/programme'
import { monthOf } from '@/domain/time/date'
import { MonthGrid } from '@/ui/month-grid/month-grid'
import type { PlannedDay } from './plan-dates'
import { planMarks } from './plan-marks'

interface DaysGridProps {
  days: readonly PlannedDay[]
  /** The days on which somebody else has the room. */
  clashes: ReadonlySet<string>
  category: Category
  today: string
  onDay: (date: string) => void
}

/** The days of a plan in their months: what is held, and in a word what is unusual. */
export function DaysGrid({ days, clashes, category, today, onDay }: DaysGridProps) {
  const held = useMemo(() => new Set(days.flatMap(({ date }) => date ?? [])), [days])
  const first = days[0]?.date ?? days[0]?.originalDate ?? today
  const [at, walk] = useState(first)
  // A rule that begins elsewhere is looked at where it begins.
  const [shown, show] = useState({ first, month: monthOf(first) })
  const month = shown.first === first ? shown.month : monthOf(first)
  const marks = useMemo(() => planMarks(month, days, clashes), [month, days, clashes])
  const dots = useMemo(
    () => Object.fromEntries([...held].map((date) => [date, [category]])),
    [held, category],
  )
  return (
    <MonthGrid
      month={month}
      days={marks}
      dots={dots}
      today={today}
      selected={at}
      chosen={held}
      onSelect={(date) => {
        walk(date)
        onDay(date)
      }}
      onWalk={walk}
      onMonth={(next) => show({ first, month: next })}
    />
  )
}
