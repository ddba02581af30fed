import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import {
  instantAt,
  isTimeOfDay,
  minutesOfDay,
  parseInstant,
  timeOf,
  toInstantText,
} from '@/domain/time/instant'
import { dayInWords, whenInWords } from '@/domain/time/words'

/** A lesson to come as the page of its activity knows it. */
export type ComingLesson = Output<'activities.get'>['pools'][number]['occurrences'][number]
export type Preview = Output<'lessons.previewMove'>

/** What staff have said so far of the time and place that a lesson is to have. */
export interface ChangeDraft {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:MM` */
  from: string
  to: string
  place: string
}

/** What the server takes: the longest place and reason, and the shortest reason. */
export const PLACE_LENGTH = 60
export const REASON_LENGTH = { least: 2, most: 60 }

/** How many days are offered to choose from, today's being the first. */
const DAYS = 28

/** A draft of a lesson as it stands. */
export function draftOf({ startsAt, endsAt, place }: ComingLesson): ChangeDraft {
  const [from, to] = [parseInstant(startsAt), parseInstant(endsAt)]
  return { day: dateOf(from), from: timeOf(from), to: timeOf(to), place }
}

/** The days on which a lesson may take place: four weeks, and its own day where that lies beyond. */
export function daysFor(lesson: ComingLesson, now: number) {
  const [today, own] = [dateOf(now), dateOf(parseInstant(lesson.startsAt))]
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index))
  if (!days.includes(own)) days.push(own)
  return days.map((day) => ({ value: day, label: dayInWords(day, today) }))
}

/** The draft with another beginning: the lesson stays as long as it was. */
export function beginningAt(draft: ChangeDraft, from: string): ChangeDraft {
  if (!isTimeOfDay(from) || !isTimeOfDay(draft.from) || !isTimeOfDay(draft.to)) {
    return { ...draft, from }
  }
  const length = minutesOfDay(draft.to) - minutesOfDay(draft.from)
  const end = minutesOfDay(from) + length
  if (length <= 0 || end >= 24 * 60) return { ...draft, from }
  return { ...draft, from, to: timeOf(instantAt(draft.day, '00:00') + end * 60_000) }
}

/** What is still wrong with a draft, in a few words; null when it can be asked about. */
export function wrongOf({ from, to, place }: ChangeDraft): string | null {
  if (!isTimeOfDay(from)) return '写几点开始，比如 09:30'
  if (!isTimeOfDay(to)) return '写几点结束，比如 11:00'
  if (minutesOfDay(to) <= minutesOfDay(from)) return '结束要在开始以后'
  return place.trim() === '' ? '写在哪儿上' : null
}

/** The time and place of a draft on the wire. */
export function spanOf({ day, from, to, place }: ChangeDraft) {
  return {
    startsAt: toInstantText(instantAt(day, from)),
    endsAt: toInstantText(instantAt(day, to)),
    place: place.trim(),
  }
}

/** Whether a draft is another time or place than the lesson has, or brings a cancelled one back. */
export function isAnother(draft: ChangeDraft, lesson: ComingLesson): boolean {
  const { startsAt, endsAt, place } = spanOf(draft)
  const same = startsAt === lesson.startsAt && endsAt === lesson.endsAt && place === lesson.place
  return !same || lesson.state === 'cancelled'
}

/** 12 人有这一课的座位，其中 2 人那时有别的安排。 */
export function peopleInWords({ people, clashing }: Preview): string {
  if (people === 0) return '还没有人有这一课的座位。'
  const others = clashing > 0 ? `，其中 ${clashing} 人那时有别的安排` : '，那时都没有别的安排'
  return `${people} 人有这一课的座位${others}。`
}

/** 三楼音乐教室那时有“童声合唱团”，15:00–16:30; null where the room is free. */
export function roomInWords({ room }: Preview, place: string, now: number): string | null {
  if (room === null) return null
  const when = whenInWords(parseInstant(room.startsAt), parseInstant(room.endsAt), now)
  return `${place}那时有“${room.title}”：${when}。`
}

/** 第 3 课 12月5日 周六 09:30–11:00 */
export function lessonLine({ startsAt, endsAt, lesson }: ComingLesson, now: number): string {
  const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
  return lesson ? `第 ${lesson.number} 课 ${when}` : when
}
