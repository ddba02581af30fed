import { REMEMBERED_FOR_MS, SoldOutPools } from '../../../src/cloud/group-commit/sold-out'

const POOL = 'one.aaaaaaaaaaaaaaaa'
const OTHER = 'one.bbbbbbbbbbbbbbbb'
const ELSEWHERE = 'two.aaaaaaaaaaaaaaaa'
const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const FULL = {
  capacity: 20,
  waiting: 3,
  opensAt: NOW - 1000,
  closesAt: NOW + 100_000,
  version: '1',
}

let time = 0
let pools: SoldOutPools
beforeEach(() => {
  time = 0
  pools = new SoldOutPools(() => time)
  pools.hear(true)
})

const told = (poolId = POOL, who = 'newcomer', now = NOW) =>
  pools.noSeatsFor(who, { poolId, now: new Date(now) })
const learn = (poolId = POOL, known = ['holder'], mark = pools.mark()) =>
  pools.remember(poolId, FULL, new Set(known), mark)

it('answers for a pool without a seat, and whoever has to do with it is looked up', () => {
  expect(told()).toBeNull()
  learn()
  expect(told()).toEqual({ capacity: 20, waiting: 3 })
  expect(told(POOL, 'holder')).toBeNull()
  expect(told(OTHER)).toBeNull()
})

it('answers within the pool’s times alone', () => {
  learn()
  expect(told(POOL, 'newcomer', FULL.opensAt - 1)).toBeNull()
  expect(told(POOL, 'newcomer', FULL.closesAt)).toBeNull()
})

it('counts its time from before the question was asked, however long the answer took', () => {
  const mark = pools.mark()
  time = REMEMBERED_FOR_MS - 1
  learn(POOL, [], mark)
  expect(told()).not.toBeNull()
  time = REMEMBERED_FOR_MS + 1
  expect(told()).toBeNull()
})

it('forgets in time, when it is told to, and all when it hears nothing any more', () => {
  learn()
  time = REMEMBERED_FOR_MS + 1
  expect(told()).toBeNull()
  learn()
  pools.forget(POOL)
  expect(told()).toBeNull()
  learn()
  learn(ELSEWHERE)
  pools.forgetCentre('one')
  expect(told()).toBeNull()
  expect(told(ELSEWHERE)).not.toBeNull()
  pools.hear(false)
  expect(told(ELSEWHERE)).toBeNull()
  learn()
  expect(told()).toBeNull()
})

it('holds what was asked anew while nothing was written, from before it was asked', () => {
  learn()
  time = REMEMBERED_FOR_MS
  const mark = pools.mark()
  expect(pools.holds(OTHER, FULL, mark)).toBe(false)
  expect(pools.holds(POOL, { ...FULL, version: '2' }, mark)).toBe(false)
  expect(pools.holds(POOL, FULL, mark)).toBe(true)
  time = 2 * REMEMBERED_FOR_MS
  expect(told()).not.toBeNull()
  time += 1
  expect(told()).toBeNull()
})

it('does not hold what was forgotten since it was asked', () => {
  learn()
  const mark = pools.mark()
  pools.forget(POOL)
  learn()
  expect(pools.holds(POOL, FULL, mark)).toBe(false)
})

it('says in time what is to be asked anew, and only of what people come for', () => {
  const whenStale = jest.fn()
  pools.whenStale = whenStale
  learn()
  time = 1
  learn(OTHER)
  learn(ELSEWHERE)
  told()
  expect(whenStale).not.toHaveBeenCalled()
  time = REMEMBERED_FOR_MS - 1
  told(OTHER)
  expect(whenStale).toHaveBeenCalledWith(new Date(NOW))
  expect(pools.stale()).toEqual([POOL, OTHER, ELSEWHERE])
  const holdAll = () => pools.stale().forEach((one) => pools.holds(one, FULL, pools.mark()))
  holdAll()
  for (let asked = 0; asked < 10; asked += 1) {
    time += REMEMBERED_FOR_MS - 1
    told()
    holdAll()
  }
  time += REMEMBERED_FOR_MS - 1
  expect(pools.stale()).toEqual([POOL])
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
  expect(told() !== null).toBe(learns)
})
