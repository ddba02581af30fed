import { useCallback, useRef, type KeyboardEvent } from 'react'
import { View, type CommonEvent, type ITouchEvent } from '@tarojs/components'
import { addMonths, monthOf } from '@/domain/time/date'
import { monthInWords, weekdayCharacter } from '@/domain/time/words'
import { useAppearance } from '../appearance'
import { aria } from '../aria'
import { DayCell } from './day-cell'
import { DOT_NAMES, dayByKey, monthCells, type Dot, type MonthCell } from './month-cells'
import type { MonthGridProps } from './month-grid-props'
import { MonthHead } from './month-head'
import { WeekList } from './week-list'
import './month-grid.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map(weekdayCharacter)
/** How far, in px, a finger has to travel sideways to turn the month. */
const SWIPE = 48

function useSwipe(turn: (months: number) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart(event: CommonEvent) {
      const touch = (event as ITouchEvent).touches[0]
      from.current = touch ? { x: touch.pageX, y: touch.pageY } : null
    },
    onTouchEnd(event: CommonEvent) {
      const touch = (event as ITouchEvent).changedTouches[0]
      if (!from.current || !touch) return
      const [x, y] = [touch.pageX - from.current.x, touch.pageY - from.current.y]
      from.current = null
      if (Math.abs(x) > SWIPE && Math.abs(x) > 1.6 * Math.abs(y)) turn(x < 0 ? 1 : -1)
    },
  }
}

/** A browser's arrow keys walk from day to day. The mini-program has no keyboard to listen to. */
function arrowKeys({
  selected,
  month,
  onSelect,
  onWalk = onSelect,
  onMonth,
}: MonthGridProps): object {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    onKeyDown(event: KeyboardEvent) {
      const next = dayByKey(selected, event.key)
      if (!next) return
      event.preventDefault()
      if (monthOf(next) !== month) onMonth(monthOf(next))
      onWalk(next)
      setTimeout(() => document.getElementById(`day-${next}`)?.focus(), 60)
    },
  }
}

/**
 * A month at a glance: Monday first, lunar days, festivals, 休 and 班, dots for what is on. Under
 * 大字 it shows one week, a day to a line: seven columns leave no room for a large target.
 */
export function MonthGrid(props: MonthGridProps) {
  const { month, days, dots, today, selected, chosen, onSelect, onMonth } = props
  const { onWalk = onSelect } = props
  const large = useAppearance(({ scale }) => scale) === 'large'
  const swipe = useSwipe((months) => onMonth(addMonths(month, months)))
  const arrows = arrowKeys(props)
  const latest = useRef(props)
  latest.current = props
  const choose = useCallback((cell: MonthCell) => {
    if (cell.outside) latest.current.onMonth(monthOf(cell.date))
    latest.current.onSelect(cell.date)
  }, [])
  if (large) return <WeekList {...props} />
  const cells = monthCells(month)
  const stop = cells.some(({ date }) => date === selected) ? selected : cells[0]?.date
  return (
    <View className="month">
      <MonthHead
        title={monthInWords(month)}
        onStep={(months) => onMonth(addMonths(month, months))}
        today={
          month === monthOf(today) && selected === today
            ? undefined
            : () => {
                if (month !== monthOf(today)) onMonth(monthOf(today))
                onWalk(today)
              }
        }
      />
      <View className="month-weekdays" {...aria({ hidden: true })}>
        {WEEKDAYS.map((weekday) => (
          <View key={weekday}>{weekday}</View>
        ))}
      </View>
      <View
        key={month}
        className="month-cells"
        {...aria({ role: 'grid', label: `${monthInWords(month)}，左右滑动换月` })}
        {...swipe}
        {...arrows}
      >
        {weeksOf(cells).map((week) => (
          <View key={week[0]!.date} className="month-week" {...aria({ role: 'row' })}>
            {week.map((cell) => (
              <DayCell
                key={cell.date}
                cell={cell}
                mark={days[cell.date]}
                categories={dots[cell.date]}
                today={today}
                selected={chosen ? chosen.has(cell.date) : cell.date === selected}
                stop={cell.date === stop}
                onTap={choose}
              />
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}

function weeksOf(cells: readonly MonthCell[]): MonthCell[][] {
  const weeks: MonthCell[][] = []
  for (let at = 0; at < cells.length; at += 7) weeks.push(cells.slice(at, at + 7))
  return weeks
}

/** What the dots mean, for under the grid. */
export function DotKey() {
  const large = useAppearance(({ scale }) => scale) === 'large'
  if (large) return null
  const dots = Object.keys(DOT_NAMES) as Dot[]
  return (
    <View className="dot-key" {...aria({ hidden: true })}>
      {dots.map((dot) => (
        <View key={dot} className="dot-key-item">
          <View className={`dot dot-${dot}`} />
          {DOT_NAMES[dot]}
        </View>
      ))}
    </View>
  )
}
