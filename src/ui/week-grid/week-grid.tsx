import { useState, type KeyboardEvent } from 'react'
import { View } from '@tarojs/components'
import { weekdayCharacter } from '@/domain/time/words'
import { aria } from '../aria'
import { Tap } from '../tap/tap'
import './week-grid.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** One cell: an ISO weekday and the minutes since midnight at which it begins. */
export interface WeekCell {
  weekday: number
  minutes: number
}

interface WeekGridProps {
  /** What the grid is for, for a screen reader. */
  label: string
  /** When each row begins, in minutes since midnight; all are equally long. */
  rows: readonly number[]
  /** 14:00, of minutes since midnight. */
  timeOf: (minutes: number) => string
  isOn: (cell: WeekCell) => boolean
  /** A cell whose counterpart is still to be tapped. */
  begun: WeekCell | null
  onTap: (cell: WeekCell) => void
}

const idOf = ({ weekday, minutes }: WeekCell): string => `hour-${weekday}-${minutes}`
const same = (a: WeekCell | null, b: WeekCell): boolean =>
  a?.weekday === b.weekday && a.minutes === b.minutes

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A browser's arrow keys walk from cell to cell. The mini-program has no keyboard to listen to. */
function arrowKeys(
  at: WeekCell,
  rows: readonly number[],
  onStop: (cell: WeekCell) => void,
): object {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key]
      if (!step) return
      event.preventDefault()
      const minutes = rows[rows.indexOf(at.minutes) + step[1]]
      const weekday = at.weekday + step[0]
      if (minutes === undefined || weekday < 1 || weekday > 7) return
      onStop({ weekday, minutes })
      document.getElementById(idOf({ weekday, minutes }))?.focus()
    },
  }
}

/** A week: weekdays across, times of day down; what is on is in colour and said aloud. */
export function WeekGrid({ label, rows, timeOf, isOn, begun, onTap }: WeekGridProps) {
  const [stop, setStop] = useState<WeekCell>({ weekday: 1, minutes: rows[0] ?? 0 })
  const length = (rows[1] ?? 0) - (rows[0] ?? 0)
  return (
    <View className="week-grid">
      <View className="week-grid-row week-grid-head" {...aria({ hidden: true })}>
        <View />
        {WEEKDAYS.map((weekday) => (
          <View key={weekday}>{weekdayCharacter(weekday)}</View>
        ))}
      </View>
      <View {...aria({ role: 'grid', label })} {...arrowKeys(stop, rows, setStop)}>
        {rows.map((minutes) => (
          <View key={minutes} className="week-grid-row" {...aria({ role: 'row' })}>
            <View className="week-grid-time" {...aria({ hidden: true })}>
              {minutes % 60 === 0 ? timeOf(minutes) : ''}
            </View>
            {WEEKDAYS.map((weekday) => {
              const cell = { weekday, minutes }
              const [on, first] = [isOn(cell), same(begun, cell)]
              const state = first ? '开始' : on ? '有' : '没有'
              return (
                <Tap
                  key={weekday}
                  id={idOf(cell)}
                  role="gridcell"
                  className={`hour-cell${minutes % 60 === 0 ? ' hour-cell-whole' : ''}`}
                  label={`周${weekdayCharacter(weekday)} ${timeOf(minutes)} 到 ${timeOf(minutes + length)}，${state}`}
                  selected={on}
                  stop={same(stop, cell)}
                  onTap={() => {
                    setStop(cell)
                    onTap(cell)
                  }}
                >
                  <View className={on ? 'hour-face hour-face-on' : 'hour-face'}>
                    {first ? '起' : ''}
                  </View>
                </Tap>
              )
            })}
          </View>
        ))}
      </View>
    </View>
  )
}
