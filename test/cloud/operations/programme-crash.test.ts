import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import type { Answer } from '../../../src/contract'
import type { Plan } from '../../../src/domain/programme/plan'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'
import { peopleOf, staffOf } from '../../support/builders/course'
import { aCoursePlan } from '../../support/builders/plan'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { committedAtOnce } from '../../race/weakened'
import { type Crash, crashingStore } from '../../simulation/crashing'

let database: TestDatabase
let centreId: string
let staff: Caller
let people: ReturnType<typeof peopleOf>
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleOf(database.store, clock)
  staff = await staffOf(database.store, people.named, centreId)
})
afterAll(() => database.drop())

const on = (days: string[], time: string): Plan['when'] => ({
  kind: 'lessons',
  lessons: days.map((day) => ({
    startsAt: `2026-12-${day}T${time}:00+08:00`,
    endsAt: `2026-12-${day}T${time.replace(':00', ':45')}:00+08:00`,
  })),
})
/** One lesson stays, one moves, one is called off; then one more than before, one moved, all there. */
const BEFORE = on(['02', '09', '16'], '19:00')
const FEWER: Plan['when'] = {
  kind: 'lessons',
  lessons: [...listed(on(['02'], '19:00')), ...listed(on(['09'], '18:00'))],
}
const MORE: Plan['when'] = {
  kind: 'lessons',
  lessons: [...listed(on(['02', '23', '30'], '19:00')), ...listed(on(['09'], '20:00'))],
}
function listed(when: Plan['when']) {
  if (when.kind !== 'lessons') throw new Error('no lessons')
  return when.lessons
}

async function aBookedCourse() {
  const plan = aCoursePlan({ when: BEFORE, seating: { ...aCoursePlan().seating!, capacity: 1 } })
  const wish = { centreId, activityId: null, version: null, plan, reason: null }
  const { activityId, version } = valueOf(await staff('programme.save', wish))
  const shown = valueOf(await staff('programme.publish', { activityId, version }))
  const { pools } = valueOf(await people.someone()('activities.get', { activityId }))
  const { poolId } = pools[0]!
  valueOf(await people.someone()('seats.book', { poolId, evenIfClashes: true }))
  valueOf(await people.someone()('waitlist.join', { poolId, evenIfClashes: true }))
  return { activityId, version: shown.version, plan }
}

/** Everything that a change of the activity writes. */
async function writtenOf(activityId: string): Promise<unknown> {
  const all = async (text: string) =>
    (await database.store.pool.query<{ row: unknown }>(text, [activityId])).rows
  const of = (table: string, order: string) =>
    all(`select to_jsonb(one) as row from changlai.${table} as one
      where activity_id = $1 order by ${order}`)
  return {
    activity: await of('activity', 'activity_id'),
    changes: await of('activity_change', 'number'),
    lessons: await of('occurrence', 'occurrence_id'),
    pools: await of('pool', 'pool_id'),
    notices: await of('notice', 'notice_id'),
    lessonChanges: await all(`select to_jsonb(one) as row from changlai.lesson_change as one
      join changlai.occurrence using (centre_id, occurrence_id)
      where activity_id = $1 order by occurrence_id, number`),
    waiting: await all(`select to_jsonb(one) as row from changlai.waitlist_entry as one
      join changlai.pool using (centre_id, pool_id)
      where activity_id = $1 order by entry_id`),
  }
}

/**
 * Saves a plan and is cut off at every statement in turn, before or after it, until one attempt gets
 * through or was in force when it was cut off; gives how many left everything as it was.
 */
async function cutOffUntilDone(when: Crash['when'], next: Plan['when'], store = database.store) {
  const { activityId, version, plan } = await aBookedCourse()
  const crashing = crashingStore(store)
  const identity = { provider: 'local' as const, subject: await staffSubject() }
  const seating = { ...plan.seating!, capacity: 2 }
  const input = {
    ...{ centreId, activityId, version, reason: '老师临时有事' },
    plan: { ...plan, when: next, seating },
  }
  const before = await writtenOf(activityId)
  for (let statement = 1; statement < 60; statement += 1) {
    const requestId = newRequestId()
    const request = { operation: 'programme.save', input, requestId, client: '1.0.0' }
    // A host of its own, which knows nobody yet: so each attempt asks the same in the same order.
    const dispatch = createDispatch({ store: crashing, clock, log: silentLog })
    crashing.crashAt({ statement, when })
    const answer = (await dispatch({ request, identity })).answer as Answer<'programme.save'>
    const wasCut = crashing.crashAt(null)
    const after = await writtenOf(activityId)
    const isUndone = JSON.stringify(after) === JSON.stringify(before)
    if (wasCut && isUndone) {
      expect(answer).toMatchObject({ ok: false, code: 'UNAVAILABLE' })
      continue
    }
    // What was in force is told to whoever asks again, and nothing is done twice.
    const again = valueOf(await staff('programme.save', input, requestId))
    expect(again).toMatchObject({ version: version + 1, state: 'published', told: 1 })
    if (answer.ok) expect(answer.value).toEqual(again)
    expect(await writtenOf(activityId)).toEqual(after)
    return { left: statement - 1, wasCut, after: after as { changes: { row: object }[] } }
  }
  throw new Error('it never got through')
}

async function staffSubject(): Promise<string> {
  const { rows } = await database.store.pool.query<{ subject: string }>(
    `select subject from changlai.person_identity join changlai.role_grant using (person_id)
     where centre_id = $1 and role = 'staff'`,
    [centreId],
  )
  return rows[0]!.subject
}

test.each([
  ['moves one lesson and calls one off', FEWER, { moved: 1, cancelled: 1, added: 0 }],
  ['moves two lessons and adds one', MORE, { moved: 2, cancelled: 0, added: 1 }],
] as const)('A plan that %s is saved whole or not at all', async (_, next, facts) => {
  const before = await cutOffUntilDone('before', next)
  expect(before.wasCut).toBe(false)
  const after = await cutOffUntilDone('after', next)
  // Cut off after the last statement, it was in force and nobody was told.
  expect(after.wasCut).toBe(true)
  for (const { left } of [before, after]) expect(left).toBeGreaterThan(15)
  for (const one of [before, after]) {
    expect(one.after.changes).toHaveLength(2)
    expect(one.after.changes[1]!.row).toMatchObject({ facts })
  }
})

test('The control: what is written outside the transaction is left behind', async () => {
  const { store } = database
  const torn = committedAtOnce(store, 'programme.change', store.pool)
  await expect(cutOffUntilDone('before', FEWER, torn)).rejects.toThrow()
  const { rows } = await store.pool.query(
    `select from changlai.activity_change where number > (
       select version from changlai.activity
       where activity.activity_id = activity_change.activity_id)`,
  )
  expect(rows).toHaveLength(1)
})
