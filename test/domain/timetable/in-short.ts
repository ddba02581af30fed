import { toInstantText } from '@/domain/time/instant'
import type { FoundActivity } from '@/domain/timetable/found'

const day = (instant: number) => toInstantText(instant).slice(5, 10)
const time = (instant: number | null) =>
  instant === null ? '?' : toInstantText(instant).slice(11, 16)

/** A class on one line: title | lessons | teacher @ place | capacity | ages | fee. */
export function inShort(activity: FoundActivity): string {
  const { title, teacher, place, capacity, ages, fee, lessons } = activity
  const [first, last] = [lessons[0], lessons[lessons.length - 1]]
  const when = first
    ? `${lessons.length} × ${day(first.startsAt)} ${time(first.startsAt)}–${time(first.endsAt)} … ${day(last!.startsAt)}`
    : '0'
  return [
    title,
    when,
    `${teacher ?? '-'} @ ${place ?? '-'}`,
    capacity ?? '-',
    ages ? `${ages.min ?? ''}–${ages.max ?? ''}` : '-',
    fee ? `${fee.fen}${fee.per ? `/${fee.per}` : ''}` : '-',
  ].join(' | ')
}
