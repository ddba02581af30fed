import { REMEMBERED_FOR_MS, SoldOutPools } from '../../../src/cloud/group-commit/sold-out'
import type { BookingFacts } from '../../../src/domain/seats/explain-refusal'
import type { SeatQuestion } from '../../../src/cloud/store/queries/seats/wish'

const POOL = 'one.aaaaaaaaaaaaaaaa'
const OTHER = 'one.bbbbbbbbbbbbbbbb'
const ELSEWHERE = 'two.aaaaaaaaaaaaaaaa'
const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const FULL = { capacity: 20, waiting: 3, opensAt: NOW - 1000, closesAt: NOW + 100_000 }

let time = 0
let requests = 0
let pools: SoldOutPools
beforeEach(() => {
  time = 0
  pools = new SoldOutPools(() => time)
  pools.hear(true)
})

function wish(more: Partial<SeatQuestion> = {}, personId = 'newcomer'): SeatQuestion {
  const intent = {
    ...{
      personId,
      requestId: `request-${(requests += 1)}`,
      operation: 'seats.book' as const,
      centreId: 'one',
    },
    inputHash: Buffer.alloc(32),
  }
  return { intent, poolId: POOL, evenIfClashes: false, now: new Date(NOW), ...more }
}
const learn = (poolId = POOL, known = ['holder'], mark = pools.mark()) =>
  pools.remember(poolId, FULL, new Set(known), mark)

it('answers for a pool without a seat, and whoever has to do with it is looked up', () => {
  expect(pools.answer(wish())).toBeNull()
  learn()
  expect(pools.answer(wish())).toEqual({ capacity: 20, waiting: 3 })
  expect(pools.answer(wish({}, 'holder'))).toBeNull()
  expect(pools.answer(wish({ poolId: OTHER }))).toBeNull()
})

it('tells the same again under one requestId, though a seat came free, and not for another wish', () => {
  const once = wish()
  expect(pools.answer(once)).toBeNull()
  learn()
  const told = pools.answer(once)
  expect(told).toEqual({ capacity: 20, waiting: 3 })
  pools.forgetAll()
  expect(pools.answer(once)).toEqual(told)
  const intent = { ...once.intent, inputHash: Buffer.alloc(32, 1) }
  expect(pools.answer({ ...once, intent })).toBeNull()
  expect(pools.answer({ ...once, intent: { ...once.intent, personId: 'another' } })).toBeNull()
})

it('answers neither for a family nor for somebody else, nor outside the pool’s times', () => {
  learn()
  expect(pools.answer(wish({ attendeeIds: ['self'] }))).toBeNull()
  expect(pools.answer(wish({ holderId: 'another' }))).toBeNull()
  expect(pools.answer(wish({ now: new Date(FULL.opensAt - 1) }))).toBeNull()
  expect(pools.answer(wish({ now: new Date(FULL.closesAt) }))).toBeNull()
})

it('forgets in time, when it is told to, and all when it hears nothing any more', () => {
  learn()
  time = REMEMBERED_FOR_MS + 1
  expect(pools.answer(wish())).toBeNull()
  learn()
  pools.forget(POOL)
  expect(pools.answer(wish())).toBeNull()
  learn()
  learn(ELSEWHERE)
  pools.forgetCentre('one')
  expect(pools.answer(wish())).toBeNull()
  expect(pools.answer(wish({ poolId: ELSEWHERE }))).not.toBeNull()
  pools.hear(false)
  expect(pools.answer(wish({ poolId: ELSEWHERE }))).toBeNull()
  learn()
  expect(pools.answer(wish())).toBeNull()
})

it.each([
  ['this pool', () => pools.forget(POOL), false],
  ['another pool', () => pools.forget(OTHER), true],
  ['its centre', () => pools.forgetCentre('one'), false],
  ['all', () => pools.forgetAll(), false],
])('learns what was asked before %s was forgotten: %#', (_, forget, learns) => {
  const mark = pools.mark()
  forget()
  learn(POOL, ['holder'], mark)
  expect(pools.answer(wish()) !== null).toBe(learns)
})

const POOL_FACTS: NonNullable<BookingFacts['pool']> = {
  ...FULL,
  ...{
    centreId: 'one',
    taken: 20,
    mode: 'open',
    homeCentreUntil: null,
    onlyRole: null,
    intake: null,
  },
  ...{ minAge: null, maxAge: null, firstDay: '2026-09-10', listTakesFrom: null },
}

it.each([
  ['a full pool that is open to everybody', {}, true],
  ['one with a seat', { taken: 19 }, false],
  ['one that is drawn', { mode: 'ballot' as const }, false],
  ['one for volunteers', { onlyRole: 'volunteer' as const }, false],
  ['one for its own residents now', { homeCentreUntil: NOW + 1 }, false],
  ['one that was for its own residents', { homeCentreUntil: NOW }, true],
])('may remember %s: %s', (_, more, may) => {
  expect(pools.mayRemember({ ...POOL_FACTS, ...more }, NOW)).toBe(may)
})
