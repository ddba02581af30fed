import type { Pool } from 'pg'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { newBooking } from '../../../src/cloud/operations/seats/tries'
import type { SeatWish } from '../../../src/cloud/store/queries/seats/wish'
import { SEATING } from '../../support/builders/limits'
import { NOW, aCentre, aPool, anActivity } from '../../support/builders/programme'
import type { TestDatabase } from '../../support/database'
import type { Chance } from './chance'
import { type ActivityRow, NO_LIST, Tables } from './model/tables'

const PEOPLE = 8
/** Half of the wishes are for the last three, which fill. */
const CAPACITIES = [5, 8, 20, 20, 20, 20, 20, 2, 3, 5]
/** The first two are of one activity, the next two parallel classes, then two courses of a term. */
const COURSES_PER_TERM = 1
const limitsOf = (at: number): Omit<ActivityRow, 'activityId'> => ({
  parallelGroup: at === 2 || at === 3 ? '示例班' : null,
  seatsPerTerm: at < 2 ? 1 : null,
  wholeTerm: at === 4 || at === 5,
})

/** The same people and pools in a database and, as often as wanted, in a model of it. */
export interface Stage {
  centreId: string
  poolIds: string[]
  people: string[]
  tables(): Tables
}

const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const memberOf = (at: number, which: string) => `m-${which.repeat(15)}${'abcdefgh'[at]}`

/** Eight people, each with an elder of their own and one whom all share; pools of which some share time. */
export async function aStage({ store }: TestDatabase, owner: Pool): Promise<Stage> {
  const centreId = await aCentre(store, { courses_per_term: COURSES_PER_TERM })
  const activities = await Promise.all(
    CAPACITIES.map(async (_, at): Promise<ActivityRow> => {
      const limits = limitsOf(at)
      const activityId = await anActivity(store, centreId, {
        title: `示例课${at}`,
        parallel_group: limits.parallelGroup,
        seats_per_term: limits.seatsPerTerm,
        ...(limits.wholeTerm ? { seating: SEATING } : {}),
      })
      return { activityId, ...limits }
    }),
  )
  const pools = await Promise.all(
    CAPACITIES.map(async (capacity, at) => {
      const startsAt = NOW + 8 * DAY + at * (HOUR / 2)
      const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
      const times = { opensAt: at === 3 ? NOW + HOUR : NOW - DAY, cancelUntil: startsAt - 2 * HOUR }
      const of = at === 1 ? 0 : at
      const activity = activities[of]!
      const { activityId } = activity
      const poolId = await aPool(store, centreId, { capacity, lessons, ...times, activityId })
      const title = `示例课${of}`
      const version = await versionOf(owner, poolId)
      const row = { centreId, poolId, title, capacity, taken: 0, ...times, lessons, startsAt }
      return { ...row, activity, ...NO_LIST, closesAt: startsAt, version }
    }),
  )
  const people = Array.from({ length: PEOPLE }, (_, at) => uuid(at))
  const elders = [...people.map((_, at) => uuid(100 + at)), uuid(99)]
  const members = people.flatMap((holderId, at) => [
    { memberId: memberOf(at, 'a'), holderId, personId: uuid(100 + at), birthDate: '1950-05-01' },
    { memberId: memberOf(at, 'b'), holderId, personId: uuid(99), birthDate: null },
  ])
  await owner.query('insert into changlai.person (person_id) select unnest($1::uuid[])', [
    [...people, ...elders],
  ])
  for (const { memberId, holderId, personId, birthDate } of members) {
    await owner.query(
      `insert into changlai.family_member (member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
       values ($1, $2, $3, 'elder', '示例', $4, false, now())`,
      [memberId, holderId, personId, birthDate],
    )
  }
  const tables = () => {
    const made = new Tables()
    made.coursesPerTerm = COURSES_PER_TERM
    for (const pool of pools) made.addPool({ ...pool })
    for (const personId of [...people, ...elders]) made.addPerson(personId)
    for (const member of members) made.addMember({ ...member })
    return made
  }
  return { centreId, poolIds: pools.map(({ poolId }) => poolId), people, tables }
}

async function versionOf(owner: Pool, poolId: string): Promise<string> {
  const { rows } = await owner.query<{ version: string }>(
    'select xmin::text as version from changlai.pool where pool_id = $1',
    [poolId],
  )
  return rows[0]!.version
}

/** A wish as somebody might have it in a round, under one of a few requestIds. */
export function aWish(stage: Stage, chance: Chance, round: number): SeatWish {
  // Half of them are of the same few, or nothing would meet.
  const at = chance.whole(0, chance.isIt(0.5) ? 1 : PEOPLE - 1)
  const unknown = `${stage.centreId}.unknown`
  const sought = chance.isIt(0.5) ? stage.poolIds.slice(-3) : stage.poolIds
  const poolId = chance.isIt(0.05) ? unknown : chance.one(sought)
  const another = memberOf((at + 1) % PEOPLE, 'a')
  const all = ['self', memberOf(at, 'a'), memberOf(at, 'b'), ...(chance.isIt(0.1) ? [another] : [])]
  const named = all.filter(() => chance.isIt(0.5))
  const requestId = `request-${Math.floor(round / 4) + chance.whole(0, 1)}`
  const hash = Buffer.alloc(32, chance.whole(0, 1))
  const operation = 'seats.book' as const
  const of = { personId: stage.people[at]!, requestId, operation, centreId: stage.centreId }
  return {
    ...{ intent: { ...of, inputHash: hash }, poolId, evenIfClashes: chance.isIt(0.6) },
    ...(chance.isIt(0.4) && named.length > 0
      ? { attendeeIds: named }
      : { attendeeIds: undefined, toldUnwritten: chance.isIt(0.5) }),
    ...{ now: new Date(NOW + (chance.isIt(0.2) ? 2 * HOUR : 0)), ...newBooking(poolId) },
  }
}

/** What only a broken client sends: a seat for oneself and one for an elder under one requestId, at once. */
export function twoUnderOne({ people, poolIds }: Stage, wish: SeatWish): SeatWish[] {
  // One with room, and without a limit.
  const poolId = poolIds[6]!
  const elder = memberOf(people.indexOf(wish.intent.personId), 'a')
  const base = { ...wish, poolId, evenIfClashes: true, toldUnwritten: false }
  return [['self'], [elder]].map((attendeeIds) => ({
    ...base,
    ...newBooking(poolId),
    attendeeIds,
  }))
}
