import type { Output } from '@/contract'
import { checkedIn, type Mark } from '@/domain/attendance/mark'
import { type Sighting, type Standing, standingAfter } from '@/domain/attendance/standing'
import { parseInstant } from '@/domain/time/instant'
import type { Intent } from '@/gateway/call/intents'
import type { LessonTimes } from './lesson-time'

export type Roster = Output<'attendance.roster'>
export type Attendee = Roster['attendees'][number]

/** Somebody in the roster, with what this phone has marked and not sent yet. */
export interface Listed extends Attendee {
  /** The mark stands on this phone alone. */
  unsent: boolean
}

/** The last letters of a check-in code, as the roster has them. */
const ENDS = 4

/** What a phone has kept for a lesson: marks by hand, and codes that it scanned. */
export function unsentOf(occurrenceId: string, kept: readonly Intent[]): Intent[] {
  return kept.filter(
    ({ operation, input }) =>
      (operation === 'attendance.mark' || operation === 'attendance.scan') &&
      'occurrenceId' in input &&
      input.occurrenceId === occurrenceId,
  )
}

/**
 * The roster as it will be once everything that this phone keeps has got through: by the rule that the
 * server goes by, whatever arrives first. A scanned code is known by its end.
 */
export function withUnsent(
  attendees: readonly Attendee[],
  lesson: LessonTimes,
  unsent: readonly Intent[],
): Listed[] {
  return attendees.map((attendee) => {
    const sightings = unsent.flatMap((intent) => sightingOf(intent, attendee, lesson) ?? [])
    if (sightings.length === 0) return { ...attendee, unsent: false }
    const standing = sightings.reduce<Standing | null>(standingAfter, standingOf(attendee))
    return { ...attendee, mark: standing?.mark ?? null, unsent: true }
  })
}

function standingOf({ mark, means, markedAt }: Attendee): Standing | null {
  if (means === null || markedAt === null) return null
  const at = parseInstant(markedAt)
  return { mark, means, markedAt: at, seenAt: at }
}

function sightingOf(
  { input }: Intent,
  attendee: Attendee,
  { startsAt, endsAt }: LessonTimes,
): Sighting | null {
  if ('attendeeKey' in input) {
    if (input.attendeeKey !== attendee.attendeeKey) return null
    return { mark: input.mark, means: 'roster', at: parseInstant(input.seenAt) }
  }
  if (!('scannedAt' in input) || input.checkInCode.slice(-ENDS) !== attendee.codeEnds) return null
  const at = parseInstant(input.scannedAt)
  const mark = checkedIn({ startsAt: parseInstant(startsAt), endsAt: parseInstant(endsAt) }, at)
  return mark === 'present' || mark === 'late' ? { mark, means: 'code', at } : null
}

/** How many are expected, there and excused. */
export function countsOf(listed: readonly Pick<Listed, 'mark'>[]): {
  expected: number
  there: number
  excused: number
} {
  const of = (...marks: (Mark | null)[]) => listed.filter(({ mark }) => marks.includes(mark)).length
  return { expected: listed.length, there: of('present', 'late'), excused: of('excused') }
}

/** Those whose name, or the end of whose code, holds what was typed. */
export function found(listed: readonly Listed[], typed: string): Listed[] {
  const words = typed.trim()
  if (words === '') return [...listed]
  const code = words.replace(/\s/g, '').toUpperCase().slice(-ENDS)
  return listed.filter(
    ({ name, broughtBy, codeEnds }) =>
      [name, broughtBy].some((one) => one?.includes(words)) || codeEnds.endsWith(code),
  )
}

/** Those whom a scanned code brings, by its end. */
export function broughtByCode(listed: readonly Listed[], checkInCode: string): Listed[] {
  return listed.filter(({ codeEnds }) => codeEnds === checkInCode.slice(-ENDS))
}

/** What a person is called in the roster; somebody may have no name that is known. */
export function nameOf({ name, codeEnds }: Pick<Attendee, 'name' | 'codeEnds'>): string {
  return name ?? `签到码末尾 ${codeEnds}`
}

/** 示例家长 带来 · 码尾 7K2M · 今天顶一位 */
export function noteOf({ name, broughtBy, codeEnds, guest, unsent }: Listed): string {
  return [
    broughtBy ? `${broughtBy}带来` : null,
    name === null ? null : `码尾 ${codeEnds}`,
    guest ? '只来这一课' : null,
    unsent ? '还没送出去' : null,
  ]
    .filter(Boolean)
    .join(' · ')
}
