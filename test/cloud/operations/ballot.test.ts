import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { readList } from '../../../src/domain/ballot/entry-list'
import { readResults } from '../../../src/domain/ballot/results'
import { verify } from '../../../src/domain/ballot/verify'
import { whyOf } from '../../../src/domain/ballot/why'
import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { DAY, HOUR, parseInstant, toInstantText } from '../../../src/domain/time/instant'
import { CLOSES, NUMBER_AT, aDrawnPool } from '../../support/builders/ballot'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { NOW, type PoolWish, aCentre, aPool } from '../../support/builders/programme'
import { countsOf, entriesOf } from '../../support/builders/waitlist'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let one: Caller
let other: Caller
const clock = fixedClock(NOW)
const failures: string[] = []
const log = { ...silentLog, error: (_: object, message: string) => void failures.push(message) }
const named = (name: string) =>
  callerOf(createDispatch({ store: database.store, clock, log }), name)
const someone = () => named(`someone-${newRequestId()}`)
const jobs = () => runDueJobs({ store: database.store, clock, log })

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  one = await staffMember()
  other = await staffMember()
})
afterAll(() => database.drop())
beforeEach(() => {
  clock.set(NOW)
  failures.length = 0
})

async function staffMember(): Promise<Caller> {
  const name = `staff-${newRequestId()}`
  const staff = named(name)
  valueOf(await staff('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
    [centreId, name],
  )
  return staff
}

const SOURCE = { numberSource: '双色球第 2026138 期', numberAt: toInstantText(NUMBER_AT) }

/** A ballot for pools of these capacities. */
async function aBallot(capacities: number[], wish: PoolWish = {}, numberAt = NUMBER_AT) {
  const poolIds: string[] = []
  for (const capacity of capacities) {
    poolIds.push(await aDrawnPool(database.store, centreId, { capacity, ...wish }))
  }
  const announced = { centreId, poolIds, ...SOURCE, numberAt: toInstantText(numberAt) }
  const { ballotId } = valueOf(await one('ballot.announce', announced))
  return { ballotId, poolIds }
}

const enter = async (person: Caller, poolIds: string[], attendeeIds?: string[]) =>
  valueOf(
    await person('ballot.enter', {
      wishes: poolIds.map((poolId) => ({ poolId })),
      ...(attendeeIds ? { attendeeIds } : {}),
    }),
  )

async function close() {
  clock.set(CLOSES)
  await jobs()
}

async function publish(ballotId: string, number = '05 11 17 22 29 33 + 08', at = NUMBER_AT) {
  clock.set(at)
  expect(valueOf(await one('ballot.publishNumber', { ballotId, number })).confirmed).toBe(false)
  expect(valueOf(await other('ballot.publishNumber', { ballotId, number })).confirmed).toBe(true)
}

const proofOf = async (ballotId: string) =>
  valueOf(await named('visitor')('ballot.proof', { ballotId }))
const mine = async (person: Caller) => valueOf(await person('ballot.mine', {})).entries

async function aChild(parent: Caller, name: string, birthDate = '2018-05-01') {
  const child = { kind: 'child' as const, name, birthDate }
  const consent = { rulesVersion: CHILDREN_RULES_VERSION }
  return valueOf(await parent('family.save', { ...child, consent })).memberId
}

test('A ballot runs from its announcement to confirmed seats, and anybody can draw it again', async () => {
  const { ballotId, poolIds } = await aBallot([2])
  const people = Array.from({ length: 5 }, someone)
  for (const [index, person] of people.entries()) {
    expect(await enter(person, poolIds)).toEqual({
      ...{ ballotId, entryNumber: index + 1, weight: 1 },
      closesAt: toInstantText(CLOSES),
    })
  }
  const before = await proofOf(ballotId)
  expect(before).toMatchObject({ state: 'open', entries: 5, list: null, listHash: null })
  expect(before).toMatchObject({ numberSource: SOURCE.numberSource, numberAt: SOURCE.numberAt })
  await close()
  const closed = await proofOf(ballotId)
  expect(closed.state).toBe('closed')
  expect(readList(closed.list!)!.entries).toEqual(
    [1, 2, 3, 4, 5].map((number) => ({ number, seats: 1, weight: 1, wishes: [1] })),
  )
  expect(verify(closed)).toEqual(['NOT_DRAWN'])
  expect((await mine(people[0]!))[0]).toMatchObject({ listHash: closed.listHash, place: null })
  await publish(ballotId)

  const proof = await proofOf(ballotId)
  expect(proof).toMatchObject({ state: 'drawn', number: '05111722293308' })
  expect(proof.listHash).toBe(closed.listHash)
  expect(verify(proof, { listHash: closed.listHash!, number: '05111722293308' })).toEqual([])
  const drawn = readResults(proof.results!)!
  expect(drawn.filter(({ won }) => won !== null)).toHaveLength(2)
  const pool = poolIds[0]!
  expect(await countsOf(database.store, pool)).toMatchObject({ taken: 2, held: 2, waiting: 3 })

  // Everybody finds their place, and stands on the list in the order of the draw.
  for (const { number, place, won } of drawn) {
    const [entry] = await mine(people[number - 1]!)
    expect(entry).toMatchObject({ entryNumber: number, place, wishes: [{ won: won !== null }] })
    expect(entry!.wonSeats).toBe(won === null ? null : 'offered')
    expect(whyOf(readList(proof.list!)!, drawn, number)).toMatchObject({ place, of: 5 })
    const [line] = valueOf(await people[number - 1]!('waitlist.mine', {})).entries
    expect(line!.entryId).toBe(entry!.waitlistEntryIds[0])
    if (won === null) expect(line).toMatchObject({ state: 'waiting', position: place - 2 })
    else {
      expect(line).toMatchObject({
        state: 'offered',
        offerUntil: toInstantText(NUMBER_AT + 2 * DAY),
      })
    }
  }
  const byPlace = drawn.map(({ number }) => people[number - 1]!)
  const [first] = await mine(byPlace[0]!)
  valueOf(await byPlace[0]!('waitlist.accept', { entryId: first!.waitlistEntryIds[0]! }))
  clock.set(NUMBER_AT + 2 * DAY)
  const becameOf = async (person: Caller) => (await mine(person))[0]!.wonSeats
  expect(await becameOf(byPlace[0]!)).toBe('accepted')
  expect(await becameOf(byPlace[1]!)).toBe('lapsed')
  await jobs()
  expect(await becameOf(byPlace[1]!)).toBe('lapsed')
  const [third] = valueOf(await byPlace[2]!('waitlist.mine', {})).entries
  expect(third).toMatchObject({ state: 'offered' })
  valueOf(await byPlace[2]!('waitlist.accept', { entryId: third!.entryId }))
  expect(await countsOf(database.store, pool)).toMatchObject({ taken: 2, booked: 2, waiting: 2 })
  expect(failures).toEqual([])
})

test('A proof has no name in it and nothing that leads to a person', async () => {
  const { ballotId, poolIds } = await aBallot([2])
  const parent = someone()
  const memberId = await aChild(parent, '示例小名')
  valueOf(await parent('me.update', { nickname: '示例妈妈' }))
  await enter(parent, poolIds, [memberId])
  await close()
  await publish(ballotId)
  const text = JSON.stringify(await proofOf(ballotId))
  const { rows } = await database.store.pool.query<{ person_id: string }>(
    'select person_id from changlai.ballot_attendee where ballot_id = $1',
    [ballotId],
  )
  for (const word of ['示例小名', '示例妈妈', memberId, '2018-05-01', rows[0]!.person_id]) {
    expect(text).not.toContain(word)
  }
})

test('A family enters together with wishes in their order, and wins one of them or none', async () => {
  const { ballotId, poolIds } = await aBallot([1, 3, 2])
  const parent = someone()
  const children = [await aChild(parent, '示例甲'), await aChild(parent, '示例乙')]
  const wishes = [poolIds[2]!, poolIds[1]!]
  const { entryNumber } = await enter(parent, wishes, children)
  for (let rivals = 0; rivals < 6; rivals += 1) await enter(someone(), [poolIds[2]!, poolIds[0]!])
  await close()
  expect((await proofOf(ballotId)).list).toContain(`entry ${entryNumber} 2 1 3,2\n`)
  await publish(ballotId)
  const [entry] = await mine(parent)
  expect(entry!.attendees).toEqual([
    { attendeeId: children[0], name: '示例甲' },
    { attendeeId: children[1], name: '示例乙' },
  ])
  expect(entry!.wishes.filter(({ won }) => won)).toHaveLength(1)
  expect(entry!.waitlistEntryIds).toHaveLength(1)
  const booked = valueOf(await parent('waitlist.accept', { entryId: entry!.waitlistEntryIds[0]! }))
  expect(booked.attendees!.map(({ attendeeId }) => attendeeId)).toEqual(children)
})

test('Who lost stands on the list of every wish, and leaves the others with the first seat', async () => {
  const { ballotId, poolIds } = await aBallot([1, 1])
  const people = [someone(), someone(), someone()]
  for (const person of people) await enter(person, poolIds)
  await close()
  await publish(ballotId)
  const drawn = readResults((await proofOf(ballotId)).results!)!
  const byPlace = drawn.map(({ number }) => people[number - 1]!)
  const lines = async (person: Caller) =>
    valueOf(await person('waitlist.mine', {})).entries.map(({ poolId, state, entryId }) => ({
      ...{ poolId, state, entryId },
    }))
  expect((await lines(byPlace[2]!)).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  for (const winner of byPlace.slice(0, 2)) {
    const [line] = await lines(winner)
    valueOf(await winner('waitlist.leave', { entryId: line!.entryId }))
  }
  const offered = await lines(byPlace[2]!)
  expect(offered.map(({ state }) => state)).toEqual(['offered', 'offered'])
  valueOf(await byPlace[2]!('waitlist.accept', { entryId: offered[0]!.entryId }))
  const after = await lines(byPlace[2]!)
  expect(after.map(({ state }) => state).sort()).toEqual(['accepted', 'left'])
  expect(refusalOf(await byPlace[2]!('waitlist.accept', { entryId: offered[1]!.entryId }))).toEqual(
    {
      code: 'ENTRY_ENDED',
      facts: { state: 'left' },
    },
  )
  expect(await countsOf(database.store, offered[1]!.poolId)).toMatchObject({ taken: 0, waiting: 0 })
  // What nobody on the list wants can be booked by anybody from then on.
  valueOf(await someone()('seats.book', { poolId: offered[1]!.poolId }))
})

test('A host that dies after a seat was taken leaves no second one to the same entry', async () => {
  const { ballotId, poolIds } = await aBallot([1, 1])
  const people = [someone(), someone(), someone()]
  for (const person of people) await enter(person, poolIds)
  await close()
  await publish(ballotId)
  const loser = readResults((await proofOf(ballotId)).results!)!.find(({ won }) => won === null)!
  // As if it had been served at another pool, and the host had died before passing the rest on.
  await database.store.pool.query(
    `update changlai.ballot_entry set served_pool_id = $3 where ballot_id = $1 and number = $2`,
    [ballotId, loser.number, poolIds[0]],
  )
  const person = people[loser.number - 1]!
  const [line] = valueOf(await person('waitlist.mine', {})).entries
  expect(refusalOf(await person('waitlist.accept', { entryId: line!.entryId })).code).toBe(
    'ENTRY_ENDED',
  )
  await jobs()
  for (const { state } of valueOf(await person('waitlist.mine', {})).entries) {
    expect(state).toBe('left')
  }
})

describe('odds', () => {
  test('grow with each lost term, for the next ballot, as the list says', async () => {
    const losers: Caller[] = []
    for (let index = 0; index < 6; index += 1) losers.push(someone())
    const lucky = new Set<number>()
    for (const [round, start] of ['2025-09-20', '2026-03-20'].entries()) {
      const now = parseInstant(`${start}T09:00:00+08:00`)
      clock.set(now)
      const startsAt = now + 30 * DAY
      const times = { opensAt: now - DAY, closesAt: now + DAY }
      const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
      const { ballotId, poolIds } = await aBallot([1], { ...times, lessons }, now + 2 * DAY)
      for (const person of losers) await enter(person, poolIds)
      clock.set(now + DAY)
      await jobs()
      await publish(ballotId, `10000${round}`, now + 2 * DAY)
      const drawn = readResults((await proofOf(ballotId)).results!)!
      lucky.add(drawn.find(({ won }) => won !== null)!.number - 1)
    }
    clock.set(NOW)
    const { ballotId, poolIds } = await aBallot([1])
    const weights: number[] = []
    for (const person of losers) weights.push((await enter(person, poolIds)).weight)
    for (const [index, weight] of weights.entries()) {
      if (!lucky.has(index)) expect(weight).toBe(3)
    }
    expect(Math.min(...weights)).toBeLessThan(3)
    expect((await enter(someone(), poolIds)).weight).toBe(1)
    await close()
    const { entries } = readList((await proofOf(ballotId)).list!)!
    expect(entries.map(({ weight }) => weight)).toEqual([...weights, 1])
  })
})

describe('entering', () => {
  test('is refused for what was not announced, in two ballots, after closing, and twice', async () => {
    const { ballotId, poolIds } = await aBallot([5])
    const apart = await aBallot([5])
    const silent = await aDrawnPool(database.store, centreId)
    const open = await aPool(database.store, centreId)
    const person = someone()
    const tryOf = async (...ids: string[]) =>
      refusalOf(await person('ballot.enter', { wishes: ids.map((poolId) => ({ poolId })) }))
    expect(await tryOf(silent)).toEqual({ code: 'NOT_ANNOUNCED', facts: { poolId: silent } })
    expect(await tryOf(open)).toEqual({ code: 'NOT_ANNOUNCED', facts: { poolId: open } })
    const nothing = `${centreId}.nothing`
    expect(await tryOf(poolIds[0]!, nothing)).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'pool', poolId: nothing },
    })
    expect(await tryOf(poolIds[0]!, apart.poolIds[0]!)).toEqual({
      code: 'DIFFERENT_BALLOTS',
      facts: { poolId: apart.poolIds[0] },
    })
    await enter(person, poolIds)
    expect(await tryOf(poolIds[0]!)).toEqual({ code: 'ALREADY_ENTERED', facts: {} })
    // To change it, leave and enter again.
    expect(valueOf(await person('ballot.leave', { ballotId }))).toEqual({
      ballotId,
      entryNumber: 1,
    })
    expect(refusalOf(await person('ballot.leave', { ballotId })).code).toBe('NOT_FOUND')
    expect((await enter(person, poolIds)).entryNumber).toBe(2)
    clock.set(CLOSES)
    const closed = { poolId: poolIds[0], closesAt: toInstantText(CLOSES) }
    expect(
      refusalOf(await someone()('ballot.enter', { wishes: [{ poolId: poolIds[0]! }] })),
    ).toEqual({ code: 'CLOSED', facts: closed })
    expect(refusalOf(await person('ballot.leave', { ballotId }))).toEqual({
      code: 'CLOSED',
      facts: { closesAt: toInstantText(CLOSES) },
    })
    await jobs()
    const { list } = await proofOf(ballotId)
    expect(readList(list!)!.entries.map(({ number }) => number)).toEqual([2])
  })

  test('nobody multiplies the odds of a child by entering it with both parents', async () => {
    const { poolIds } = await aBallot([5])
    const [mother, father] = [someone(), someone()]
    const [hers, his] = [await aChild(mother, '示例甲'), await aChild(father, '示例甲')]
    const sibling = await aChild(father, '示例乙')
    await enter(mother, poolIds, [hers])
    const wishes = [{ poolId: poolIds[0]! }]
    const both = { wishes, attendeeIds: [sibling, his] }
    expect(refusalOf(await father('ballot.enter', both))).toEqual({
      code: 'ALREADY_ENTERED',
      facts: { attendeeId: his },
    })
    await enter(father, poolIds, [sibling])
    // Nor by two entries of one holder.
    expect(refusalOf(await father('ballot.enter', { wishes, attendeeIds: ['self'] })).code).toBe(
      'ALREADY_ENTERED',
    )
  })

  test('keeps to the rules of booking, for each wish', async () => {
    const { poolIds } = await aBallot([2], { activity: { min_age: 6, max_age: 10 } })
    const later = await aBallot([2], { opensAt: NOW + HOUR })
    const parent = someone()
    const wishes = [{ poolId: poolIds[0]! }]
    const [baby, a, b, c] = [
      await aChild(parent, '示例宝宝', '2025-01-01'),
      await aChild(parent, '示例甲'),
      await aChild(parent, '示例乙'),
      await aChild(parent, '示例丙'),
    ]
    expect(refusalOf(await parent('ballot.enter', { wishes, attendeeIds: [baby] }))).toMatchObject({
      code: 'NOT_ELIGIBLE',
      facts: { rule: 'AGE', poolId: poolIds[0], attendeeId: baby },
    })
    expect(refusalOf(await parent('ballot.enter', { wishes, attendeeIds: [a, b, c] }))).toEqual({
      code: 'NEVER_FITS',
      facts: { poolId: poolIds[0], capacity: 2 },
    })
    const early = { wishes: [{ poolId: later.poolIds[0]! }] }
    expect(refusalOf(await parent('ballot.enter', early))).toEqual({
      code: 'NOT_OPEN_YET',
      facts: { poolId: later.poolIds[0], opensAt: toInstantText(NOW + HOUR) },
    })
    const stranger = 'm-aaaaaaaaaaaaaaaa'
    expect(refusalOf(await parent('ballot.enter', { wishes, attendeeIds: [stranger] }))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'attendee', attendeeId: stranger },
    })
    const row = await database.store.db
      .selectFrom('changlai.pool')
      .select(['starts_at', 'ends_at'])
      .where('pool_id', '=', poolIds[0]!)
      .executeTakeFirstOrThrow()
    const lessons = [{ startsAt: row.starts_at, endsAt: row.ends_at }]
    const clashing = await aPool(database.store, centreId, { lessons })
    valueOf(await parent('seats.book', { poolId: clashing, attendeeIds: [a] }))
    expect(refusalOf(await parent('ballot.enter', { wishes, attendeeIds: [a] }))).toMatchObject({
      code: 'CLASHES',
      facts: { poolId: poolIds[0], attendeeId: a },
    })
    valueOf(await parent('ballot.enter', { wishes, attendeeIds: [a], evenIfClashes: true }))
  })
})

describe('announcing', () => {
  test('names the number after closing and in time before the first lesson, for what is drawn', async () => {
    const poolId = await aDrawnPool(database.store, centreId)
    const elsewhen = await aDrawnPool(database.store, centreId, { closesAt: CLOSES + HOUR })
    const open = await aPool(database.store, centreId)
    const past = await aDrawnPool(database.store, centreId, { closesAt: NOW })
    const tryOf = async (poolIds: string[], numberAt = NUMBER_AT) =>
      refusalOf(
        await one('ballot.announce', {
          ...{ centreId, poolIds, numberSource: SOURCE.numberSource },
          numberAt: toInstantText(numberAt),
        }),
      ).code
    expect(await tryOf([poolId], CLOSES)).toBe('NUMBER_TOO_EARLY')
    expect(await tryOf([poolId], NOW + 25 * DAY)).toBe('NUMBER_TOO_LATE')
    expect(await tryOf([poolId, open])).toBe('NOT_DRAWN')
    expect(await tryOf([poolId, elsewhen])).toBe('DIFFERENT_CLOSING')
    expect(await tryOf([past])).toBe('CLOSED')
    expect(await tryOf([`${centreId}.nothing`])).toBe('NOT_FOUND')
    const announced = { centreId, poolIds: [poolId], ...SOURCE }
    const { ballotId } = valueOf(await one('ballot.announce', announced))
    expect(refusalOf(await other('ballot.announce', announced))).toEqual({
      code: 'ALREADY_ANNOUNCED',
      facts: { poolId, ballotId },
    })
    const wrong = { ...announced, numberAt: '2026-13-01T09:00:00+08:00' }
    expect(refusalOf(await one('ballot.announce', wrong))).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'numberAt', reason: 'INSTANT' },
    })
    expect(valueOf(await named('visitor')('ballot.proof', { poolId })).ballotId).toBe(ballotId)
  })

  test('staff find what waits to be announced, in pages, and nothing else', async () => {
    const here = await aCentre(database.store)
    const waiting: string[] = []
    for (let index = 0; index < 21; index += 1) {
      const closesAt = CLOSES + index * HOUR
      waiting.push(await aDrawnPool(database.store, here, { closesAt, capacity: 7 }))
    }
    await aDrawnPool(database.store, here, { closesAt: NOW })
    await aPool(database.store, here)
    const district = named(`district-${newRequestId()}`)
    valueOf(await district('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select '*', person_id, 'district' from changlai.person_identity
       where subject like 'district-%'`,
    )
    const first = valueOf(await district('ballot.pools', { centreId: here }))
    expect(first.pools).toHaveLength(20)
    expect(first.pools[0]).toMatchObject({
      ...{ poolId: waiting[0], title: '示例讲座', capacity: 7 },
      closesAt: toInstantText(CLOSES),
    })
    const rest = valueOf(await district('ballot.pools', { centreId: here, after: first.after! }))
    expect([...first.pools, ...rest.pools].map(({ poolId }) => poolId)).toEqual(waiting)
    expect(rest.after).toBeNull()
    const announced = { centreId: here, poolIds: [waiting[0]!], ...SOURCE }
    valueOf(await district('ballot.announce', announced))
    const left = valueOf(await district('ballot.pools', { centreId: here }))
    expect(left.pools[0]!.poolId).toBe(waiting[1])
    expect(refusalOf(await district('ballot.pools', { centreId: 'nowhere' })).code).toBe(
      'NOT_FOUND',
    )
  })

  test('staff find the ballots of their centre, with what is left to do', async () => {
    const { ballotId, poolIds } = await aBallot([1])
    await enter(someone(), poolIds)
    await close()
    clock.set(NUMBER_AT)
    valueOf(await one('ballot.publishNumber', { ballotId, number: '123456' }))
    const seen = async (staff: Caller) =>
      valueOf(await staff('ballot.list', { centreId })).ballots.find(
        (ballot) => ballot.ballotId === ballotId,
      )
    expect(await seen(one)).toMatchObject({
      ...{ state: 'closed', titles: ['示例讲座'], entries: 1 },
      ...{ enteredBy: 1, enteredByMe: true, number: null },
    })
    expect(await seen(other)).toMatchObject({ enteredBy: 1, enteredByMe: false })
  })
})

describe('the number', () => {
  test('is confirmed by two members of staff who agree, and by nobody alone', async () => {
    const { ballotId, poolIds } = await aBallot([1])
    await enter(someone(), poolIds)
    expect(refusalOf(await one('ballot.publishNumber', { ballotId, number: '123456' })).code).toBe(
      'NUMBER_TOO_EARLY',
    )
    clock.set(NUMBER_AT)
    expect(refusalOf(await one('ballot.publishNumber', { ballotId, number: '123456' }))).toEqual({
      code: 'NOT_CLOSED',
      facts: { closesAt: toInstantText(CLOSES) },
    })
    await jobs()
    const enterNumber = (staff: Caller, number: string) =>
      staff('ballot.publishNumber', { ballotId, number })
    expect(valueOf(await enterNumber(one, '12 34 56'))).toEqual({
      ...{ ballotId, number: '123456', confirmed: false },
    })
    expect(valueOf(await enterNumber(one, '123457')).confirmed).toBe(false)
    expect((await proofOf(ballotId)).state).toBe('closed')
    expect(refusalOf(await enterNumber(other, '123456'))).toEqual({
      code: 'NUMBERS_DIFFER',
      facts: { number: '123456', other: '123457' },
    })
    valueOf(await enterNumber(one, '123456'))
    expect(valueOf(await enterNumber(other, '12-34-56')).confirmed).toBe(true)
    expect((await proofOf(ballotId)).number).toBe('123456')
    expect(refusalOf(await enterNumber(one, '654321'))).toEqual({
      code: 'ALREADY_PUBLISHED',
      facts: { number: '123456' },
    })
    expect(refusalOf(await enterNumber(one, '1,,,,,2'))).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'number', reason: 'PUBLIC_NUMBER' },
    })
  })

  test('a host that dies after it was confirmed leaves the draw to the clock', async () => {
    const { ballotId, poolIds } = await aBallot([1])
    await enter(someone(), poolIds)
    await close()
    clock.set(NUMBER_AT)
    await database.store.pool.query(
      `update changlai.ballot set number = '123456', number_confirmed_at = number_at
       where ballot_id = $1`,
      [ballotId],
    )
    expect((await jobs()).ballotsDrawn).toBe(1)
    expect((await jobs()).ballotsDrawn).toBe(0)
    expect(verify(await proofOf(ballotId))).toEqual([])
  })
})

describe('behind the back of everybody', () => {
  test.each([
    ['weighs more', `update changlai.ballot_entry set weight = 4 where number = 2 and $`],
    ['wants more', `update changlai.ballot_entry set seats = 2 where number = 2 and $`],
    ['is gone', `update changlai.ballot_entry set left_at = now() where number = 1 and $`],
    [
      'was added',
      `with newcomer as (
         insert into changlai.person (person_id) values (gen_random_uuid()) returning person_id
       ), added as (
         insert into changlai.ballot_entry
           (centre_id, ballot_id, number, holder_id, seats, entered_at, weight)
         select centre_id, ballot_id, 99, newcomer.person_id, 1, entered_at, 1
         from changlai.ballot_entry cross join newcomer where number = 1 and $
         returning *
       )
       insert into changlai.ballot_wish (centre_id, ballot_id, number, place, pool_id)
       select added.centre_id, added.ballot_id, added.number, 1, pool_id
       from added join changlai.ballot_pool using (centre_id, ballot_id)`,
    ],
  ])('an entry that %s after closing stops the draw, and is said', async (_, change) => {
    const { ballotId, poolIds } = await aBallot([1])
    for (let index = 0; index < 3; index += 1) await enter(someone(), poolIds)
    await close()
    await asOwner(database, change.replace('$', `ballot_id = '${ballotId}'`))
    await publish(ballotId)
    expect(await proofOf(ballotId)).toMatchObject({ state: 'closed', results: null })
    expect(failures).toEqual(['a ballot could not be closed or drawn'])
    // So that later passes of the clock have nothing to say of it.
    await asOwner(
      database,
      `update changlai.ballot set drawn_at = now(), results = '' where ballot_id = '${ballotId}'`,
    )
  })

  test('a list that was altered does not go with its hash, even for the owner of the tables', async () => {
    const { ballotId, poolIds } = await aBallot([1])
    await enter(someone(), poolIds)
    await close()
    await expect(
      asOwner(
        database,
        `update changlai.ballot set list = replace(list, 'entry 1 1 1', 'entry 1 1 4')
         where ballot_id = '${ballotId}'`,
      ),
    ).rejects.toThrow('ballot_list_hash')
  })
})

test('Many entries are drawn at once, and each stands where it was drawn', async () => {
  const { ballotId, poolIds } = await aBallot([40])
  // As many people as enter in a term; their entries are written down for them.
  await asOwner(
    database,
    `with people as (
       insert into changlai.person (person_id) select gen_random_uuid() from generate_series(1, 2000)
       returning person_id
     ), entries as (
       insert into changlai.ballot_entry (centre_id, ballot_id, number, holder_id, seats, entered_at)
       select '${centreId}', '${ballotId}', row_number() over (), person_id, 1, now() from people
       returning *
     ), attendees as (
       insert into changlai.ballot_attendee (centre_id, ballot_id, number, person_id, place)
       select centre_id, ballot_id, number, holder_id, 1 from entries
     )
     insert into changlai.ballot_wish (centre_id, ballot_id, number, place, pool_id)
     select centre_id, ballot_id, number, 1, '${poolIds[0]}' from entries`,
  )
  await close()
  await publish(ballotId)
  const proof = await proofOf(ballotId)
  expect(verify(proof)).toEqual([])
  const drawn = readResults(proof.results!)!
  const entries = await entriesOf(database.store, poolIds[0]!)
  expect(entries.map(({ turn }) => turn)).toEqual(drawn.map(({ place }) => place))
  expect(entries.slice(0, 41).map(({ state }) => state)).toEqual([
    ...Array<string>(40).fill('offered'),
    'waiting',
  ])
})
