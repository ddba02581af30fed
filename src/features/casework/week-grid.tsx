import { useState, type KeyboardEvent } from 'react'
import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Tap } from '@/ui/tap/tap'
import {
  type Cell,
  CELL_MINUTES,
  type Marking,
  rowsOf,
  spanAt,
  tapCell,
  timeOfMinutes,
  type WeekSpans,
} from './week-spans'
import './week-grid.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

interface WeekGridProps {
  week: WeekSpans
  onChange: (week: WeekSpans) => void
}

/** What the last tap began, and what to do next, in a sentence. */
export function markingInWords({ from, full }: Marking): string {
  if (full) return '一天最多四段，先点掉一段。'
  if (!from) return '先点开始的那一格，再点结束的那一格；点已有的就取消那一段。'
  return `周${weekdayCharacter(from.weekday)} ${timeOfMinutes(from.minutes)} 开始，再点结束的那一格。`
}

/** Marks spans by taps: where they begin and where they end. */
export function useMarking(week: WeekSpans, onChange: (week: WeekSpans) => void) {
  const [last, setLast] = useState<Pick<Marking, 'from' | 'full'>>({ from: null, full: false })
  const marking: Marking = { week, ...last }
  const tap = (cell: Cell): void => {
    const next = tapCell(marking, cell)
    setLast({ from: next.from, full: next.full })
    if (next.week !== week) onChange(next.week)
  }
  return { marking, tap }
}

const idOf = ({ weekday, minutes }: Cell): string => `hour-${weekday}-${minutes}`

/** A browser's arrow keys walk from cell to cell. */
function arrowKeys(at: Cell, rows: readonly number[], onStop: (cell: Cell) => void): object {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    onKeyDown(event: KeyboardEvent) {
      const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
      const step = steps[event.key as keyof typeof steps]
      const minutes = rows[rows.indexOf(at.minutes) + (step?.[1] ?? 0)]
      const weekday = at.weekday + (step?.[0] ?? 0)
      if (!step || minutes === undefined || weekday < 1 || weekday > 7) return
      event.preventDefault()
      onStop({ weekday, minutes })
      document.getElementById(idOf({ weekday, minutes }))?.focus()
    },
  }
}

/** A week as a grid: weekdays across, half hours down, the hours of each in colour and said aloud. */
export function WeekGrid({ week, onChange }: WeekGridProps) {
  const { marking, tap } = useMarking(week, onChange)
  const rows = rowsOf(week)
  const [stop, setStop] = useState<Cell>({ weekday: 1, minutes: rows[0]! })
  return (
    <View className="week-grid">
      <View className="note week-grid-hint" {...aria({ role: 'status', live: 'polite' })}>
        {markingInWords(marking)}
      </View>
      <View className="week-grid-row week-grid-head" {...aria({ hidden: true })}>
        <View />
        {WEEKDAYS.map((weekday) => (
          <View key={weekday}>{weekdayCharacter(weekday)}</View>
        ))}
      </View>
      <View
        {...aria({ role: 'grid', label: '每周的时间，点开始再点结束' })}
        {...arrowKeys(stop, rows, setStop)}
      >
        {rows.map((minutes) => (
          <View key={minutes} className="week-grid-row">
            <View className="week-grid-time" {...aria({ hidden: true })}>
              {minutes % 60 === 0 ? timeOfMinutes(minutes) : ''}
            </View>
            {WEEKDAYS.map((weekday) => {
              const cell = { weekday, minutes }
              return (
                <HourCell
                  key={weekday}
                  cell={cell}
                  on={spanAt(week, cell) !== null}
                  first={marking.from?.weekday === weekday && marking.from.minutes === minutes}
                  stop={stop.weekday === weekday && stop.minutes === minutes}
                  onTap={() => {
                    setStop(cell)
                    tap(cell)
                  }}
                />
              )
            })}
          </View>
        ))}
      </View>
    </View>
  )
}

interface HourCellProps {
  cell: Cell
  on: boolean
  /** A span begins here and has no end yet. */
  first: boolean
  stop: boolean
  onTap: () => void
}

function HourCell({ cell, on, first, stop, onTap }: HourCellProps) {
  const { weekday, minutes } = cell
  const until = timeOfMinutes(minutes + CELL_MINUTES)
  const state = first ? '开始' : on ? '有' : '没有'
  return (
    <Tap
      id={idOf(cell)}
      role="gridcell"
      className={`hour-cell${minutes % 60 === 0 ? ' hour-cell-whole' : ''}`}
      label={`周${weekdayCharacter(weekday)} ${timeOfMinutes(minutes)} 到 ${until}，${state}`}
      selected={on}
      stop={stop}
      onTap={onTap}
    >
      <View className={on ? 'hour-face hour-face-on' : 'hour-face'}>{first ? '起' : ''}</View>
    </Tap>
  )
}
