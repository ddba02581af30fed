import { dateOf } from '@/domain/time/date'
import { MINUTE, instantAt, parseInstant, timeOf } from '@/domain/time/instant'
import { dateInWords, monthDayInWords, timeRangeInWords } from '@/domain/time/words'
import type { Plan } from './plan'
import type { PlannedDay } from './plan-dates'
import type { PlanPreview } from './saving-words'

type Lesson = PlanPreview['lessons'][number]

/** One line of the list of what comes of a plan. */
export interface PreviewRow {
  key: string
  title: string
  note: string | null
  /** Does not take place. */
  off: boolean
  tag: { tone: 'waiting' | 'full' | 'info' | 'quiet'; text: string } | null
}

/** The lines of what the server made of a plan. */
export function rowsOfPreview({ lessons }: PlanPreview, today: string): PreviewRow[] {
  return lessons.map((lesson, index) => {
    const [from, to] = [parseInstant(lesson.startsAt), parseInstant(lesson.endsAt)]
    return {
      key: `${lesson.startsAt} ${index}`,
      title: `${dateInWords(dateOf(from), today)} ${timeRangeInWords(from, to)}`,
      note: noteOf(lesson),
      off: lesson.held === 'dropped' || lesson.change === 'cancelled',
      tag: tagOf(lesson),
    }
  })
}

function noteOf({ restDay, held, originalDate, room, place, change, from }: Lesson): string | null {
  if (held === 'dropped') return `${restDay ?? '节假日'}，停一次`
  if (room) {
    const [starts, ends] = [parseInstant(room.startsAt), parseInstant(room.endsAt)]
    return `${place}那时有“${room.title}”，${timeRangeInWords(starts, ends)}`
  }
  if (change === 'moved' && from) {
    const before = parseInstant(from.startsAt)
    const where = from.place === place ? '' : `，${from.place}`
    return `原来 ${monthDayInWords(dateOf(before))} ${timeOf(before)}${where}`
  }
  if (held === 'moved') return `${monthDayInWords(originalDate)} ${restDay ?? '放假'}，顺延到这天`
  return restDay === null ? null : `${restDay}，照常`
}

function tagOf({ held, change, room }: Lesson): PreviewRow['tag'] {
  if (change === 'cancelled') return { tone: 'full', text: '取消' }
  if (held === 'dropped') return { tone: 'quiet', text: '停一次' }
  if (room) return { tone: 'waiting', text: '撞房间' }
  if (change === 'moved') return { tone: 'info', text: '改期' }
  if (change === 'added') return { tone: 'info', text: '新加' }
  return held === 'moved' ? { tone: 'info', text: '顺延' } : null
}

/** The lines of a plan as the phone itself counts them, until the server has answered. */
export function rowsOfDays(
  { when }: Plan,
  days: readonly PlannedDay[],
  today: string,
): PreviewRow[] {
  if (when.kind === 'lessons') {
    return [...when.lessons]
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      .map(({ startsAt, endsAt }, index) => {
        const [from, to] = [parseInstant(startsAt), parseInstant(endsAt)]
        const title = `${dateInWords(dateOf(from), today)} ${timeRangeInWords(from, to)}`
        return { key: `${startsAt} ${index}`, title, note: null, off: false, tag: null }
      })
  }
  const { time, durationMinutes } = when.rule
  return days.map(({ originalDate, date, rest }, index) => {
    const from = instantAt(date ?? originalDate, time)
    const range = timeRangeInWords(from, from + durationMinutes * MINUTE)
    const moved = date !== null && date !== originalDate
    return {
      key: `${originalDate} ${index}`,
      title: `${dateInWords(date ?? originalDate, today)} ${range}`,
      note: moved ? `${monthDayInWords(originalDate)} 放假，顺延到这天` : rest ? '放假' : null,
      off: date === null,
      tag:
        date === null
          ? { tone: 'quiet' as const, text: '停一次' }
          : moved
            ? { tone: 'info' as const, text: '顺延' }
            : null,
    }
  })
}

/** 3 次那时房间里有别的：三楼教室 “童声合唱团”、“读书会”; null where the room is free. */
export function clashesInWords({ roomClashes, lessons }: PlanPreview): string | null {
  if (roomClashes === 0) return null
  const titles = [...new Set(lessons.flatMap(({ room }) => room?.title ?? []))]
  const named = titles.slice(0, 3).map((title) => `“${title}”`)
  return `有 ${roomClashes} 次房间撞了：那时有${named.join('、')}。照样能发布，要么换个时间或地点。`
}

/** 改期 2 课，取消 1 课，新加 1 课; null where no lesson changes. */
export function changesInWords({ lessons }: Pick<PlanPreview, 'lessons'>): string | null {
  const count = (change: Lesson['change']): number =>
    lessons.filter((lesson) => lesson.change === change).length
  const parts = [
    ['改期', count('moved')] as const,
    ['取消', count('cancelled')] as const,
    ['新加', count('added')] as const,
  ]
  const said = parts.filter(([, lessons]) => lessons > 0).map(([word, n]) => `${word} ${n} 课`)
  return said.length > 0 ? said.join('，') : null
}

/** 报了名的 12 人每人收到一条通知，其中 2 人那时有别的安排。 */
export function whomInWords({ people, clashing }: Pick<PlanPreview, 'people' | 'clashing'>) {
  if (people === 0) return '没有人的座位受影响，不用通知谁。'
  const others = clashing > 0 ? `，其中 ${clashing} 人那时有别的安排` : ''
  return `报了名的 ${people} 人每人收到一条通知${others}。`
}
