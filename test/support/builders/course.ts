import { createDispatch } from '../../../src/cloud/dispatch'
import type { fixedClock } from '../../../src/cloud/clock'
import type { Store } from '../../../src/cloud/store'
import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { silentLog } from '../silent-log'
import { type Caller, callerOf, newRequestId, valueOf } from './caller'
import { NOW, type PoolWish, aPool } from './programme'

/** A lesson as its table has it. */
export interface LessonRow {
  occurrenceId: string
  startsAt: number
  endsAt: number
  place: string
  state: 'scheduled' | 'rescheduled' | 'cancelled'
}

let hours = 0

/**
 * A course of five lessons a week apart, the first three days ahead, at hours of its own, whose activity
 * lets seats of single lessons go to guests.
 */
export async function aCourse(store: Store, centreId: string, wish: PoolWish = {}) {
  const first = NOW + 3 * DAY + (hours += 3) * HOUR
  const lessons = [0, 1, 2, 3, 4].map((week) => {
    const startsAt = first + 7 * week * DAY
    return { startsAt, endsAt: startsAt + HOUR }
  })
  const activity = { guests_from_list: true, ...wish.activity }
  const poolId = await aPool(store, centreId, { capacity: 2, lessons, ...wish, activity })
  return { poolId, lessons: await lessonsOf(store, poolId) }
}

/** The lessons of a pool, in order. */
export async function lessonsOf(store: Store, poolId: string): Promise<LessonRow[]> {
  const { rows } = await store.pool.query<LessonRow>(
    `select occurrence_id as "occurrenceId", starts_at as "startsAt", ends_at as "endsAt", place, state
     from changlai.occurrence where pool_id = $1 order by original_starts_at`,
    [poolId],
  )
  return rows
}

/** The pool of a lesson's guests as its table has it. */
export async function guestsOf(store: Store, occurrenceId: string) {
  const { rows } = await store.pool.query<{
    poolId: string
    capacity: number
    taken: number
    startsAt: number
    cancelUntil: number
  }>(
    `select pool_id as "poolId", capacity, taken, starts_at as "startsAt",
       cancel_until as "cancelUntil"
     from changlai.pool where guest_of = $1`,
    [occurrenceId],
  )
  return rows[0] ?? null
}

/** People of a database, at a clock. */
export function peopleOf(store: Store, clock: ReturnType<typeof fixedClock>) {
  const dispatch = createDispatch({ store, clock, log: silentLog })
  const named = (name: string) => callerOf(dispatch, name)
  const someone = () => named(`someone-${newRequestId()}`)
  /** A parent with a child of eight. */
  const aParent = async (name = '示例甲') => {
    const parent = someone()
    const saved = await parent('family.save', {
      ...{ kind: 'child', name, birthDate: '2018-05-01' },
      consent: { rulesVersion: CHILDREN_RULES_VERSION },
    })
    return { parent, child: valueOf(saved).memberId }
  }
  return { named, someone, aParent }
}

/** Makes the local persona `subject` staff of a centre; gives them. */
export async function staffOf(
  store: Store,
  named: (subject: string) => Caller,
  centreId: string,
): Promise<Caller> {
  const subject = `staff-${newRequestId()}`
  const staff = named(subject)
  valueOf(await staff('me.get', {}))
  await store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
    [centreId, subject],
  )
  return staff
}
