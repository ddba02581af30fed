import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { termOf as termInSql } from '../../../src/cloud/store/queries/term'
import type { Input } from '../../../src/contract'
import { DAY, HOUR, parseInstant, toInstantText } from '../../../src/domain/time/instant'
import { termOf } from '../../../src/domain/time/term'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { aCourse, aDay } from '../../support/builders/limits'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string) => {
  const { store } = database
  return callerOf(createDispatch({ store, clock, log: silentLog }), subject)
}
const someone = () => as(`someone-${newRequestId()}`)

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
  valueOf(await as('staff')('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff'`,
    [centreId],
  )
})

type Limits = Omit<Input<'limits.set'>, 'centreId'>
const set = (limits: Limits) => as('staff')('limits.set', { centreId, ...limits })
const course = (wish: Parameters<typeof aCourse>[2] = {}) => aCourse(database.store, centreId, wish)

/** How a refusal tells of a limit. */
const limited = (rule: string, limit: object, more: object = {}) => ({
  code: 'NOT_ELIGIBLE',
  facts: { rule, centreId, until: null, limit, ...more },
})

describe('courses of a term in a centre', () => {
  test('are limited per attendee and term; what was given back does not count', async () => {
    const [first, second, third] = [
      await course({ title: '示例书法' }),
      await course(),
      await course(),
    ]
    valueOf(await set({ coursesPerTerm: 1 }))
    const me = someone()
    const { bookingId } = valueOf(await me('seats.book', { poolId: first.poolId }))
    const refusal = limited('TERM_LIMIT', {
      ...{ of: 'centre', most: 1, held: 1, bookingId, title: '示例书法' },
    })
    expect(refusalOf(await me('seats.book', { poolId: second.poolId }))).toEqual(refusal)
    expect(await seatsOf(database.store, second.poolId)).toMatchObject({ taken: 0, booked: 0 })
    // A single lecture is no course, and the next term is another one.
    valueOf(await me('seats.book', { poolId: await aPool(database.store, centreId, aDay()) }))
    const next = await course({ startsAt: parseInstant('2027-02-01T09:00:00+08:00') })
    valueOf(await me('seats.book', { poolId: next.poolId }))
    valueOf(await me('seats.cancel', { bookingId }))
    valueOf(await me('seats.book', { poolId: second.poolId }))
    expect(refusalOf(await me('seats.book', { poolId: third.poolId }))).toMatchObject({
      facts: { rule: 'TERM_LIMIT' },
    })
    valueOf(await set({ coursesPerTerm: null }))
    valueOf(await me('seats.book', { poolId: third.poolId }))
  })

  test('are counted for each of a family, and the first who has too many is named', async () => {
    const [first, second] = [await course(), await course()]
    valueOf(await set({ coursesPerTerm: 1 }))
    const parent = someone()
    const [one, other] = [await aChild(parent, '示例大宝'), await aChild(parent, '示例小宝')]
    const held = valueOf(await parent('seats.book', { ...first, attendeeIds: [one] }))
    const both = await parent('seats.book', { ...second, attendeeIds: [other, one] })
    const limit = { of: 'centre', most: 1, held: 1, bookingId: held.bookingId, title: '示例课' }
    expect(refusalOf(both)).toEqual(limited('TERM_LIMIT', limit, { attendeeId: one }))
    valueOf(await parent('seats.book', { ...second, attendeeIds: [other, 'self'] }))
  })

  test('say nothing to a relative of what an elder booked, and say it to the elder', async () => {
    const [first, second] = [await course(), await course()]
    valueOf(await set({ coursesPerTerm: 1 }))
    const [daughter, mother] = [someone(), someone()]
    const member = await aLinkedElder(daughter, mother)
    const own = valueOf(await mother('seats.book', first))
    const refused = refusalOf(await daughter('seats.book', { ...second, attendeeIds: [member] }))
    const hidden = { of: 'centre', most: 1, held: 1, bookingId: null, title: '别的安排' }
    expect(refused).toEqual(limited('TERM_LIMIT', hidden, { attendeeId: member }))
    // A seat that a relative booked for the elder is the elder's to give back.
    valueOf(await mother('seats.cancel', { bookingId: own.bookingId }))
    const booked = valueOf(await daughter('seats.book', { ...first, attendeeIds: [member] }))
    expect(refusalOf(await mother('seats.book', second))).toMatchObject({
      facts: { limit: { bookingId: booked.bookingId, title: '示例课' } },
    })
    valueOf(await mother('seats.cancel', { bookingId: booked.bookingId }))
    const { code } = valueOf(await mother('family.code', {}))
    valueOf(await mother('seats.book', first))
    expect(refusalOf(await as('staff')('seats.bookFor', { ...second, code }))).toMatchObject({
      facts: { rule: 'TERM_LIMIT', limit: { bookingId: null, title: '别的安排' } },
    })
  })

  test('are not waited for nor drawn for beyond the limit, and an offer waits for a decision', async () => {
    const [mine, full] = [await course(), await course({ capacity: 1 })]
    const other = someone()
    const theirs = valueOf(await other('seats.book', full))
    const me = someone()
    const { entryId } = valueOf(await me('waitlist.join', full))
    const held = valueOf(await me('seats.book', mine))
    valueOf(await set({ coursesPerTerm: 1 }))
    const limit = { of: 'centre', most: 1, held: 1, bookingId: held.bookingId, title: '示例课' }
    const refusal = limited('TERM_LIMIT', limit, { attendeeId: 'self' })
    const late = someone()
    const lateHeld = valueOf(await late('seats.book', await course()))
    // Nobody gives a seat back for one that is not to be had: of booking it is said that it is full.
    expect(refusalOf(await late('seats.book', full)).code).toBe('SOLD_OUT')
    const join = refusalOf(await late('waitlist.join', full))
    expect(join).toMatchObject({ facts: { limit: { bookingId: lateHeld.bookingId } } })
    valueOf(await other('seats.cancel', { bookingId: theirs.bookingId }))
    expect(refusalOf(await me('waitlist.accept', { entryId }))).toEqual(refusal)
    valueOf(await me('seats.cancel', { bookingId: held.bookingId }))
    valueOf(await me('waitlist.accept', { entryId }))
    const drawn = await course({ columns: { mode: 'ballot' }, closesAt: NOW + DAY })
    const announced = { numberSource: '示例数字来源', numberAt: toInstantText(NOW + 2 * DAY) }
    valueOf(
      await as('staff')('ballot.announce', { centreId, poolIds: [drawn.poolId], ...announced }),
    )
    const entering = refusalOf(await me('ballot.enter', { wishes: [drawn] }))
    expect(entering).toMatchObject({
      code: 'NOT_ELIGIBLE',
      facts: { poolId: drawn.poolId, rule: 'TERM_LIMIT', limit: { of: 'centre', held: 1 } },
    })
    valueOf(await someone()('ballot.enter', { wishes: [drawn] }))
  })
})

test('Seats of an activity are limited per attendee and term', async () => {
  const first = await aPool(database.store, centreId, aDay())
  const activityId = await activityOf(first)
  const later = async (days: number) =>
    aPool(database.store, centreId, { ...aDay(days), activityId })
  const [second, third] = [await later(8), await later(15)]
  const next = await later(80)
  valueOf(await set({ activityId, seatsPerTerm: 2 }))
  const me = someone()
  valueOf(await me('seats.book', { poolId: second }))
  const { bookingId } = valueOf(await me('seats.book', { poolId: first }))
  expect(refusalOf(await me('seats.book', { poolId: third }))).toEqual(
    limited('TERM_LIMIT', { of: 'activity', most: 2, held: 2, bookingId, title: '示例讲座' }),
  )
  valueOf(await me('seats.book', { poolId: next }))
})

test('Of parallel classes an attendee holds one a term, and hears of it before other limits', async () => {
  const classes = [await course({ title: '示例上午班' }), await course({ title: '示例下午班' })]
  const [morning, afternoon] = classes as [{ poolId: string }, { poolId: string }]
  for (const { poolId } of classes) {
    const activityId = await activityOf(poolId)
    valueOf(await set({ activityId, parallelGroup: '示例班', seatsPerTerm: 1 }))
  }
  valueOf(await set({ coursesPerTerm: 2 }))
  const me = someone()
  valueOf(await me('seats.book', await course()))
  const { bookingId } = valueOf(await me('seats.book', morning))
  const limit = { of: 'group', most: 1, held: 1, bookingId, title: '示例上午班' }
  expect(refusalOf(await me('seats.book', afternoon))).toEqual(limited('PARALLEL', limit))
  // Before anybody tries, the page says so.
  const [of, other] = [await activityOf(afternoon.poolId), await activityOf(morning.poolId)]
  const { limits } = valueOf(await me('activities.get', { activityId: of }))
  expect(limits).toEqual({
    ...{ coursesPerTerm: 2, seatsPerTerm: 1 },
    parallel: [{ activityId: other, title: '示例上午班' }],
  })
  valueOf(await me('seats.cancel', { bookingId }))
  valueOf(await me('seats.book', afternoon))
})

describe('staff', () => {
  test('set limits, read them page by page, and take them away', async () => {
    const { poolId } = await course({ startsAt: NOW + 5 * DAY })
    const activityId = await activityOf(poolId)
    await aPool(database.store, centreId, { columns: { intake: 'legal' } })
    for (let more = 0; more < 51; more += 1) await aPool(database.store, centreId)
    const until = toInstantText(NOW + 2 * DAY)
    const wish = {
      activityId,
      seatsPerTerm: 3,
      parallelGroup: ' 示例组 ',
      residentsFirstUntil: until,
    }
    expect(valueOf(await set(wish))).toEqual({ centreId, activityId, pools: 1 })
    valueOf(await set({ coursesPerTerm: 4 }))
    const first = valueOf(await as('staff')('limits.get', { centreId }))
    expect(first.coursesPerTerm).toBe(4)
    expect(first.activities).toHaveLength(50)
    const rest = valueOf(await as('staff')('limits.get', { centreId, after: first.after! }))
    expect(rest.activities).toHaveLength(2)
    const all = [...first.activities, ...rest.activities]
    expect(all.find((one) => one.activityId === activityId)).toEqual({
      ...{ activityId, title: '示例课', category: 'lecture', wholeTerm: true },
      ...{ ruleInWords: expect.any(String), seatsPerTerm: 3, parallelGroup: '示例组' },
      ...{ residentsFirstUntil: until, closesAt: toInstantText(NOW + 5 * DAY) },
    })
    expect(refusalOf(await someone()('seats.book', { poolId }))).toMatchObject({
      facts: { rule: 'HOME_CENTRE', until },
    })
    const none = { seatsPerTerm: null, parallelGroup: null, residentsFirstUntil: null }
    valueOf(await set({ activityId, ...none }))
    valueOf(await someone()('seats.book', { poolId }))
  })

  test('keep seats for residents until a pool closes at the latest', async () => {
    const soon = await aPool(database.store, centreId, aDay())
    const activityId = await activityOf(soon)
    await aPool(database.store, centreId, { ...aDay(9), activityId })
    await aPool(database.store, centreId, { ...aDay(2), activityId, closesAt: NOW - HOUR })
    const residentsFirstUntil = toInstantText(NOW + 5 * DAY)
    expect(valueOf(await set({ activityId, residentsFirstUntil })).pools).toBe(2)
    const { rows } = await database.store.pool.query<{ until: number | null }>(
      `select home_centre_until as until from changlai.pool where activity_id = $1
       order by closes_at`,
      [activityId],
    )
    expect(rows.map(({ until }) => until)).toEqual([null, NOW + DAY, NOW + 5 * DAY])
  })

  test.each<[string, (activityId: string) => Limits | Promise<Limits>, string, object]>([
    ['nothing', () => ({}), 'NOTHING_SET', {}],
    ['only an activity', (activityId) => ({ activityId }), 'NOTHING_SET', {}],
    [
      'what is of an activity without one',
      () => ({ seatsPerTerm: 2 }),
      'MISPLACED',
      { field: 'seatsPerTerm' },
    ],
    [
      'what is of the centre with an activity',
      (activityId) => ({ activityId, coursesPerTerm: 2 }),
      'MISPLACED',
      { field: 'coursesPerTerm' },
    ],
    [
      'an activity of another centre',
      () => ({ activityId: 'elsewhere.a1', seatsPerTerm: 1 }),
      'NOT_FOUND',
      { what: 'activity' },
    ],
    [
      'what is over',
      (activityId) => ({ activityId, residentsFirstUntil: toInstantText(NOW) }),
      'IN_THE_PAST',
      { field: 'residentsFirstUntil' },
    ],
    [
      'residents before a pool opens',
      (activityId) => ({ activityId, residentsFirstUntil: toInstantText(NOW + HOUR) }),
      'BEFORE_OPENING',
      { field: 'residentsFirstUntil', opensAt: toInstantText(NOW + 2 * HOUR) },
    ],
    [
      'residents where all is closed',
      async () => ({
        activityId: await activityOf(
          await aPool(database.store, centreId, { closesAt: NOW - HOUR }),
        ),
        residentsFirstUntil: toInstantText(NOW + HOUR),
      }),
      'ALL_CLOSED',
      { field: 'residentsFirstUntil' },
    ],
    [
      'what is booked through a form alone',
      async () => ({
        activityId: await activityOf(
          await aPool(database.store, centreId, { columns: { intake: 'legal' } }),
        ),
        seatsPerTerm: 1,
      }),
      'NOT_LIMITED',
      { field: 'activityId' },
    ],
    [
      'no course at all',
      () => ({ coursesPerTerm: 0 }),
      'INVALID_INPUT',
      { path: 'coursesPerTerm' },
    ],
    ['half a course', () => ({ coursesPerTerm: 1.5 }), 'INVALID_INPUT', { path: 'coursesPerTerm' }],
    [
      'a name of nothing',
      (activityId) => ({ activityId, parallelGroup: '  ' }),
      'INVALID_INPUT',
      { path: 'parallelGroup' },
    ],
    [
      'a day that there is not',
      (activityId) => ({ activityId, residentsFirstUntil: '2026-02-30T09:00:00+08:00' }),
      'INVALID_INPUT',
      { path: 'residentsFirstUntil' },
    ],
  ])('are told why not: %s', async (_, wish, code, facts) => {
    const poolId = await aPool(database.store, centreId, { opensAt: NOW + 2 * HOUR })
    const refusal = refusalOf(await set(await wish(await activityOf(poolId))))
    expect(refusal).toEqual({ code, facts: code === 'INVALID_INPUT' ? expect.anything() : facts })
    expect(refusal.facts).toMatchObject(facts)
  })

  test('of no centre at all find none', async () => {
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select '*', person_id, 'district' from changlai.person_identity where subject = 'staff'
       on conflict do nothing`,
    )
    const gone = { code: 'NOT_FOUND', facts: { what: 'centre' } }
    const staff = as('staff')
    expect(refusalOf(await staff('limits.get', { centreId: 'nowhere' }))).toEqual(gone)
    const wish = { centreId: 'nowhere', coursesPerTerm: 1 }
    expect(refusalOf(await staff('limits.set', wish))).toEqual(gone)
  })
})

test('SQL and the domain have one rule for terms', async () => {
  const instants = Array.from(
    { length: 40 },
    (_, month) => Date.UTC(2026, month, 1) - 8 * HOUR - (month % 2) * 1000,
  )
  const { rows } = await database.store.pool.query<{ term: string }>(
    `select ${termInSql('instant')} as term
     from unnest($1::timestamptz[]) with ordinality as one (instant, place) order by place`,
    [instants.map((instant) => new Date(instant))],
  )
  expect(rows.map(({ term }) => Number(term))).toEqual(instants.map(termOf))
})

async function activityOf(poolId: string): Promise<string> {
  const { rows } = await database.store.pool.query<{ id: string }>(
    'select activity_id as id from changlai.pool where pool_id = $1',
    [poolId],
  )
  return rows[0]!.id
}
