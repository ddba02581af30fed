import { useState } from 'react'
import type { DayMark } from '@/ui/month-grid/month-cells'
import { DotKey as ADotKey, MonthGrid as AMonthGrid } from '@/ui/month-grid/month-grid'
import { MonthHead as AMonthHead, WeekHead } from '@/ui/month-grid/month-head'
import { WeekGrid as AWeekGrid, type WeekCell } from '@/ui/week-grid/week-grid'
import { nothing, State } from '../state'

const TODAY = '2026-11-22'
const DAYS: Record<string, DayMark> = {
  '2026-11-22': { lunar: '十四', festival: '小雪', holiday: null },
  '2026-11-26': { lunar: '十八', festival: null, holiday: null },
  '2026-11-28': { lunar: '二十', festival: null, holiday: 'work' },
  '2026-11-29': { lunar: '廿一', festival: '感恩节', holiday: 'rest' },
}
const DOTS = {
  '2026-11-05': ['lecture', 'legal'],
  '2026-11-22': ['children'],
  '2026-11-26': ['lecture', 'children', 'clinic', 'festival'],
} as const

export function MonthGrid() {
  const [day, setDay] = useState('2026-11-26')
  const [month, setMonth] = useState('2026-11')
  return (
    <>
      <State name="今天、选着、放假、调休">
        <AMonthGrid
          month={month}
          days={DAYS}
          dots={DOTS}
          today={TODAY}
          selected={day}
          onSelect={setDay}
          onMonth={setMonth}
        />
      </State>
      <State name="选了几天">
        <AMonthGrid
          month="2026-11"
          days={DAYS}
          dots={DOTS}
          today={TODAY}
          selected={TODAY}
          chosen={new Set(['2026-11-05', '2026-11-12', '2026-11-19'])}
          onSelect={nothing}
          onMonth={nothing}
        />
      </State>
    </>
  )
}

export function MonthHead() {
  return (
    <>
      <State name="这个月、别的月">
        <AMonthHead title="2026 年 11 月" onStep={nothing} />
        <AMonthHead title="2026 年 12 月" onStep={nothing} today={nothing} />
      </State>
      <State name="大字的一周">
        <WeekHead title="这一周" onStep={nothing} today={nothing} />
      </State>
    </>
  )
}

export function DotKey() {
  return <ADotKey />
}

const HOURS = [840, 870, 900, 930]
const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

export function WeekGrid() {
  const [begun, setBegun] = useState<WeekCell | null>({ weekday: 3, minutes: 870 })
  return (
    <State name="有、没有、起">
      <AWeekGrid
        label="每周的时间"
        rows={HOURS}
        timeOf={clock}
        isOn={({ weekday, minutes }) => weekday === 1 && minutes < 930}
        begun={begun}
        onTap={setBegun}
      />
    </State>
  )
}
