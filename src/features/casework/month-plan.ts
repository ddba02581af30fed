import type { SlotSpan } from '@/domain/consultation/month-slots'
import { dateOf, dayOfWeek } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { monthCells } from '@/ui/month-grid/month-cells'
import type { HoursDraft, Known } from './hours-draft'

/** One day of the month as the hours make it. */
export interface PlannedDay {
  /** `YYYY-MM-DD` */
  date: string
  day: number
  outside: boolean
  /** How many slots it would get. */
  count: number
  /** How many of its published slots somebody has taken. */
  taken: number
  state: 'open' | 'blocked' | 'rest' | 'none'
  past: boolean
  /** The day as one sentence. */
  label: string
}

/** The days of a month in whole weeks from Monday, with what each would give. `now` in milliseconds. */
export function plannedDays(
  month: string,
  draft: HoursDraft,
  days: ReadonlyMap<string, readonly SlotSpan[]>,
  { slots, restDays }: Pick<Known, 'slots' | 'restDays'>,
  now: number,
): PlannedDay[] {
  const today = dateOf(now)
  const takenOn = new Map<string, number>()
  for (const { startsAt, taken } of slots) {
    const date = dateOf(parseInstant(startsAt))
    if (taken) takenOn.set(date, (takenOn.get(date) ?? 0) + 1)
  }
  return monthCells(month).map(({ date, day, outside }) => {
    const count = days.get(date)?.length ?? 0
    const taken = takenOn.get(date) ?? 0
    const given = (draft.week[dayOfWeek(date)]?.length ?? 0) > 0
    const blocked = draft.blocked.includes(date)
    const state = !given ? 'none' : blocked ? 'blocked' : restDays.includes(date) ? 'rest' : 'open'
    const label = [
      dateInWords(date, today),
      { open: `${count} 个时段`, blocked: '这天停', rest: '放假', none: '没有时间' }[state],
      ...(taken > 0 ? [`${taken} 个有人约了`] : []),
    ].join('，')
    return { date, day, outside, count, taken, state, past: date < today, label }
  })
}

/** Blocks a day, or unblocks it. */
export function toggled(blocked: readonly string[], date: string): string[] {
  return blocked.includes(date) ? blocked.filter((one) => one !== date) : [...blocked, date]
}
