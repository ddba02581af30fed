import type { Pool } from 'pg'
import type { Output } from '@/contract'
import { isPublicRestDay, restDayName } from '@/domain/calendar/holidays'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { rulePositions } from '@/domain/calendar/rule-positions'
import { poolTimes } from '@/domain/calendar/seating'
import type { PlannedLesson } from '@/domain/programme/lessons-of-plan'
import { MOST_LESSONS, type Plan } from '@/domain/programme/plan'
import { addDays, dateOf } from '@/domain/time/date'
import { MINUTE, instantAt, toInstantText } from '@/domain/time/instant'
import { peopleConcerned } from '@/cloud/store/queries/programme/people'
import { roomsTaken } from '@/cloud/store/queries/programme/rooms'
import type { WrittenLesson } from '@/cloud/store/queries/programme/standing'
import { ruleOf } from '@/cloud/store/queries/programme/write-plan'
import { type WrittenDiff, concernedBy } from './change-of-plan'

type Preview = Output<'programme.preview'>
type Lesson = Preview['lessons'][number]
interface Shown {
  lesson: PlannedLesson
  held?: 'dropped'
  change: Lesson['change']
  from?: PlannedLesson
}

/** What a plan would make of an activity; `standing` are the lessons that it has. */
export async function previewOf(
  pool: Pool,
  { centreId, activityId }: { centreId: string; activityId: string | null },
  plan: Plan,
  { diff, standing }: { diff: WrittenDiff; standing: readonly WrittenLesson[] },
  now: number,
): Promise<Preview> {
  const isTerm = plan.seating?.per === 'term'
  const isNew = activityId === null || standing.length === 0
  const shown = shownIn(diff, isNew, now)
  const last = shown.at(-1)?.lesson.startsAt ?? now
  const all = [...shown, ...droppedBy(plan, now, last)]
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt)
    .slice(0, MOST_LESSONS)
  const held = all.filter(({ held, change }) => held !== 'dropped' && change !== 'cancelled')
  const [rooms, concerned] = await Promise.all([
    roomsTaken(
      pool,
      { centreId, activityId },
      held.map(({ lesson }) => lesson),
    ),
    peopleConcerned(pool, centreId, concernedBy(diff, standing, isTerm)),
  ])
  const lessons = all.map((one) => onTheWire(one, rooms[held.indexOf(one)] ?? null))
  return {
    ruleInWords: ruleInWords(ruleOf(plan, now)),
    lessons,
    restDays: lessons.filter(({ restDay }) => restDay !== null).length,
    roomClashes: rooms.filter((room) => room !== null).length,
    opensAt: opensAt(
      plan,
      held.map(({ lesson }) => lesson),
      now,
    ),
    ...concerned,
  }
}

function shownIn(diff: WrittenDiff, isNew: boolean, now: number): Shown[] {
  return [
    // One that staff left otherwise than planned stands as they left it.
    ...diff.same.map(({ lesson }) => ({
      lesson,
      change: lesson.isCancelled ? ('cancelled' as const) : ('same' as const),
    })),
    ...diff.moved.map(({ lesson, planned }) => {
      return { lesson: planned, change: 'moved' as const, from: lesson }
    }),
    ...diff.cancelled.map((lesson) => ({ lesson, change: 'cancelled' as const })),
    ...diff.added.map((lesson) => ({ lesson, change: isNew ? null : ('added' as const) })),
  ]
    .filter(({ lesson }) => lesson.endsAt > now)
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt)
}

/** What the rule gives on public rest days and nobody holds, up to the last lesson and a week. */
function droppedBy({ when, place }: Plan, now: number, last: number): Shown[] {
  if (when.kind === 'lessons') return []
  const { rule } = when
  const [from, to] = [dateOf(now), addDays(dateOf(last), 7)]
  return rulePositions(rule, to)
    .filter(({ originalDate, date }) => {
      const inSpan = originalDate >= from && originalDate <= to
      const left = date === null && !rule.exceptDates?.includes(originalDate)
      return inSpan && left && isPublicRestDay(originalDate)
    })
    .map(({ originalDate }) => {
      const startsAt = instantAt(originalDate, rule.time)
      const endsAt = startsAt + rule.durationMinutes * MINUTE
      const lesson = { startsAt, endsAt, originalStartsAt: startsAt, place }
      return { lesson, held: 'dropped', change: null }
    })
}

function onTheWire(
  { lesson, held, change, from }: Shown,
  room: Awaited<ReturnType<typeof roomsTaken>>[number],
): Lesson {
  const originalDate = dateOf(lesson.originalStartsAt)
  const isMoved = originalDate !== dateOf(lesson.startsAt) && restDayName(originalDate) !== null
  return {
    ...spanOf(lesson),
    restDay: restDayName(originalDate) ?? restDayName(dateOf(lesson.startsAt)),
    held: held ?? (isMoved ? 'moved' : 'as-ruled'),
    originalDate,
    room: room && {
      title: room.title,
      startsAt: toInstantText(room.startsAt),
      endsAt: toInstantText(room.endsAt),
    },
    change,
    ...(from && { from: spanOf(from) }),
  }
}

function spanOf({ startsAt, endsAt, place }: PlannedLesson) {
  return { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), place }
}

/** When the first pool that has not opened does. */
function opensAt({ seating }: Plan, lessons: readonly PlannedLesson[], now: number): string | null {
  if (!seating || lessons.length === 0) return null
  const first = seating.per === 'term' ? lessons.slice(0, 1) : lessons
  const openings = first.map((lesson) => poolTimes(seating, lesson).opensAt)
  const toOpen = openings.filter((instant) => instant > now)
  return toOpen.length > 0 ? toInstantText(Math.min(...toOpen)) : null
}
