import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Input } from '../../../src/contract'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool, anActivity, anOccurrence } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
const clock = fixedClock(NOW)
const visitor = () =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), null)
const calendar = async (input: Input<'calendar.list'>) =>
  valueOf(await visitor()('calendar.list', input))
const WEEK = { from: '2026-11-22', to: '2026-11-28' }

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

describe('centres.list', () => {
  test('Every centre is on exactly one page, in the district’s order', async () => {
    const scratch = await testDatabase()
    try {
      const expected: string[] = []
      for (let index = 0; index < 130; index += 1) {
        expected.push(await aCentre(scratch.store, { position: Math.floor(index / 7) }))
      }
      const call = callerOf(createDispatch({ store: scratch.store, clock, log: silentLog }), null)
      const first = valueOf(await call('centres.list', {}))
      const second = valueOf(await call('centres.list', { after: first.after! }))
      expect([first.centres.length, second.centres.length]).toEqual([100, 30])
      expect(second.after).toBeNull()
      const seen = [...first.centres, ...second.centres].map(({ centreId }) => centreId)
      expect([...seen].sort()).toEqual([...expected].sort())
      expect(first.centres[0]).toMatchObject({ location: { datum: 'GCJ-02' } })
    } finally {
      await scratch.drop()
    }
  })
})

describe('calendar.list', () => {
  test('A week shows what is on, in order, with its seats and what can be done', async () => {
    const centreId = await aCentre(database.store)
    const open = await aPool(database.store, centreId, { capacity: 3, columns: { taken: 1 } })
    const full = await aPool(database.store, centreId, {
      capacity: 2,
      columns: { taken: 2 },
      lessons: [{ startsAt: NOW + 2 * DAY, endsAt: NOW + 2 * DAY + HOUR }],
    })
    const walkIn = await anActivity(database.store, centreId, { category: 'club' })
    await anOccurrence(database.store, walkIn, { startsAt: NOW + 3 * DAY })
    const { occurrences, now, after } = await calendar({ centreId, ...WEEK })
    expect(after).toBeNull()
    expect(now).toBe(toInstantText(NOW))
    expect(
      occurrences.map(({ poolId, capacity, taken, poolState, state }) => ({
        ...{ poolId, capacity, taken, poolState, state },
      })),
    ).toEqual([
      { poolId: open, capacity: 3, taken: 1, poolState: 'open', state: 'scheduled' },
      { poolId: full, capacity: 2, taken: 2, poolState: 'full', state: 'scheduled' },
      { poolId: null, capacity: null, taken: null, poolState: null, state: 'scheduled' },
    ])
  })

  test('A day is a day in Shanghai: late evening belongs to it, midnight to the next', async () => {
    const centreId = await aCentre(database.store)
    const activityId = await anActivity(database.store, centreId)
    const midnight = Date.parse('2026-11-24T00:00:00+08:00')
    const late = await anOccurrence(database.store, activityId, { startsAt: midnight - MINUTE })
    const next = await anOccurrence(database.store, activityId, { startsAt: midnight })
    const keysOn = async (day: string) =>
      (await calendar({ centreId, from: day, to: day })).occurrences.map((o) => o.occurrenceId)
    expect(await keysOn('2026-11-23')).toEqual([late])
    expect(await keysOn('2026-11-24')).toEqual([next])
  })

  test('Days carry the Chinese calendar and the holidays as announced', async () => {
    const centreId = await aCentre(database.store)
    const { days } = await calendar({ centreId, from: '2026-09-25', to: '2026-10-10' })
    expect(days).toHaveLength(16)
    expect(days.find(({ date }) => date === '2026-09-25')).toMatchObject({ festival: '中秋节' })
    expect(days.find(({ date }) => date === '2026-10-01')).toMatchObject({ holiday: 'rest' })
    expect(days.find(({ date }) => date === '2026-10-10')).toMatchObject({ holiday: 'work' })
    const later = await calendar({ centreId, from: '2027-10-01', to: '2027-10-01' })
    expect(later.days[0]!.holiday).toBeNull()
    expect(later.holidaysAnnouncedUntil).toBe('2026-12-31')
  })

  test('What was called off stays and says so; what is not published never shows', async () => {
    const centreId = await aCentre(database.store)
    const activityId = await anActivity(database.store, centreId)
    const cancelled = await anOccurrence(database.store, activityId, { state: 'cancelled' })
    const hidden = await anActivity(database.store, centreId, { published: false })
    await anOccurrence(database.store, hidden)
    const pool = await aPool(database.store, centreId)
    await database.store.db
      .updateTable('changlai.occurrence')
      .set({ state: 'cancelled' })
      .where('pool_id', '=', pool)
      .execute()
    const { occurrences } = await calendar({ centreId, ...WEEK })
    expect(occurrences.map(({ occurrenceId, state }) => ({ occurrenceId, state }))).toContainEqual({
      occurrenceId: cancelled,
      state: 'cancelled',
    })
    expect(occurrences).toHaveLength(2)
    expect(occurrences.find(({ poolId }) => poolId === pool)).toMatchObject({
      state: 'cancelled',
      poolState: 'closed',
    })
  })

  test('Category and audience narrow what is shown', async () => {
    const centreId = await aCentre(database.store)
    for (const [category, audience] of [
      ['club', 'elders'],
      ['club', 'everyone'],
      ['lecture', 'elders'],
    ] as const) {
      await anOccurrence(
        database.store,
        await anActivity(database.store, centreId, { category, audience }),
      )
    }
    const count = async (more: object) =>
      (await calendar({ centreId, ...WEEK, ...more })).occurrences.length
    expect(await count({})).toBe(3)
    expect(await count({ category: 'club' })).toBe(2)
    expect(await count({ audience: 'elders' })).toBe(2)
    expect(await count({ category: 'club', audience: 'elders' })).toBe(1)
    expect(await count({ category: 'legal' })).toBe(0)
  })

  test('A crowded span comes in pages, and nothing is lost or told twice', async () => {
    const centreId = await aCentre(database.store)
    const activityId = await anActivity(database.store, centreId)
    const rows = Array.from({ length: 1_103 }, (_, index) => ({
      centre_id: centreId,
      occurrence_id: `${centreId}.crowd-${index}`,
      activity_id: activityId,
      pool_id: null,
      day: '2026-11-23',
      starts_at: new Date(NOW + DAY + (index % 5) * MINUTE),
      ends_at: new Date(NOW + DAY + HOUR),
      original_starts_at: new Date(NOW + index),
      place: '大厅',
      lesson_number: null,
      lesson_of: null,
    }))
    await database.store.db.insertInto('changlai.occurrence').values(rows).execute()
    const sizes: number[] = []
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await calendar({ centreId, ...WEEK, ...(after ? { after } : {}) })
      sizes.push(page.occurrences.length)
      seen.push(...page.occurrences.map(({ occurrenceId }) => occurrenceId))
      after = page.after
    } while (after)
    expect(sizes).toEqual([500, 500, 103])
    expect(new Set(seen).size).toBe(1_103)
  })

  test('A span is at most 62 days and does not run backwards', async () => {
    const centreId = await aCentre(database.store)
    const ask = (from: string, to: string) => visitor()('calendar.list', { centreId, from, to })
    expect(valueOf(await ask('2026-11-01', '2027-01-01')).days).toHaveLength(62)
    const refused = async (from: string, to: string) => refusalOf(await ask(from, to)).facts
    expect(await refused('2026-11-01', '2027-01-02')).toEqual({ path: 'to', reason: 'SPAN' })
    expect(await refused('2026-11-02', '2026-11-01')).toEqual({ path: 'to', reason: 'BEFORE_FROM' })
    expect(await refused('2026-02-30', '2026-03-01')).toEqual({ path: 'from', reason: 'DATE' })
  })

  test('A centre that does not exist is not found', async () => {
    expect(refusalOf(await visitor()('calendar.list', { centreId: 'nowhere', ...WEEK }))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'centre' },
    })
  })
})

describe('activities.list', () => {
  const listed = async (input: Input<'activities.list'>) =>
    valueOf(await visitor()('activities.list', input))

  test('Activities come soonest first and leave when nothing is to come', async () => {
    const centreId = await aCentre(database.store)
    const at = (startsAt: number) => ({ lessons: [{ startsAt, endsAt: startsAt + HOUR }] })
    const titled = (title: string) => ({ activity: { title } })
    await aPool(database.store, centreId, { ...at(NOW + 3 * DAY), ...titled('后') })
    await aPool(database.store, centreId, { ...at(NOW + DAY), ...titled('先') })
    await aPool(database.store, centreId, { ...at(NOW - 30 * MINUTE), ...titled('正在') })
    await aPool(database.store, centreId, {
      ...at(NOW - 2 * DAY),
      ...titled('已过'),
      opensAt: NOW - 9 * DAY,
    })
    await aPool(database.store, centreId, {
      ...at(NOW + DAY),
      activity: { title: '藏', published: false },
    })
    const calledOff = await anActivity(database.store, centreId, { title: '取消' })
    await anOccurrence(database.store, calledOff, { state: 'cancelled' })
    await anActivity(database.store, centreId, { title: '空' })
    const { activities } = await listed({ centreId })
    expect(activities.map(({ title }) => title)).toEqual(['正在', '先', '后'])
    expect(activities[1]!.next).toEqual({
      startsAt: toInstantText(NOW + DAY),
      endsAt: toInstantText(NOW + DAY + HOUR),
    })
  })

  test('The pool shown first is one that is open, then one to open, then a full one', async () => {
    const centreId = await aCentre(database.store)
    const activityId = await anActivity(database.store, centreId)
    const inDays = (days: number) => [
      { startsAt: NOW + days * DAY, endsAt: NOW + days * DAY + HOUR },
    ]
    const first = async () => (await listed({ centreId })).activities[0]!.pool
    const full = await aPool(database.store, centreId, {
      ...{ activityId, lessons: inDays(1), capacity: 1, columns: { taken: 1 } },
    })
    expect(await first()).toMatchObject({ poolId: full, state: 'full', taken: 1, capacity: 1 })
    const upcoming = await aPool(database.store, centreId, {
      ...{ activityId, lessons: inDays(2), opensAt: NOW + HOUR },
    })
    expect(await first()).toMatchObject({ poolId: upcoming, state: 'upcoming' })
    const open = await aPool(database.store, centreId, { activityId, lessons: inDays(3) })
    expect(await first()).toMatchObject({ poolId: open, state: 'open' })
  })

  test('A text is looked for in title, description and place, and is no pattern', async () => {
    const centreId = await aCentre(database.store)
    const add = async (more: object) =>
      anOccurrence(database.store, await anActivity(database.store, centreId, more))
    await add({ title: '春天瑜伽' })
    await add({ description: '做完瑜伽喝茶' })
    await add({ place: '瑜伽室' })
    await add({ title: '满 100% 减' })
    await add({ title: 'a_b', description: 'c\\d' })
    const count = async (text: string) => (await listed({ centreId, text })).activities.length
    expect(await count('瑜伽')).toBe(3)
    expect(await count(' 瑜伽 ')).toBe(3)
    expect(await count('')).toBe(5)
    expect(await count('%')).toBe(1)
    expect(await count('_')).toBe(1)
    expect(await count('A_B')).toBe(1)
    expect(await count('\\')).toBe(1)
    expect(await count('没有')).toBe(0)
  })

  test('Every activity is on exactly one page, also those that begin together', async () => {
    const centreId = await aCentre(database.store)
    const keys: string[] = []
    for (let index = 0; index < 47; index += 1) {
      const activityId = await anActivity(database.store, centreId)
      await anOccurrence(database.store, activityId, { startsAt: NOW + (index % 4) * HOUR })
      keys.push(activityId)
    }
    const sizes: number[] = []
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await listed({ centreId, ...(after ? { after } : {}) })
      sizes.push(page.activities.length)
      seen.push(...page.activities.map(({ activityId }) => activityId))
      after = page.after
    } while (after)
    expect(sizes).toEqual([20, 20, 7])
    expect([...seen].sort()).toEqual(keys.sort())
  })

  test('A cursor of another operation, or one made up, is refused by name', async () => {
    const centreId = await aCentre(database.store)
    const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const wrong = { code: 'INVALID_INPUT', facts: { path: 'after', reason: 'CURSOR' } }
    for (const parts of [[], {}, [1], ['x', 'y'], [1e300, 'here.a'], [1, 'a\0b'], [1, 'x', 2]]) {
      const after = made(parts)
      expect(refusalOf(await visitor()('activities.list', { centreId, after }))).toEqual(wrong)
      expect(refusalOf(await visitor()('calendar.list', { centreId, ...WEEK, after }))).toEqual(
        wrong,
      )
    }
  })
})

describe('activities.get', () => {
  const got = async (activityId: string) =>
    valueOf(await visitor()('activities.get', { activityId }))

  test('An activity tells everything that a resident asks', async () => {
    const centreId = await aCentre(database.store, { short_name: '这里' })
    const lesson = (days: number) => ({
      startsAt: NOW + days * DAY,
      endsAt: NOW + days * DAY + HOUR,
    })
    const activityId = await anActivity(database.store, centreId, {
      title: '零基础吉他',
      category: 'night-school',
      audience: 'adults',
      host: '社区夜校',
      bring: '带拨片',
      min_age: 16,
      fee_fen: 5_000,
    })
    const poolId = await aPool(database.store, centreId, {
      ...{ activityId, capacity: 20, lessons: [1, 8, 15].map(lesson) },
      columns: { taken: 4, home_centre_until: new Date(NOW + 2 * HOUR) },
    })
    const activity = await got(activityId)
    expect(activity).toMatchObject({
      title: '零基础吉他',
      ruleInWords: '每周四 15:00–16:30',
      host: '社区夜校',
      bring: '带拨片',
      ages: { min: 16, max: null },
      fee: { free: false, amountFen: 5_000, currency: 'CNY' },
      lessons: 3,
      walkIns: [],
    })
    expect(activity.whoMayBook).toContain('这里')
    expect(activity.pools).toHaveLength(1)
    expect(activity.pools[0]).toMatchObject({
      ...{ poolId, capacity: 20, taken: 4, mode: 'open', state: 'open' },
      cancelUntil: toInstantText(lesson(1).startsAt - 2 * HOUR),
    })
    expect(activity.pools[0]!.occurrences.map((one) => one.lesson?.number)).toEqual([1, 2, 3])
    clock.set(lesson(1).endsAt)
    const later = await got(activityId)
    expect(later.whoMayBook).toBeNull()
    expect(later.pools[0]!.state).toBe('closed')
    expect(later.pools[0]!.occurrences.map((one) => one.lesson?.number)).toEqual([2, 3])
    expect(later.lessons).toBe(3)
  })

  test('A weekly activity shows the next thirty, a walk-in its next thirty, and none that is over', async () => {
    const centreId = await aCentre(database.store)
    const seated = await anActivity(database.store, centreId)
    const open = await anActivity(database.store, centreId)
    for (let week = -2; week < 40; week += 1) {
      const startsAt = NOW + HOUR + week * 7 * DAY
      await aPool(database.store, centreId, {
        ...{ activityId: seated, lessons: [{ startsAt, endsAt: startsAt + HOUR }] },
        opensAt: startsAt - DAY,
      })
      await anOccurrence(database.store, open, { startsAt })
    }
    const [withSeats, without] = [await got(seated), await got(open)]
    expect(withSeats.pools).toHaveLength(30)
    expect(withSeats.pools[0]!.occurrences[0]!.startsAt).toBe(toInstantText(NOW + HOUR))
    expect(without.walkIns).toHaveLength(30)
    expect(without.walkIns[0]!.startsAt).toBe(toInstantText(NOW + HOUR))
    expect(without.pools).toEqual([])
  })

  test('What does not exist and what is not published is not found alike', async () => {
    const centreId = await aCentre(database.store)
    const hidden = await anActivity(database.store, centreId, { published: false })
    for (const activityId of [hidden, `${centreId}.nothing`, 'nowhere.activity']) {
      expect(refusalOf(await visitor()('activities.get', { activityId }))).toEqual({
        code: 'NOT_FOUND',
        facts: { what: 'activity' },
      })
    }
  })
})
