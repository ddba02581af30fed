import { View } from '@tarojs/components'
import { addDays, monthOf } from '@/domain/time/date'
import { monthDayInWords, weekdayInWords } from '@/domain/time/words'
import { aria } from '../aria'
import { Tap } from '../tap/tap'
import { daySentence, weekCells } from './month-cells'
import type { MonthGridProps } from './month-grid-props'
import { WeekHead } from './month-head'

/** The week of the selected day, a day to a line, for 大字. */
export function WeekList(props: MonthGridProps) {
  const { month, days, dots, today, selected, chosen, onSelect, onMonth } = props
  const { onWalk = onSelect } = props
  const cells = weekCells(selected)
  const turn = (date: string) => {
    if (monthOf(date) !== month) onMonth(monthOf(date))
  }
  const walk = (date: string) => {
    turn(date)
    onWalk(date)
  }
  const [first, last] = [cells[0]?.date ?? selected, cells[6]?.date ?? selected]
  const holdsToday = today >= first && today <= last
  return (
    <View className="week">
      <WeekHead
        title={
          holdsToday
            ? '这一周'
            : `${monthDayInWords(first)}到${
                monthOf(first) === monthOf(last)
                  ? `${Number(last.slice(8))}日`
                  : monthDayInWords(last)
              }`
        }
        onStep={(weeks) => walk(addDays(selected, 7 * weeks))}
        today={selected === today ? undefined : () => walk(today)}
      />
      <View className="week-days" {...aria({ role: 'group' })}>
        {cells.map(({ date, day }) => {
          const mark = days[date]
          const count = dots[date]?.length ?? 0
          const on = chosen ? chosen.has(date) : date === selected
          return (
            <Tap
              key={date}
              className={on ? 'week-day week-day-selected' : 'week-day'}
              label={daySentence(date, mark, dots[date], today)}
              selected={on}
              onTap={() => {
                turn(date)
                onSelect(date)
              }}
            >
              <View className="week-date">
                {date === today ? '今天' : weekdayInWords(date)} {day}日
              </View>
              <View className={mark?.festival ? 'week-lunar date-festive' : 'week-lunar'}>
                {mark?.festival ?? mark?.lunar}
                {mark?.holiday === 'rest' ? ' 休' : mark?.holiday === 'work' ? ' 班' : ''}
              </View>
              <View className="week-count">{count ? `${count} 件事` : ''}</View>
            </Tap>
          )
        })}
      </View>
    </View>
  )
}
