import { View } from '@tarojs/components'
import { addDays } from '@/domain/time/date'
import { aria } from '@/ui/aria'
import { Tap } from '@/ui/tap/tap'
import './near-days.css'

/** What is looked at: today, tomorrow, the five days after it, then week after week. */
export const TODAY = 0
export const TOMORROW = 1
export const LATER = 2

const NAMES = ['今天', '明天', '后几天'] as const
const WEEK = 7

/** The day from which on a week is asked for, so that what is looked at lies in it. */
export function firstDayOf(near: number, today: string): string {
  return addDays(today, WEEK * Math.max(0, near - LATER))
}

/** The days that are looked at, in their order. */
export function nearDates(near: number, today: string): string[] {
  if (near < LATER) return [addDays(today, near)]
  const from = near === LATER ? LATER : 0
  const first = firstDayOf(near, today)
  return Array.from({ length: WEEK - from }, (_, day) => addDays(first, from + day))
}

interface NearDaysProps {
  value: number
  onChange: (near: number) => void
}

/** 今天, 明天, 后几天. */
export function NearDays({ value, onChange }: NearDaysProps) {
  return (
    <View className="near-days" {...aria({ role: 'radiogroup', label: '哪一天' })}>
      {NAMES.map((name, near) => {
        const on = near === Math.min(value, LATER)
        return (
          <Tap
            key={name}
            role="radio"
            pressed={on}
            className={on ? 'near-day near-day-on' : 'near-day'}
            onTap={() => onChange(near)}
          >
            {name}
          </Tap>
        )
      })}
    </View>
  )
}
