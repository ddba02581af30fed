import type { Output } from '@/contract'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { wholeLessons } from '@/domain/programme/lessons-of-plan'
import type { PlanWhen } from '@/domain/programme/plan'
import { dateOf } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { type ListedActivity, listedActivities } from '@/cloud/store/queries/programme/list'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 50

type Listed = Output<'programme.list'>['activities'][number]

/** For staff: what a centre offers, drafts too, what was changed last first. */
export const listProgramme: Handler<'programme.list'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, state, text } = input
  const now = clock.now()
  const page = { centreId, state, text, after, now, limit: PAGE + 1 }
  const rows = await listedActivities(store.pool, page)
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page: shown, last } = pageOf(rows, PAGE)
  return {
    value: {
      activities: shown.map((row) => onTheWire(row, now.getTime())),
      after: last && writeCursor(last.changedAt, last.activityId),
    },
  }
}

function onTheWire(row: ListedActivity, now: number): Listed {
  const { activityId, title, category, state, place, host, taken, waiting, version } = row
  const { startsAt, endsAt } = state === 'draft' ? plannedSpan(row, now) : standingSpan(row)
  return {
    ...{ activityId, title, category, state, place, host },
    ruleInWords: ruleInWords(row.rule),
    firstStartsAt: startsAt === null ? null : toInstantText(startsAt),
    lastEndsAt: endsAt === null ? null : toInstantText(endsAt),
    capacity: row.capacity ?? row.seating?.capacity ?? null,
    ...{ taken, waiting, version, changedAt: toInstantText(row.changedAt) },
  }
}

interface Whole {
  startsAt: number | null
  endsAt: number | null
}

function standingSpan({ firstStartsAt: startsAt, lastEndsAt: endsAt }: ListedActivity): Whole {
  return { startsAt, endsAt }
}

function plannedSpan({ rule, lessons, place }: ListedActivity, now: number): Whole {
  const when: PlanWhen = lessons ? { kind: 'lessons', lessons } : { kind: 'rule', rule }
  const planned = wholeLessons({ when, place }, dateOf(now))
  if (planned.length === 0) return { startsAt: null, endsAt: null }
  return {
    startsAt: Math.min(...planned.map((one) => one.startsAt)),
    endsAt: Math.max(...planned.map((one) => one.endsAt)),
  }
}
