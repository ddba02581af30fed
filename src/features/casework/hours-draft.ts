import type { Input, Output } from '@/contract'
import type { Channel } from '@/domain/consultation/consultation'
import { type SlotSpan, slotsWithout } from '@/domain/consultation/month-slots'
import { dateOf, monthOf } from '@/domain/time/date'
import type { WeekSpans } from './week-spans'

export type OfficeHours = Input<'casework.publishHours'>['hours']
export type Known = Output<'casework.officeHours'>
export type SlotMinutes = OfficeHours['slotMinutes']

/** A month's hours while they are being set. */
export interface HoursDraft {
  week: WeekSpans
  /** Days without hours although the week has some, `YYYY-MM-DD`. */
  blocked: readonly string[]
  slotMinutes: SlotMinutes
  place: string
  channels: readonly Channel[]
}

export const NEW_HOURS: HoursDraft = {
  week: {},
  blocked: [],
  slotMinutes: 30,
  place: '',
  channels: ['in-person'],
}

/** The hours of a month as they were published, or those of another month without its blocked days. */
export function draftOf(hours: Known['hours'], month: string): HoursDraft {
  if (hours === null) return NEW_HOURS
  const { weekly, blocked, slotMinutes, place, channels } = hours
  return {
    week: Object.fromEntries(weekly.map(({ weekday, spans }) => [weekday, spans])),
    blocked: blocked.filter((date) => monthOf(date) === month),
    slotMinutes,
    place,
    channels,
  }
}

/** The draft as the wire takes it: only the weekdays that have hours, and blocked days that count. */
export function hoursOf({ week, blocked, slotMinutes, place, channels }: HoursDraft): OfficeHours {
  return {
    weekly: Object.entries(week)
      .map(([weekday, spans]) => ({ weekday: Number(weekday), spans: [...spans] }))
      .sort((a, b) => a.weekday - b.weekday),
    blocked: [...blocked].sort(),
    slotMinutes,
    place: place.trim(),
    channels: [...channels],
  }
}

/** The slots that a month would get, by day; `restDays` give none. */
export function slotsByDay(
  draft: HoursDraft,
  month: string,
  restDays: readonly string[],
): Map<string, SlotSpan[]> {
  const days = new Map<string, SlotSpan[]>()
  for (const slot of slotsWithout(hoursOf(draft), month, (date) => restDays.includes(date))) {
    const date = dateOf(slot.startsAt)
    days.set(date, [...(days.get(date) ?? []), slot])
  }
  return days
}

/** What is missing before a month can be published, in a sentence; null where nothing is. */
export function missingOf({ week, place, channels }: HoursDraft): string | null {
  if (Object.keys(week).length === 0) return null
  if (place.trim() === '') return '先写在哪儿见'
  return channels.length === 0 ? '先选怎么谈' : null
}

/** 24 个时段，8 天: what a month would give. */
export function givesInWords(days: ReadonlyMap<string, readonly SlotSpan[]>): string {
  const count = [...days.values()].reduce((sum, slots) => sum + slots.length, 0)
  return count === 0 ? '一个时段也没有' : `${count} 个时段，${days.size} 天`
}

/** 新增 24 个，撤下 2 个；约好的 3 个没动: what publishing changed. */
export function publishedInWords(value: Output<'casework.publishHours'>): string {
  const { added, withdrawn, kept } = value
  const parts = [
    added > 0 ? `新增 ${added} 个` : null,
    withdrawn > 0 ? `撤下 ${withdrawn} 个` : null,
    kept > 0 ? `有人约了的 ${kept} 个还在` : null,
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join('，')}。` : '和上一次一样，什么也没变。'
}
