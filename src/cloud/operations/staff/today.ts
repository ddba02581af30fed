import type { OperationName, Output } from '@/contract'
import { centreKey } from '@/domain/access/key'
import { dayAtAGlance } from '@/domain/attendance/day-at-a-glance'
import { addDays, dateOf, startOfDay } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import type { Actor, Dependencies, Handler } from '@/cloud/handler'
import { permit } from '@/cloud/permit'
import { type CountedLesson, lessonsOfDay } from '@/cloud/store/queries/attendance/lessons'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { casesUnderWay, clinicsOfDay, poolsOpening } from '@/cloud/store/queries/desk/today'
import { waitingAtDesk } from '@/cloud/store/queries/desk/waiting'
import { whoseCases } from '../casework/whose-cases'
import { lessonOf } from '../lesson'

type Today = Output<'staff.today'>

/** A day has no more lessons than this: a centre has a dozen rooms and twelve hours. */
const LESSONS = 500
const NEXT = 8
const CLINICS = 20
const OPENING = 8

/** For whoever works in a centre: today there; each part is for whom the list behind it is. */
export const todayAtTheCentre: Handler<'staff.today'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const { centreId } = input
  const now = clock.now()
  if ((await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const place: Place = { centreId, now, day: dateOf(now.getTime()), actor, dependencies }
  const [lessons, clinics, cases, opening, waiting] = await Promise.all([
    may(place, 'attendance.lessons') ? lessonsOf(place) : null,
    may(place, 'queue.list') ? clinicsOf(place) : null,
    may(place, 'casework.list') ? casesOf(place) : null,
    may(place, 'waitlist.pools') ? openingOf(place) : null,
    may(place, 'casework.waiting') ? waitingAtDesk(store.pool, centreId, now) : null,
  ])
  return { value: { day: place.day, lessons, clinics, cases, opening, waiting } }
}

interface Place {
  centreId: string
  now: Date
  /** `YYYY-MM-DD` */
  day: string
  actor: Actor
  dependencies: Dependencies
}

/** Whether the actor may ask in this centre for what a part of today leads to. */
function may({ centreId, actor }: Place, operation: OperationName): boolean {
  const key = centreKey(centreId, 'any')
  return permit(operation, actor, { centreId, poolId: key }) === null
}

async function lessonsOf({ centreId, now, day, dependencies }: Place): Promise<Today['lessons']> {
  const page = { centreId, day, after: undefined, limit: LESSONS }
  const rows = await lessonsOfDay(dependencies.store.pool, page)
  const counted = rows.map((row) => ({
    ...{ row, state: row.state, startsAt: row.starts_at, endsAt: row.ends_at },
    ...{ expected: row.expected, there: row.there, excused: row.excused },
    left: row.capacity - row.taken,
  }))
  const { next, ...numbers } = dayAtAGlance(counted, now.getTime(), NEXT)
  return { ...numbers, next: next.map(({ row, left }) => ({ ...onTheWire(row), left })) }
}

function onTheWire(row: CountedLesson) {
  return {
    occurrenceId: row.occurrence_id,
    activityId: row.activity_id,
    title: row.title,
    category: row.category,
    place: row.place,
    startsAt: toInstantText(row.starts_at),
    endsAt: toInstantText(row.ends_at),
    lesson: lessonOf(row),
    expected: row.expected,
    there: row.there,
    excused: row.excused,
  }
}

async function clinicsOf({ centreId, day, dependencies }: Place): Promise<Today['clinics']> {
  const rows = await clinicsOfDay(dependencies.store.pool, centreId, day, CLINICS)
  return rows.map(({ startsAt, endsAt, ...clinic }) => ({
    ...clinic,
    startsAt: toInstantText(startsAt),
    endsAt: toInstantText(endsAt),
  }))
}

function casesOf({ centreId, now, actor, dependencies }: Place): Promise<Today['cases']> {
  return casesUnderWay(dependencies.store.pool, whoseCases(actor, centreId), now)
}

async function openingOf({ centreId, now, day, dependencies }: Place): Promise<Today['opening']> {
  const span = { after: now, before: new Date(startOfDay(addDays(day, 1))) }
  const rows = await poolsOpening(dependencies.store.pool, centreId, span, OPENING)
  return rows.map(({ opensAt, ...pool }) => ({ ...pool, opensAt: toInstantText(opensAt) }))
}
