import type { Output, ParsedInput } from '@/contract'
import { holidayMark, holidaysAnnouncedUntil } from '@/domain/calendar/holidays'
import { dayOfChineseCalendar } from '@/domain/calendar/lunar'
import { poolState } from '@/domain/seats/pool'
import { addDays, daysBetween } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import { type Show, nextTurn, sameForAll } from '@/cloud/shared-answers/same-for-all'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { occurrencesOfDays } from '@/cloud/store/queries/occurrences'
import { lessonOf } from '../lesson'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 500

type Occurrence = Output<'calendar.list'>['occurrences'][number]
type Day = Output<'calendar.list'>['days'][number]
type Row = Awaited<ReturnType<typeof occurrencesOfDays>>[number]

const showCalendar: Show<'calendar.list'> = async ({ input, now, store }) => {
  const after = readCursor(input.after, ['day', 'instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, from, to, category, audience } = input
  const rows = await occurrencesOfDays(store.db, {
    ...{ centreId, from, to, category, audience },
    after,
    now,
    limit: PAGE + 1,
  })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      now: toInstantText(now.getTime()),
      occurrences: page.map((row) => onTheWire(row, now.getTime())),
      days: daysOf(input),
      holidaysAnnouncedUntil,
      after: last && writeCursor(last.day, last.starts_at, last.occurrence_id),
    },
    turnsAt: nextTurn(
      now.getTime(),
      page.flatMap((row) => [row.opens_at, row.closes_at]),
    ),
  }
}

/** What is on in a centre from one day to another; what was cancelled stays, and says so. */
export const listCalendar = sameForAll('calendar.list', showCalendar)

function onTheWire(row: Row, now: number): Occurrence {
  const { capacity, taken, opens_at: opensAt, closes_at: closesAt } = row
  const pool =
    capacity === null || taken === null || opensAt === null || closesAt === null
      ? null
      : { capacity, taken, opensAt, closesAt }
  return {
    occurrenceId: row.occurrence_id,
    activityId: row.activity_id,
    poolId: row.pool_id,
    title: row.title,
    category: row.category,
    audience: row.audience,
    startsAt: toInstantText(row.starts_at),
    endsAt: toInstantText(row.ends_at),
    place: row.place,
    capacity,
    taken,
    state: row.state,
    topic: row.topic ?? undefined,
    poolState: pool && poolState(pool, now),
    ...(row.intake && { intake: { service: row.intake, free: row.free_hours } }),
    opensAt: opensAt === null ? null : toInstantText(opensAt),
    poolMode: row.mode ?? undefined,
    onlyRole: row.only_role,
    lesson: lessonOf(row),
  }
}

function daysOf({ from, to }: ParsedInput<'calendar.list'>): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
    const date = addDays(from, index)
    return { date, ...dayOfChineseCalendar(date), holiday: holidayMark(date) }
  })
}
