import { parseInstant, timeOf } from '@/domain/time/instant'
import type { Figure } from '@/ui/figures/figures'
import type { TagTone } from '@/ui/tag/tag'
import type { StaffDay } from './use-staff-day'

type Lessons = NonNullable<StaffDay['lessons']>
type NextLesson = Lessons['next'][number]
type Waiting = NonNullable<StaffDay['waiting']>

/** Where the parts of today that wait are dealt with. */
export type WaitsAt = 'cases' | 'lists' | 'ballots' | 'contested' | 'stations'

/** Today's numbers: who is expected and there, what is full and what nobody booked. */
export function dayFigures({ expected, there, full, empty }: Lessons): Figure[] {
  return [
    { name: '应到', number: expected },
    { name: '到了', number: there },
    { name: '满了', number: full },
    { name: '没人报', number: empty },
  ]
}

/** 12 课，2 位请过假 */
export function dayNote({ lessons, excused }: Lessons): string {
  return excused > 0 ? `${lessons} 课，${excused} 位请过假` : `${lessons} 课`
}

/** What a row says of a lesson that is on or to come. */
export function nextRow(lesson: NextLesson, now: number) {
  const { expected, there, left, place } = lesson
  const title = lesson.lesson ? `${lesson.title} 第 ${lesson.lesson.number} 课` : lesson.title
  const tag = tagOf(lesson, now)
  const seats = left === 0 ? '满了' : `余 ${left} 席`
  const note = `${place} · ${seats}`
  const time = timeOf(parseInstant(lesson.startsAt))
  const standing = expected === 0 ? '没人报' : `${there} / ${expected} 到了`
  return { time, title, note, tag, label: `${title}，${time}，${place}，${standing}，${seats}` }
}

function tagOf({ expected, there, startsAt }: NextLesson, now: number) {
  if (expected === 0) return { tone: 'quiet' as TagTone, text: '没人报' }
  const on = parseInstant(startsAt) <= now || there > 0
  return on
    ? { tone: 'info' as TagTone, text: `${there} / ${expected}` }
    : { tone: 'info' as TagTone, text: `应到 ${expected}` }
}

/** What waits, each with what to do about it; what nothing waits for is left out. */
export function waitingRows(
  waiting: Waiting,
): { title: string; note: string; count: number; urgent: boolean; at: WaitsAt }[] {
  const rows: [count: number, title: string, note: string, at: WaitsAt, urgent?: true][] = [
    [waiting.overdue, '过了时限的预约', '催一催，或者换一位来接', 'cases', true],
    [waiting.unassigned, '还没人接的预约', '看看请谁来接', 'cases'],
    [waiting.feedback, '没答复的投诉建议', '居民在等一句话', 'cases'],
    [waiting.contested, '有话说的', '居民说没来记错了', 'contested'],
    [waiting.stations, '驿站有人说了', '锁着、坏了、搬走了', 'stations'],
    [waiting.roomAndWaiting, '有空位、还有人等的班', '看看为什么没递补上', 'lists'],
    [waiting.offers, '席位留着等确认', '过了时间自己让给下一位', 'lists'],
    [waiting.toAnnounce, '要公布的摇号', '说好用哪个公开数字', 'ballots'],
    [waiting.toDraw, '该录数字的摇号', '公开数字出来了，两个人各录一遍', 'ballots', true],
  ]
  return rows
    .filter(([count]) => count > 0)
    .map(([count, title, note, at, urgent = false]) => ({ count, title, note, at, urgent }))
}

/** 7, or 999+ where more than anybody counts wait. */
export function countInWords(count: number): string {
  return count >= 1_000 ? '999+' : `${count}`
}
