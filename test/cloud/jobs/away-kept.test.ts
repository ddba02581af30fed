import { eraseAway } from '../../../src/cloud/jobs/erase-away'
import { markAway } from '../../../src/cloud/jobs/mark-away'
import { LOOK_AGAIN_DAYS } from '../../../src/domain/retention/away'
import { dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { LATER, type Resident, peopleWhoStayAway } from '../../support/builders/away'
import { aDrawnPool } from '../../support/builders/ballot'
import { valueOf } from '../../support/builders/caller'
import { aConsultation, testSealing } from '../../support/builders/consultation'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'

let database: TestDatabase
let centreId: string
let people: ReturnType<typeof peopleWhoStayAway>

beforeEach(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleWhoStayAway(database)
})
afterEach(() => database.drop())

/** What keeps somebody who does not come; each makes it so for a person with a caller. */
type Kept = (one: Resident) => Promise<unknown>
let hours = 0
const ahead = (more: object = {}) => {
  const startsAt = LATER + (hours += 1) * HOUR
  const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
  return aPool(database.store, centreId, { lessons, closesAt: LATER, ...more })
}
const matter = async (personId: string, set: string) => {
  const id = await aConsultation(database.store, testSealing(database.store), centreId, personId)
  await asOwner(database, `update changlai.consultation set ${set} where consultation_id = '${id}'`)
}

const KEPT: Record<string, Kept> = {
  'a role': ({ personId }) =>
    people.run(
      `insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, 'staff')`,
      [...[centreId, personId]],
    ),
  'an invitation that is open': ({ personId }) =>
    people.run(
      `insert into changlai.role_invitation
         (centre_id, invitation_id, role, note, code_hash, made_by, made_at, expires_at)
       values ($1, 'aaaaaaaaaaaaaaaa', 'staff', 'x', sha256('x'), $2, $3, $4)`,
      [centreId, personId, new Date(LATER - DAY), new Date(LATER + 60 * DAY)],
    ),
  'a seat': async ({ call }) => valueOf(await call('seats.book', { poolId: await ahead() })),
  'a seat of a child': async ({ call }) => {
    const attendeeIds = [await aChild(call)]
    valueOf(await call('seats.book', { poolId: await ahead(), attendeeIds }))
  },
  'a seat that a relative booked': async ({ call }) => {
    const relative = await people.somebody()
    const attendeeIds = [await aLinkedElder(relative.call, call)]
    valueOf(await relative.call('seats.book', { poolId: await ahead(), attendeeIds }))
    await people.run(
      'update changlai.family_member set removed_at = now(), name = null where linked',
    )
  },
  'a place in a line': async ({ call }) => {
    const poolId = await ahead({ capacity: 1 })
    const other = await people.somebody('2036-01-01')
    valueOf(await other.call('seats.book', { poolId }))
    valueOf(await call('waitlist.join', { poolId }))
  },
  'a draw that is open': async ({ call }) => {
    const staff = await people.somebody('2036-01-01')
    await KEPT['a role']!(staff)
    const poolId = await aDrawnPool(database.store, centreId, {
      lessons: [{ startsAt: LATER + 20 * DAY, endsAt: LATER + 20 * DAY + HOUR }],
      closesAt: LATER - DAY,
    })
    valueOf(
      await staff.call('ballot.announce', {
        ...{ centreId, poolIds: [poolId], numberSource: '示例数字来源' },
        numberAt: toInstantText(LATER),
      }),
    )
    valueOf(await call('ballot.enter', { wishes: [{ poolId }] }))
  },
  'a matter that is open': ({ personId }) => matter(personId, `urgent = false`),
  'a text that is sealed still': ({ personId }) =>
    matter(
      personId,
      `state = 'withdrawn', due_at = null, closed_at = '2036-11-01', deleted_at = '2037-04-30'`,
    ),
  'a relative who comes': async ({ call }) => {
    const relative = await people.somebody()
    await aLinkedElder(relative.call, call)
    await people.hereLast(relative.personId, '2036-10-01')
  },
}

test.each(Object.keys(KEPT))('Nobody is erased who has %s, until it is over', async (what) => {
  const one = await people.somebody()
  await KEPT[what]!(one)
  people.clock.set(LATER)
  await markAway(people.host)
  expect(await people.accountOf(one)).toMatchObject({
    ...{ personId: one.personId, leaving: false, lookOn: dateOf(LATER + LOOK_AGAIN_DAYS * DAY) },
  })
  // Not looked at again before its day, so that the others come to their turn.
  people.clock.set(LATER + (LOOK_AGAIN_DAYS - 1) * DAY)
  await markAway(people.host)
  expect((await people.accountOf(one))!.lookOn).toBe(dateOf(LATER + LOOK_AGAIN_DAYS * DAY))
})

test.each(Object.keys(KEPT))(
  'Who has got %s since they were marked is not erased',
  async (what) => {
    const one = await people.somebody()
    const marked = `update changlai.person_identity set leaving = true, look_on = '2036-11-01'
    where person_id = $1`
    await KEPT[what]!(one)
    people.clock.set(LATER)
    await people.run(marked, [one.personId])
    expect(await eraseAway(people.host)).toBe(0)
    expect(await people.accountOf(one)).toMatchObject({ personId: one.personId, leaving: false })
  },
)

test('Nothing of that keeps them when it is over', async () => {
  const one = await people.somebody()
  for (const what of Object.keys(KEPT)) {
    if (!/role|invitation|draw|matter|sealed|comes/.test(what)) await KEPT[what]!(one)
  }
  // Two who have linked each other and are both away.
  const other = await people.somebody()
  await aLinkedElder(other.call, one.call)
  await aLinkedElder(one.call, other.call)
  await people.run('update changlai.person_identity set here_in = $1', ['2026-11-01'])
  people.clock.set(LATER + 30 * DAY)
  await people.run(
    `update changlai.waitlist_entry set state = 'over', ended_at = now() where state = 'waiting'`,
  )
  await people.run('update changlai.waitlist_attendee set live = false')
  const { erased } = await people.aMonth()
  expect(erased).toBeGreaterThanOrEqual(2)
  expect([await people.accountOf(one), await people.accountOf(other)]).toEqual([null, null])
})

test('Somebody who comes to lessons without ever opening anything is here', async () => {
  const gran = await people.somebody()
  const daughter = await people.somebody()
  const attendeeIds = [await aLinkedElder(daughter.call, gran.call)]
  const lessons = [{ startsAt: NOW + DAY, endsAt: NOW + DAY + HOUR }]
  const poolId = await aPool(database.store, centreId, { lessons })
  valueOf(await daughter.call('seats.book', { poolId, attendeeIds }))
  await people.run(
    `insert into changlai.attendance
       (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
     select seat.centre_id, lesson.occurrence_id, seat.person_id, seat.booking_id, 'present',
       'roster', '2036-05-06 10:00+08'
     from changlai.booking_attendee as seat
     join changlai.occurrence as lesson on lesson.pool_id = seat.pool_id`,
  )
  await people.run('update changlai.family_member set removed_at = now(), name = null where linked')
  people.clock.set(LATER)
  expect(await people.aMonth()).toEqual({ marked: 1, erased: 1 })
  expect(await people.accountOf(gran)).toMatchObject({ hereIn: '2036-05-01', leaving: false })
  expect(await people.accountOf(daughter)).toBeNull()
})

test('What older hosts write, who know nothing of visits, is a sign of life before and after the mark', async () => {
  const [before, after] = [await people.somebody(), await people.somebody()]
  people.clock.set(LATER)
  valueOf(await before.call('me.update', { nickname: '示例' }))
  await people.hereLast(before.personId, '2026-11-01')
  expect(await markAway(people.host)).toBe(1)
  valueOf(await after.call('me.update', { nickname: '示例' }))
  await people.run(
    `update changlai.person_identity set here_in = '2026-11-01', leaving = true, look_on = $2
     where person_id = $1`,
    [after.personId, dateOf(LATER)],
  )
  expect(await eraseAway(people.host)).toBe(0)
  for (const { name } of [before, after]) {
    expect(await people.accountOf({ name })).toMatchObject({ hereIn: '2036-11-01', leaving: false })
  }
})
