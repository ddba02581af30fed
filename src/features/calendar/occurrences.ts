import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import type { Output } from '@/contract'
import type { Audience, Category } from '@/domain/calendar/programme'
import { keptForInWords } from '@/domain/seats/eligibility-words'
import { seatsLeft } from '@/domain/seats/pool'
import { dateOf } from '@/domain/time/date'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'

export type Occurrence = Output<'calendar.list'>['occurrences'][number]
export type Day = Output<'calendar.list'>['days'][number]
export type Tag = { tone: 'free' | 'waiting' | 'full' | 'info' | 'quiet'; text: string }

/** The calendar day (UTC+8) on which an occurrence begins. */
export function dayOf(occurrence: Occurrence): string {
  return dateOf(parseInstant(occurrence.startsAt))
}

export function suits(occurrence: Occurrence, audience: Audience | null): boolean {
  return audience === null || occurrence.audience === audience
}

/** What is on, on one day, for one audience (null: all), by time. */
export function agendaOf(
  occurrences: readonly Occurrence[],
  date: string,
  audience: Audience | null,
): Occurrence[] {
  return occurrences
    .filter((occurrence) => suits(occurrence, audience) && dayOf(occurrence) === date)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
}

/** The category of each thing that takes place, by day. */
export function dotsOf(
  occurrences: readonly Occurrence[],
  audience: Audience | null,
): Record<string, Category[]> {
  const dots: Record<string, Category[]> = {}
  for (const occurrence of occurrences) {
    if (occurrence.state === 'cancelled' || !suits(occurrence, audience)) continue
    const date = dayOf(occurrence)
    dots[date] = [...(dots[date] ?? []), occurrence.category]
  }
  return dots
}

/** How an occurrence stands for somebody who holds the seats of `bookedPools`; `now` in ms. */
export function tagOf(occurrence: Occurrence, bookedPools: ReadonlySet<string>, now: number): Tag {
  if (occurrence.state === 'cancelled') return { tone: 'full', text: '已取消' }
  if (parseInstant(occurrence.endsAt) <= now) return { tone: 'quiet', text: '已结束' }
  const { intake, poolId, capacity, taken } = occurrence
  if (intake) {
    return intake.free > 0
      ? { tone: 'free', text: `余 ${intake.free} 个时段` }
      : { tone: 'full', text: '约满了' }
  }
  if (poolId === null || capacity === null || taken === null) {
    return { tone: 'quiet', text: '直接来' }
  }
  if (bookedPools.has(poolId)) return { tone: 'info', text: '我已报' }
  const keptFor = keptForInWords(occurrence.onlyRole)
  if (keptFor) return { tone: 'quiet', text: keptFor }
  switch (occurrence.poolState) {
    case 'open':
      if (occurrence.poolMode === 'ballot') return { tone: 'waiting', text: '摇号' }
      return { tone: 'free', text: `余 ${seatsLeft({ capacity, taken })} 席` }
    case 'upcoming':
      return { tone: 'waiting', text: opensInWords(occurrence.opensAt, now) }
    case 'full':
      return { tone: 'full', text: '报满了' }
    default:
      return { tone: 'quiet', text: '报名截止' }
  }
}

function opensInWords(opensAt: string | null, now: number): string {
  if (opensAt === null) return '还没开放'
  const opens = parseInstant(opensAt)
  return opens > now ? `${momentInWords(opens, now).split(' ')[0]}开放` : '马上开放'
}

/** A line under the title: which lesson, where; a changed date is said. */
export function placeLine({ lesson, place, state }: Occurrence): string {
  const parts = [
    ...(state === 'rescheduled' ? ['改了时间'] : []),
    ...(lesson ? [`第 ${lesson.number} / ${lesson.of} 课`] : []),
    place,
  ]
  return parts.join(' · ')
}

/** The whole row as one sentence for a screen reader. */
export function rowSentence(occurrence: Occurrence, tag: Tag): string {
  const time = timeOf(parseInstant(occurrence.startsAt))
  const title = occurrenceTitle(occurrence.title, { topic: occurrence.topic })
  return `${time}，${title}，${placeLine(occurrence)}，${tag.text}`
}
