import { useState } from 'react'
import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { WeekGrid } from '@/ui/week-grid/week-grid'
import {
  type Cell,
  type Marking,
  rowsOf,
  spanAt,
  tapCell,
  timeOfMinutes,
  type WeekSpans,
} from './week-spans'
import './week-hours.css'

interface WeekHoursProps {
  week: WeekSpans
  onChange: (week: WeekSpans) => void
}

/** What the last tap began, and what to do next, in a sentence. */
export function markingInWords({ from, full }: Pick<Marking, 'from' | 'full'>): string {
  if (full) return '一天最多四段，先点掉一段。'
  if (!from) return '点开始的那一格，再点结束的那一格；点已有的，就取消那一段。'
  return `周${weekdayCharacter(from.weekday)} ${timeOfMinutes(from.minutes)} 开始，再点结束的那一格。`
}

/** Marks spans by taps: where they begin and where they end. */
export function useMarking({ week, onChange }: WeekHoursProps) {
  const [last, setLast] = useState<Pick<Marking, 'from' | 'full'>>({ from: null, full: false })
  const tap = (cell: Cell): void => {
    const next = tapCell({ week, ...last }, cell)
    setLast({ from: next.from, full: next.full })
    if (next.week !== week) onChange(next.week)
  }
  return { ...last, tap }
}

/** The hours of a week in a grid. */
export function WeekHours({ week, onChange }: WeekHoursProps) {
  const { tap, ...marking } = useMarking({ week, onChange })
  return (
    <>
      <View className="note week-hours-hint" {...aria({ role: 'status', live: 'polite' })}>
        {markingInWords(marking)}
      </View>
      <WeekGrid
        label="每周的时间，点开始再点结束"
        rows={rowsOf(week)}
        timeOf={timeOfMinutes}
        isOn={(cell) => spanAt(week, cell) !== null}
        begun={marking.from}
        onTap={tap}
      />
    </>
  )
}
