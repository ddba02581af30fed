import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { NOW, type PoolWish, aCentre, aPool, anActivity } from '../../support/builders/programme'
import { countsOf, entriesOf } from '../../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const named = (name: string) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), name)
const someone = () => named(`someone-${newRequestId()}`)
const jobs = () => runDueJobs({ store: database.store, clock, log: silentLog })

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

let hours = 0
/** A full pool twenty days ahead, at hours of its own, with the bookings that fill it. */
async function aFullPool(capacity = 1, more: PoolWish = {}) {
  const startsAt = NOW + 20 * DAY + (hours += 3) * HOUR
  const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
  const poolId = await aPool(database.store, centreId, { capacity, lessons, ...more })
  const holders: { person: Caller; bookingId: string }[] = []
  for (let taken = 0; taken < capacity; taken += 1) {
    const person = someone()
    const { bookingId } = valueOf(await person('seats.book', { poolId }))
    holders.push({ person, bookingId })
  }
  const giveBack = async () => {
    const { person, bookingId } = holders.shift()!
    valueOf(await person('seats.cancel', { bookingId }))
  }
  return { poolId, startsAt, giveBack }
}

/** A parent with children of these names. */
async function aFamily(...names: string[]) {
  const parent = someone()
  const members: string[] = []
  for (const name of names) {
    const saved = await parent('family.save', {
      ...{ kind: 'child', name, birthDate: '2018-05-01' },
      consent: { rulesVersion: CHILDREN_RULES_VERSION },
    })
    members.push(valueOf(saved).memberId)
  }
  return { parent, members }
}

const joined = async (person: Caller, poolId: string, attendeeIds?: string[]) =>
  valueOf(await person('waitlist.join', { poolId, ...(attendeeIds ? { attendeeIds } : {}) }))
const mine = async (person: Caller) => valueOf(await person('waitlist.mine', {})).entries
const statesOf = async (poolId: string) =>
  (await entriesOf(database.store, poolId)).map(({ state }) => state)

async function expectSound(poolId: string) {
  const counts = await countsOf(database.store, poolId)
  expect(counts.taken).toBe(counts.booked + counts.held)
  expect(counts.waiting).toBe(counts.waits)
  return counts
}

test('A seat that is given back is offered to the first who waits, and becomes a booking', async () => {
  const { poolId, startsAt, giveBack } = await aFullPool()
  const [first, second] = [someone(), someone()]
  const entry = await joined(first, poolId)
  expect(entry).toMatchObject({ position: 1, waiting: 1, chance: null })
  expect(await joined(second, poolId)).toMatchObject({ position: 2, waiting: 2 })
  await giveBack()
  expect(await mine(first)).toEqual([
    expect.objectContaining({
      entryId: entry.entryId,
      state: 'offered',
      position: null,
      offerUntil: toInstantText(NOW + 12 * HOUR),
      startsAt: toInstantText(startsAt),
      listEndsAt: toInstantText(startsAt - HOUR),
      attendees: [{ attendeeId: 'self', name: null }],
    }),
  ])
  expect(await mine(second)).toEqual([
    expect.objectContaining({ state: 'waiting', position: 1, waiting: 1, offerUntil: null }),
  ])
  const offerOf = async (person: Caller, when?: 'upcoming' | 'past') =>
    valueOf(await person('seats.mine', when ? { when } : {})).offer
  const until = toInstantText(NOW + 12 * HOUR)
  expect(await offerOf(first, 'upcoming')).toEqual({ title: '示例讲座', seats: 1, until })
  expect(await offerOf(first, 'past')).toBeUndefined()
  expect(await offerOf(second)).toBeNull()
  const { entryId } = entry
  const booked = valueOf(await first('waitlist.accept', { entryId }))
  expect(booked.attendees).toEqual([{ attendeeId: 'self', number: null }])
  const { bookings } = valueOf(await first('seats.mine', {}))
  expect(bookings).toEqual([
    expect.objectContaining({ bookingId: booked.bookingId, checkInCode: booked.checkInCode }),
  ])
  expect(await offerOf(first)).toBeNull()
  expect(await mine(first)).toEqual([
    expect.objectContaining({ state: 'accepted', bookingId: booked.bookingId }),
  ])
  expect(await expectSound(poolId)).toMatchObject({ taken: 1, booked: 1, waiting: 1 })
  // It can be given back as any other, and passes on.
  valueOf(await first('seats.cancel', { bookingId: booked.bookingId }))
  expect(await statesOf(poolId)).toEqual(['accepted', 'offered'])
})

test('A freed seat is the list’s: whoever comes by is told how many wait', async () => {
  const { poolId, giveBack } = await aFullPool()
  await joined(someone(), poolId)
  await joined(someone(), poolId)
  await giveBack()
  expect(refusalOf(await someone()('seats.book', { poolId }))).toEqual({
    code: 'SOLD_OUT',
    facts: { capacity: 1, waiting: 1 },
  })
})

test('A host that dies after giving a seat back leaves it to the list all the same', async () => {
  const { poolId } = await aFullPool()
  await joined(someone(), poolId)
  // As if the host had been killed between the statement that frees and the one that offers.
  const { pool } = database.store
  await pool.query(`update changlai.booking_attendee set status = 'cancelled' where pool_id = $1`, [
    poolId,
  ])
  await pool.query(
    `update changlai.booking set status = 'cancelled', seats = 0, cancelled_at = now()
     where pool_id = $1`,
    [poolId],
  )
  await pool.query('update changlai.pool set taken = 0 where pool_id = $1', [poolId])
  expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('SOLD_OUT')
  expect((await jobs()).offersMade).toBe(1)
  expect((await jobs()).offersMade).toBe(0)
  expect(await statesOf(poolId)).toEqual(['offered'])
})

test('An offer that nobody answers passes on to the next, and says so', async () => {
  const { poolId, giveBack } = await aFullPool()
  const [first, second] = [someone(), someone()]
  const { entryId } = await joined(first, poolId)
  const next = await joined(second, poolId)
  await giveBack()
  clock.set(NOW + 12 * HOUR)
  const lapsed = { code: 'OFFER_LAPSED', facts: { until: toInstantText(NOW + 12 * HOUR) } }
  expect(refusalOf(await first('waitlist.accept', { entryId }))).toEqual(lapsed)
  expect((await mine(first))[0]).toMatchObject({ state: 'lapsed', offerUntil: null })
  await jobs()
  expect(await statesOf(poolId)).toEqual(['lapsed', 'offered'])
  expect(refusalOf(await first('waitlist.accept', { entryId }))).toEqual(lapsed)
  // From nine in the evening it would end in the morning at nine; that is an hour after the night.
  expect((await mine(second))[0]!.offerUntil).toBe('2026-11-23T09:00:00+08:00')
  valueOf(await second('waitlist.accept', { entryId: next.entryId }))
  await expectSound(poolId)
  // Who let it lapse may stand at the end of the list again.
  expect(await joined(first, poolId)).toMatchObject({ position: 1 })
})

test('Who says no leaves the seat to the next at once', async () => {
  const { poolId, giveBack } = await aFullPool()
  const [first, second] = [someone(), someone()]
  const { entryId } = await joined(first, poolId)
  await joined(second, poolId)
  await giveBack()
  const requestId = newRequestId()
  const left = await first('waitlist.leave', { entryId }, requestId)
  expect(valueOf(left)).toEqual({ entryId, state: 'left' })
  expect(await first('waitlist.leave', { entryId }, requestId)).toEqual(left)
  expect(await statesOf(poolId)).toEqual(['left', 'offered'])
  expect(refusalOf(await first('waitlist.leave', { entryId }))).toEqual({
    code: 'ENTRY_ENDED',
    facts: { state: 'left' },
  })
  expect(refusalOf(await first('waitlist.accept', { entryId })).code).toBe('ENTRY_ENDED')
  await expectSound(poolId)
})

test('A family waits in one entry and gets all its seats or none', async () => {
  const { poolId, giveBack } = await aFullPool(3)
  const { parent, members } = await aFamily('示例甲', '示例乙')
  const { entryId } = await joined(parent, poolId, members)
  await joined(someone(), poolId)
  await giveBack()
  expect(await statesOf(poolId)).toEqual(['waiting', 'offered'])
  expect((await mine(parent))[0]).toMatchObject({ seats: 2, position: 1, waiting: 1 })
  // What fits nobody on the list is for whoever comes; two together are the family's.
  expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('SOLD_OUT')
  await giveBack()
  valueOf(await someone()('seats.book', { poolId }))
  clock.set(NOW + 24 * HOUR)
  await jobs()
  await giveBack()
  expect(await statesOf(poolId)).toEqual(['offered', 'lapsed'])
  const booked = valueOf(await parent('waitlist.accept', { entryId }))
  expect(booked.attendees!.map(({ attendeeId }) => attendeeId)).toEqual(members)
  expect(await expectSound(poolId)).toMatchObject({ taken: 3, booked: 3 })
})

/** A pool as the page of its activity shows it. */
async function poolSeen(poolId: string) {
  const { rows } = await database.store.pool.query<{ activity_id: string }>(
    'select activity_id from changlai.pool where pool_id = $1',
    [poolId],
  )
  const activityId = rows[0]!.activity_id
  const { pools } = valueOf(await someone()('activities.get', { activityId }))
  return pools.find((pool) => pool.poolId === poolId)
}

test('Seats are saved for a family that was passed over three times', async () => {
  const { poolId, giveBack } = await aFullPool(5)
  const { parent, members } = await aFamily('示例甲', '示例乙')
  await joined(parent, poolId, members)
  for (let others = 0; others < 5; others += 1) await joined(someone(), poolId)
  for (let freed = 0; freed < 3; freed += 1) await giveBack()
  expect((await entriesOf(database.store, poolId))[0]).toMatchObject({ passedOver: 3, saved: 0 })
  await giveBack()
  expect((await mine(parent))[0]).toMatchObject({ state: 'waiting', saved: 1 })
  // Three offers of one seat each, and one seat saved: nobody sits there yet.
  expect(await poolSeen(poolId)).toMatchObject({ taken: 5, held: 4 })
  expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('SOLD_OUT')
  await expectSound(poolId)
  await giveBack()
  expect((await mine(parent))[0]).toMatchObject({ state: 'offered', saved: 0 })
  await expectSound(poolId)
})

test('Whoever can simply book has nothing to wait for', async () => {
  const { poolId, giveBack } = await aFullPool(2)
  await giveBack()
  const { parent, members } = await aFamily('示例甲', '示例乙', '示例丙')
  expect(refusalOf(await someone()('waitlist.join', { poolId }))).toEqual({
    code: 'SEATS_LEFT',
    facts: { left: 1 },
  })
  expect(refusalOf(await parent('waitlist.join', { poolId, attendeeIds: members }))).toEqual({
    code: 'NEVER_FITS',
    facts: { capacity: 2 },
  })
  // Two can wait for two, and the one seat that is left stays open to anybody.
  await joined(parent, poolId, members.slice(0, 2))
  valueOf(await someone()('seats.book', { poolId }))
})

test('Nobody waits twice, nor for a seat that they have', async () => {
  const { poolId, giveBack } = await aFullPool(2)
  const { parent, members } = await aFamily('示例甲')
  const { entryId } = await joined(parent, poolId, members)
  const both = { poolId, attendeeIds: ['self', ...members] }
  expect(refusalOf(await parent('waitlist.join', both))).toEqual({
    code: 'ALREADY_WAITING',
    facts: { entryId, attendeeId: members[0] },
  })
  await giveBack()
  const { bookingId } = valueOf(await parent('waitlist.accept', { entryId }))
  expect(refusalOf(await parent('waitlist.join', both))).toEqual({
    code: 'ALREADY_BOOKED',
    facts: { bookingId, attendeeId: members[0] },
  })
})

test('What keeps somebody from booking keeps them from waiting', async () => {
  const { poolId, startsAt } = await aFullPool(1, { activity: { min_age: 6, max_age: 10 } })
  const { poolId: closed } = await aFullPool(1, { closesAt: NOW + HOUR })
  const atThatTime = await aPool(database.store, centreId, {
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
  })
  const person = someone()
  const { bookingId } = valueOf(await person('seats.book', { poolId: atThatTime }))
  const clash = refusalOf(await person('waitlist.join', { poolId }))
  expect(clash).toMatchObject({ code: 'CLASHES', facts: { bookingId } })
  valueOf(await person('waitlist.join', { poolId, evenIfClashes: true }))
  const { parent } = await aFamily()
  const baby = valueOf(
    await parent('family.save', {
      ...{ kind: 'child', name: '示例宝宝', birthDate: '2025-01-01' },
      consent: { rulesVersion: CHILDREN_RULES_VERSION },
    }),
  )
  expect(
    refusalOf(await parent('waitlist.join', { poolId, attendeeIds: [baby.memberId] })),
  ).toMatchObject({ code: 'NOT_ELIGIBLE', facts: { rule: 'AGE' } })
  expect(refusalOf(await person('waitlist.join', { poolId: `${centreId}.nothing` }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'pool' },
  })
  clock.set(NOW + HOUR)
  expect(refusalOf(await person('waitlist.join', { poolId: closed })).code).toBe('CLOSED')
  clock.set(startsAt - HOUR)
  expect(refusalOf(await someone()('waitlist.join', { poolId }))).toEqual({
    code: 'LIST_OVER',
    facts: { startsAt: toInstantText(startsAt) },
  })
})

test('A clash that came while somebody waited is theirs to decide', async () => {
  const { poolId, startsAt, giveBack } = await aFullPool()
  const person = someone()
  const { entryId } = await joined(person, poolId)
  const other = await aPool(database.store, centreId, {
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
    activity: { title: '示例合唱' },
  })
  expect(refusalOf(await person('waitlist.accept', { entryId }))).toEqual({
    code: 'NO_OFFER',
    facts: {},
  })
  const { bookingId } = valueOf(await person('seats.book', { poolId: other }))
  await giveBack()
  expect(refusalOf(await person('waitlist.accept', { entryId }))).toMatchObject({
    code: 'CLASHES',
    facts: { bookingId, title: '示例合唱', startsAt: toInstantText(startsAt) },
  })
  valueOf(await person('waitlist.accept', { entryId, evenIfClashes: true }))
})

test('Who books a smaller seat while the family waits does not wait any more', async () => {
  const { poolId, giveBack } = await aFullPool(3)
  const { parent, members } = await aFamily('示例甲', '示例乙')
  await joined(parent, poolId, members)
  await giveBack()
  valueOf(await parent('seats.book', { poolId, attendeeIds: [members[0]!] }))
  await giveBack()
  const [entry] = await mine(parent)
  expect(entry).toMatchObject({ state: 'offered', seats: 1 })
  const booked = valueOf(await parent('waitlist.accept', { entryId: entry!.entryId }))
  expect(booked.attendees).toEqual([{ attendeeId: members[1], number: null }])
  await expectSound(poolId)
})

test('Numbers of a clinic go on where they were', async () => {
  const { poolId, giveBack } = await aFullPool(2, { columns: { numbered: true } })
  const person = someone()
  const { entryId } = await joined(person, poolId)
  await giveBack()
  const booked = valueOf(await person('waitlist.accept', { entryId }))
  expect(booked.attendees).toEqual([{ attendeeId: 'self', number: 3 }])
})

test('The list ends an hour before the start: nobody waits any more, and the past is kept', async () => {
  const { poolId, startsAt, giveBack } = await aFullPool(2, { cancelUntil: NOW + 30 * DAY })
  const people = [someone(), someone(), someone()]
  const entries = []
  for (const person of people) entries.push(await joined(person, poolId))
  await giveBack()
  valueOf(await people[2]!('waitlist.leave', { entryId: entries[2]!.entryId }))
  clock.set(startsAt - HOUR)
  await jobs()
  expect(await statesOf(poolId)).toEqual(['lapsed', 'over', 'left'])
  expect(await expectSound(poolId)).toMatchObject({ taken: 1, waiting: 0, takesFrom: null })
  const { rows } = await database.store.pool.query(
    `select from_position, waited, offered from changlai.waitlist_outcome
     where pool_id = $1 order by 1`,
    [poolId],
  )
  expect(rows).toEqual([
    { from_position: 1, waited: 1, offered: 1 },
    { from_position: 2, waited: 1, offered: 0 },
  ])
  // What comes free now goes to whoever books it.
  valueOf(await someone()('seats.book', { poolId }))
})

test('The past of a position is told when ten waited there: of the activity, else of the centre', async () => {
  centreId = await aCentre(database.store)
  const activityId = await anActivity(database.store, centreId)
  const otherActivityId = await anActivity(database.store, centreId)
  const { poolId } = await aFullPool(1, { activityId })
  const past = async (from: number, waited: number, offered: number, of = activityId) => {
    const { poolId: ended } = await aFullPool()
    await database.store.db
      .insertInto('changlai.waitlist_outcome')
      .values({
        ...{ centre_id: centreId, pool_id: ended, from_position: from, activity_id: of },
        ...{ waited, offered },
      })
      .execute()
  }
  await past(2, 6, 3)
  await past(2, 5, 2)
  await past(3, 9, 9)
  await past(3, 3, 0, otherActivityId)
  const people = [someone(), someone(), someone(), someone()]
  const chances = []
  for (const person of people) chances.push((await joined(person, poolId)).chance)
  expect(chances.slice(1)).toEqual([
    { from: 2, to: 2, waited: 11, offered: 5, of: 'activity' },
    { from: 3, to: 3, waited: 12, offered: 9, of: 'centre' },
    null,
  ])
  expect((await mine(people[1]!))[0]!.chance).toEqual(chances[1])
})

describe('staff', () => {
  let staff: Caller
  beforeAll(async () => {
    staff = named('staff-of-lists')
    valueOf(await staff('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff-of-lists'`,
      [centreId],
    )
  })

  test('put somebody at the front with a reason that everybody on the list reads', async () => {
    const { poolId, giveBack } = await aFullPool()
    const people = [someone(), someone(), someone()]
    const entries = []
    for (const person of people) entries.push((await joined(person, poolId)).entryId)
    clock.set(NOW + MINUTE)
    const reason = '行动不便，离这儿最近'
    const moved = await staff('waitlist.moveUp', { entryId: entries[2]!, reason })
    expect(valueOf(moved)).toEqual({ entryId: entries[2], position: 1, fromPosition: 3 })
    const move = { at: toInstantText(NOW + MINUTE), fromPosition: 3, reason }
    for (const [index, position] of [2, 3, 1].entries()) {
      expect((await mine(people[index]!))[0]).toMatchObject({ position, moves: [move] })
    }
    const { waiting, entries: seen } = valueOf(await staff('waitlist.list', { poolId }))
    expect(waiting).toBe(3)
    expect(seen.map(({ entryId, position, moved: by }) => [entryId, position, by])).toEqual([
      [entries[2], 1, move],
      [entries[0], 2, null],
      [entries[1], 3, null],
    ])
    expect(refusalOf(await staff('waitlist.moveUp', { entryId: entries[2]!, reason })).code).toBe(
      'ALREADY_FIRST',
    )
    await giveBack()
    expect((await mine(people[2]!))[0]!.state).toBe('offered')
    expect(refusalOf(await staff('waitlist.moveUp', { entryId: entries[2]!, reason }))).toEqual({
      code: 'NOT_WAITING',
      facts: { state: 'offered' },
    })
  })

  test('find the pools for which somebody waits, or has to confirm', async () => {
    const { poolId, startsAt, giveBack } = await aFullPool(1, { activity: { title: '示例合唱' } })
    const listed = async () => {
      const { pools } = valueOf(await staff('waitlist.pools', { centreId }))
      return pools.find((one) => one.poolId === poolId)
    }
    expect(await listed()).toBeUndefined()
    const first = await joined(someone(), poolId)
    await joined(someone(), poolId)
    expect(await listed()).toMatchObject({
      title: '示例合唱',
      startsAt: toInstantText(startsAt),
      ...{ waiting: 2, offered: 0 },
    })
    await giveBack()
    expect(await listed()).toMatchObject({ waiting: 1, offered: 1 })
    expect((await entriesOf(database.store, poolId))[0]).toMatchObject({ entryId: first.entryId })
    const nowhere = await staff('waitlist.pools', { centreId: 'nowhere' })
    expect(refusalOf(nowhere).code).toBe('FORBIDDEN')
  })

  test('read a long list in pages', async () => {
    const { poolId } = await aFullPool()
    const joinedBy: string[] = []
    for (let index = 0; index < 53; index += 1) {
      joinedBy.push((await joined(someone(), poolId)).entryId)
    }
    const first = valueOf(await staff('waitlist.list', { poolId }))
    const second = valueOf(await staff('waitlist.list', { poolId, after: first.after! }))
    expect([...first.entries, ...second.entries].map(({ entryId }) => entryId)).toEqual(joinedBy)
    expect(second.after).toBeNull()
  })
})

test('One request to join, sent twice, waits once', async () => {
  const { poolId } = await aFullPool()
  const person = someone()
  const requestId = newRequestId()
  const [one, other] = await Promise.all([
    person('waitlist.join', { poolId }, requestId),
    person('waitlist.join', { poolId }, requestId),
  ])
  expect(other).toEqual(one)
  expect(await statesOf(poolId)).toEqual(['waiting'])
  await expectSound(poolId)
})
