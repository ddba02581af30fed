import { memo } from 'react'
import { View } from '@tarojs/components'
import type { Category } from '@/domain/calendar/programme'
import { aria } from '../aria'
import { Tap } from '../tap/tap'
import { daySentence, dotsOf, underline, type DayMark, type MonthCell } from './month-cells'

interface DayCellProps {
  cell: MonthCell
  mark?: DayMark
  categories?: readonly Category[]
  today: string
  selected: boolean
  /** Where the keyboard enters the grid. */
  stop: boolean
  /** The same function for as long as the grid lives. */
  onTap: (cell: MonthCell) => void
}

/** One day of the grid; said aloud as one sentence, so what is inside is hidden from it. */
function DayCellView({ cell, mark, categories, today, selected, stop, onTap }: DayCellProps) {
  const { date, day, outside } = cell
  const under = underline(mark)
  const dots = outside ? [] : dotsOf(categories)
  const state = [
    'date',
    outside && 'date-outside',
    date === today && 'date-today',
    selected && 'date-selected',
    mark?.holiday === 'rest' && 'date-rest',
  ]
  return (
    <Tap
      id={`day-${date}`}
      role="gridcell"
      className={state.filter(Boolean).join(' ')}
      label={daySentence(date, mark, categories, today)}
      selected={selected}
      stop={stop}
      onTap={() => onTap(cell)}
    >
      {mark?.holiday ? (
        <View className={`date-mark date-mark-${mark.holiday}`}>
          {mark.holiday === 'rest' ? '休' : '班'}
        </View>
      ) : null}
      <View {...aria({ hidden: true })}>{day}</View>
      <View className={under.festive ? 'date-under date-festive' : 'date-under'}>{under.text}</View>
      {dots.length ? (
        <View className="date-dots">
          {dots.map((dot) => (
            <View key={dot} className={`dot dot-${dot}`} />
          ))}
        </View>
      ) : null}
    </Tap>
  )
}

/** Drawn anew only when what it shows changes. */
export const DayCell = memo(
  DayCellView,
  (before, after) =>
    before.cell.date === after.cell.date &&
    before.cell.outside === after.cell.outside &&
    before.mark === after.mark &&
    before.categories === after.categories &&
    before.today === after.today &&
    before.selected === after.selected &&
    before.stop === after.stop,
)
