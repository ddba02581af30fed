import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import type { Plan } from '../../../src/domain/programme/plan'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { type LessonRow, peopleOf, staffOf } from '../../support/builders/course'
import { aCoursePlan, aPlan } from '../../support/builders/plan'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let people: ReturnType<typeof peopleOf>
let staff: Caller
const clock = fixedClock(NOW)
const reason = '老师临时有事'

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleOf(database.store, clock)
  staff = await staffOf(database.store, people.named, centreId)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const draft = async (plan: Plan) =>
  valueOf(
    await staff('programme.save', {
      centreId,
      activityId: null,
      version: null,
      plan,
      reason: null,
    }),
  )
async function published(plan: Plan) {
  const { activityId, version } = await draft(plan)
  return valueOf(await staff('programme.publish', { activityId, version }))
}
const saving = (
  at: { activityId: string; version: number },
  plan: Plan,
  why: string | null = reason,
) => ({ centreId, activityId: at.activityId, version: at.version, plan, reason: why })
const poolsOf = async (activityId: string) =>
  valueOf(await people.named('anybody')('activities.get', { activityId })).pools
const noticesOf = async (person: Caller) =>
  valueOf(await person('notices.mine', {})).notices.flatMap((one) =>
    one.kind === 'class-message' ? [] : [one],
  )
async function booked(name: string, poolId: string) {
  const person = people.named(name)
  valueOf(await person('seats.book', { poolId, evenIfClashes: true }))
  return person
}

async function lessonRows(activityId: string) {
  const { rows } = await database.store.pool.query<LessonRow & { number: number; of: number }>(
    `select occurrence_id as "occurrenceId", starts_at as "startsAt", ends_at as "endsAt", place,
       state, lesson_number as number, lesson_of as of
     from changlai.occurrence where activity_id = $1 order by starts_at, occurrence_id`,
    [activityId],
  )
  return rows
}

/** A plan of exactly these lessons of an hour and a half. */
const listed = (plan: Plan, starts: string[], place?: string): Plan => ({
  ...plan,
  when: {
    kind: 'lessons',
    lessons: starts.map((start) => ({
      startsAt: `${start}:00+08:00`,
      endsAt: `${start.slice(0, 11)}${String(Number(start.slice(11, 13)) + 1).padStart(2, '0')}:30:00+08:00`,
      ...(place !== undefined && { place }),
    })),
  },
})

test('A draft is seen by staff alone, published it has its lessons and seats', async () => {
  const made = await draft(aPlan({ title: '只给工作人员看' }))
  expect(made).toMatchObject({ version: 1, state: 'draft', told: 0 })
  const { activityId } = made
  const resident = people.named('resident')
  expect(refusalOf(await resident('activities.get', { activityId })).code).toBe('NOT_FOUND')
  const list = valueOf(await staff('programme.list', { centreId, state: 'draft', text: '只给' }))
  expect(list.activities).toEqual([
    expect.objectContaining({
      activityId,
      state: 'draft',
      firstStartsAt: '2026-11-26T15:00:00+08:00',
    }),
  ])
  const at = { activityId, version: 1 }
  expect(valueOf(await staff('programme.publish', at))).toMatchObject({ version: 2 })
  expect(refusalOf(await staff('programme.publish', { activityId, version: 2 })).code).toBe(
    'ALREADY_PUBLISHED',
  )
  expect(refusalOf(await staff('programme.discard', { activityId, version: 2 })).code).toBe(
    'ALREADY_PUBLISHED',
  )
  const shown = valueOf(await resident('activities.get', { activityId }))
  expect(shown.pools).toHaveLength(4)
  expect(valueOf(await staff('programme.get', { activityId }))).toMatchObject({
    ...{ version: 2, state: 'published', toCome: 4, taken: 0, cover: null },
    plan: { title: '只给工作人员看' },
  })
})

test('A draft that is discarded is gone', async () => {
  const { activityId } = await draft(aPlan())
  valueOf(await staff('programme.discard', { activityId, version: 1 }))
  expect(refusalOf(await staff('programme.get', { activityId })).code).toBe('NOT_FOUND')
})

test('Who changes what somebody else changed meanwhile gets both', async () => {
  const { activityId } = await draft(aPlan())
  const first = saving({ activityId, version: 1 }, aPlan({ title: '甲的写法' }))
  valueOf(await staff('programme.save', first))
  const second = saving({ activityId, version: 1 }, aPlan({ title: '乙的写法' }))
  expect(refusalOf(await staff('programme.save', second))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    facts: { version: 2, state: 'draft', plan: { title: '甲的写法' } },
  })
})

test('The same request gets the same answer and changes nothing twice', async () => {
  const { activityId } = await draft(aPlan())
  const requestId = newRequestId()
  const wish = saving({ activityId, version: 1 }, aPlan({ title: '再说一遍' }))
  const answers = [
    await staff('programme.save', wish, requestId),
    await staff('programme.save', wish, requestId),
  ]
  expect(valueOf(answers[0]!)).toEqual(valueOf(answers[1]!))
  expect(valueOf(await staff('programme.get', { activityId })).version).toBe(2)
})

test('Words change at once, tell nobody and leave lessons and bookings as they are', async () => {
  const at = await published(aPlan())
  const pools = await poolsOf(at.activityId)
  const person = await booked('words', pools[0]!.poolId)
  const before = await lessonRows(at.activityId)
  const saved = valueOf(
    await staff('programme.save', saving(at, aPlan({ title: '换个名字', feeFen: 500 }), null)),
  )
  expect(saved).toMatchObject({ told: 0, state: 'published' })
  expect(await lessonRows(at.activityId)).toEqual(before)
  expect(await noticesOf(person)).toEqual([])
})

test('A course that changes its day tells everybody once, and their seats stay', async () => {
  const plan = aCoursePlan()
  const at = await published(plan)
  const { poolId } = (await poolsOf(at.activityId))[0]!
  const person = await booked('course-taker', poolId)
  const when = { kind: 'rule' as const, rule: { ...weeklyOf(plan), weekdays: [5] } }
  const without = refusalOf(await staff('programme.save', saving(at, { ...plan, when }, null)))
  expect(without).toMatchObject({ code: 'REASON_NEEDED', facts: { people: 1 } })
  const seen = valueOf(
    await staff('programme.preview', {
      ...{ centreId, activityId: at.activityId, plan: { ...plan, when } },
    }),
  )
  expect(seen.lessons.map(({ change }) => change)).toEqual(Array(4).fill('moved'))
  expect(seen).toMatchObject({ people: 1, clashing: 0, roomClashes: 0 })
  const saved = valueOf(await staff('programme.save', saving(at, { ...plan, when })))
  expect(saved.told).toBe(1)
  const [notice, ...others] = await noticesOf(person)
  expect(others).toEqual([])
  expect(notice).toMatchObject({
    ...{ kind: 'lesson-moved', reason, isRead: false },
    from: { startsAt: '2026-12-02T19:00:00+08:00' },
    to: { startsAt: '2026-12-04T19:00:00+08:00' },
    whole: { kind: 'activity-changed', moved: 4, added: 0, cancelled: 0 },
  })
  expect(notice!.whole!.lessons.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  const mine = valueOf(await person('seats.mine', {}))
  expect(mine.bookings).toHaveLength(1)
  const rows = await lessonRows(at.activityId)
  expect(rows.map(({ number, of, state }) => [number, of, state])).toEqual(
    [1, 2, 3, 4].map((number) => [number, 4, 'rescheduled']),
  )
})

const weeklyOf = (plan: Plan) => {
  if (plan.when.kind !== 'rule' || plan.when.rule.frequency !== 'weekly') throw new Error('none')
  return plan.when.rule
}

test('Lessons that are listed change by the least: one moved, one dropped, one new', async () => {
  const base = aCoursePlan()
  const at = await published(
    listed(base, ['2026-12-02T19:00', '2026-12-09T19:00', '2026-12-16T19:00']),
  )
  const { poolId } = (await poolsOf(at.activityId))[0]!
  const person = await booked('lister', poolId)
  const before = await lessonRows(at.activityId)
  expect(before.map(({ of }) => of)).toEqual([3, 3, 3])
  const wish = listed(base, [
    ...['2026-12-02T19:00', '2026-12-09T18:00', '2026-12-16T19:00', '2026-12-16T21:00'],
  ])
  const saved = valueOf(await staff('programme.save', saving(at, wish)))
  const after = await lessonRows(at.activityId)
  expect(after.map(({ number, of }) => [number, of])).toEqual([1, 2, 3, 4].map((n) => [n, 4]))
  expect(after[1]!.occurrenceId).toBe(before[1]!.occurrenceId)
  expect((await noticesOf(person))[0]!.whole).toMatchObject({ moved: 1, added: 1, cancelled: 0 })
  const fewer = listed(base, ['2026-12-02T19:00', '2026-12-16T21:00'])
  const second = valueOf(
    await staff('programme.save', saving({ ...at, version: saved.version }, fewer)),
  )
  expect(second.told).toBe(1)
  const left = await lessonRows(at.activityId)
  expect(left.map(({ state, number }) => [state, number])).toEqual([
    ['scheduled', 1],
    ['cancelled', null],
    ['cancelled', null],
    ['scheduled', 2],
  ])
})

test('A lesson that staff moved by itself stays where it is when the plan says nothing of it', async () => {
  const plan = aCoursePlan()
  const at = await published(plan)
  const [, lesson] = await lessonRows(at.activityId)
  const { occurrenceId, place } = lesson!
  await database.store.pool.query(
    `update changlai.occurrence set starts_at = starts_at + interval '1 day',
       ends_at = ends_at + interval '1 day', day = day + 1, state = 'rescheduled'
     where occurrence_id = $1`,
    [occurrenceId],
  )
  valueOf(await staff('programme.save', saving(at, { ...plan, title: '改了名字' })))
  const [, after] = await lessonRows(at.activityId)
  expect(after).toMatchObject({ occurrenceId, place, startsAt: lesson!.startsAt + DAY })
})

test('Seats are never fewer than are taken, and more go to who waits', async () => {
  const plan = aCoursePlan({ seating: { ...aCoursePlan().seating!, capacity: 2 } })
  const at = await published(plan)
  const { poolId } = (await poolsOf(at.activityId))[0]!
  await booked('seat-one', poolId)
  await booked('seat-two', poolId)
  const waiting = people.named('seat-three')
  valueOf(await waiting('waitlist.join', { poolId, evenIfClashes: true }))
  const seats = (capacity: number) => ({ ...plan, seating: { ...plan.seating!, capacity } })
  expect(refusalOf(await staff('programme.save', saving(at, seats(1))))).toMatchObject({
    code: 'CAPACITY_BELOW_TAKEN',
    facts: { taken: 2 },
  })
  valueOf(await staff('programme.save', saving(at, seats(3))))
  const { entries } = valueOf(await waiting('waitlist.mine', {}))
  expect(entries[0]).toMatchObject({ state: 'offered' })
})

test('What a seat is cannot change once it is published', async () => {
  const plan = aPlan()
  const at = await published(plan)
  const term = { ...plan, seating: { ...plan.seating!, per: 'term' as const } }
  expect(refusalOf(await staff('programme.save', saving(at, term)))).toMatchObject({
    code: 'SEATING_FIXED',
    facts: { field: 'per' },
  })
  const none = { ...plan, seating: null }
  expect(refusalOf(await staff('programme.save', saving(at, none)))).toMatchObject({
    facts: { field: 'seating' },
  })
})

test('What is postponed moves as a whole, past one that was called off, and tells everybody once', async () => {
  const at = await published(aCoursePlan())
  const { poolId } = (await poolsOf(at.activityId))[0]!
  const person = await booked('postponed', poolId)
  const before = await lessonRows(at.activityId)
  await database.store.pool.query(
    `update changlai.occurrence set state = 'cancelled' where occurrence_id = $1`,
    [before[2]!.occurrenceId],
  )
  const wish = { activityId: at.activityId, version: at.version }
  const change = { kind: 'postpone' as const, days: 7 }
  const seen = valueOf(
    await staff('programme.previewChange', { activityId: at.activityId, change }),
  )
  expect(seen).toMatchObject({ people: 1 })
  const moved = valueOf(await staff('programme.postpone', { ...wish, days: 7, reason }))
  expect(moved).toMatchObject({ state: 'published', told: 1 })
  const after = await lessonRows(at.activityId)
  const find = (id: string) => after.find(({ occurrenceId }) => occurrenceId === id)!
  for (const index of [0, 1, 3]) {
    const { occurrenceId, startsAt } = before[index]!
    expect(find(occurrenceId).startsAt).toBe(startsAt + 7 * DAY)
  }
  expect(find(before[2]!.occurrenceId)).toMatchObject({
    ...{ state: 'cancelled', startsAt: before[2]!.startsAt },
  })
  expect(await noticesOf(person)).toHaveLength(1)
  const got = valueOf(await staff('programme.get', { activityId: at.activityId }))
  expect(got.plan.when).toMatchObject({ kind: 'lessons' })
  const again = saving({ ...at, version: moved.version }, got.plan)
  expect(valueOf(await staff('programme.save', again)).told).toBe(0)
})

test('What has no end is not postponed, and is laid out further by the clock until it is cancelled', async () => {
  const plan = aPlan()
  const { count: _, ...rule } = weeklyOf(plan)
  const at = await published({ ...plan, when: { kind: 'rule', rule } })
  const wish = { activityId: at.activityId, version: at.version }
  expect(refusalOf(await staff('programme.postpone', { ...wish, days: 7, reason })).code).toBe(
    'ENDLESS',
  )
  const friday = { ...plan, when: { kind: 'rule' as const, rule: { ...rule, weekdays: [5] } } }
  const { version } = valueOf(await staff('programme.save', saving(at, friday)))
  const fridays = (await lessonRows(at.activityId)).length
  clock.set(NOW + 60 * DAY)
  await runDueJobs({ store: database.store, clock, log: silentLog })
  const rows = await lessonRows(at.activityId)
  expect(rows.length).toBeGreaterThan(fridays)
  expect(new Set(rows.map(({ startsAt }) => new Date(startsAt + 8 * HOUR).getUTCDay()))).toEqual(
    new Set([5]),
  )
  const orphans = await database.store.pool.query(
    `select from changlai.pool where activity_id = $1 and not exists (
       select from changlai.occurrence where occurrence.pool_id = pool.pool_id)`,
    [at.activityId],
  )
  expect(orphans.rowCount).toBe(0)
  valueOf(await staff('programme.cancel', { ...wish, version, reason }))
  clock.set(NOW + 200 * DAY)
  await runDueJobs({ store: database.store, clock, log: silentLog })
  expect(await lessonRows(at.activityId)).toHaveLength(rows.length)
})

test('What is cancelled says so to whoever has a seat, once, and takes no more bookings', async () => {
  const at = await published(aPlan())
  const pools = await poolsOf(at.activityId)
  const person = await booked('cancelled', pools[0]!.poolId)
  valueOf(await person('seats.book', { poolId: pools[1]!.poolId, evenIfClashes: true }))
  const wish = { activityId: at.activityId, version: at.version, reason }
  const done = valueOf(await staff('programme.cancel', wish))
  expect(done).toMatchObject({ state: 'cancelled', told: 1 })
  const notices = await noticesOf(person)
  expect(notices).toHaveLength(1)
  expect(notices[0]).toMatchObject({
    ...{ kind: 'lesson-cancelled', to: null },
    whole: { kind: 'activity-cancelled', cancelled: 2, moved: 0 },
  })
  const mine = valueOf(await person('seats.mine', {}))
  expect(mine.bookings.length).toBe(2)
  expect(JSON.stringify(mine.bookings)).toContain('"cancelled"')
  const late = people.named('late')
  const booking = { poolId: pools[2]!.poolId, evenIfClashes: true }
  expect((await late('seats.book', booking)).ok).toBe(false)
  const again = { ...wish, version: done.version }
  expect(refusalOf(await staff('programme.cancel', again)).code).toBe('CANCELLED')
})

test('A preview says what rest days do and what else has the room', async () => {
  const place = '示例会议室'
  await published(aPlan({ place, title: '占着这间屋' }))
  const plan = aPlan({
    place,
    when: {
      kind: 'rule',
      rule: {
        ...{ frequency: 'weekly', weekdays: [4], startsOn: '2026-12-17', time: '14:00' },
        ...{ durationMinutes: 90, until: '2027-01-07', onRestDays: 'drop' },
      },
    },
  })
  const seen = valueOf(await staff('programme.preview', { centreId, activityId: null, plan }))
  expect(seen.lessons[0]).toMatchObject({ room: { title: '占着这间屋' }, held: 'as-ruled' })
  expect(seen.roomClashes).toBe(1)
  expect(seen.lessons.every(({ change }) => change === null)).toBe(true)
  expect(seen).toMatchObject({ people: 0, clashing: 0 })
})

test('A plan that nothing can be made of is refused by its field', async () => {
  const wrong = async (plan: Plan) =>
    refusalOf(
      await staff('programme.save', {
        ...{ centreId, activityId: null, version: null, plan, reason: null },
      }),
    ).facts
  const rule = { ...weeklyOf(aPlan()), weekdays: [9] }
  expect(await wrong(aPlan({ when: { kind: 'rule', rule } }))).toMatchObject({
    path: 'plan.when.rule.weekdays.0',
    reason: 'RANGE',
  })
  expect(await wrong(listed(aPlan(), ['2026-12-02T19:00', '2026-12-02T19:00']))).toMatchObject({
    path: 'plan.when.lessons.1.startsAt',
    reason: 'REPEATED',
  })
  expect(await wrong(aPlan({ ages: { min: 9, max: 6 } }))).toMatchObject({ path: 'plan.ages.max' })
  const seating = { ...aPlan().seating!, capacity: 0 }
  expect(await wrong(aPlan({ seating }))).toMatchObject({ path: 'plan.seating.capacity' })
})
