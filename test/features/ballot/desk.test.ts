import {
  daysFor,
  EMPTY_ANNOUNCEMENT,
  hoursFor,
  missingOf,
  numberAtOf,
  type PoolToDraw,
  toggledPool,
} from '@/features/ballot/announce-draft'
import { type Held, heldStanding, heldTitle, numberHint } from '@/features/ballot/desk-words'

const NOW = new Date('2026-11-22T09:00:00+08:00').getTime()
const aPool = (poolId: string, change: Partial<PoolToDraw> = {}): PoolToDraw => ({
  poolId,
  activityId: 'nongye.a1',
  title: '围棋',
  startsAt: '2026-12-12T09:30:00+08:00',
  endsAt: '2027-01-30T10:30:00+08:00',
  capacity: 12,
  opensAt: '2026-11-14T10:00:00+08:00',
  closesAt: '2026-12-01T18:00:00+08:00',
  ...change,
})
const held = (change: Partial<Held> = {}): Held => ({
  ballotId: 'nongye.b1',
  state: 'closed',
  closesAt: '2026-11-21T18:00:00+08:00',
  numberSource: '福彩双色球当期开奖号码',
  numberAt: '2026-11-21T22:00:00+08:00',
  titles: ['围棋上午班', '围棋下午班'],
  entries: 36,
  listHash: 'aa',
  number: null,
  enteredBy: 0,
  enteredByMe: false,
  drawnAt: null,
  ...change,
})

it('chooses only classes that close at one time', () => {
  const other = aPool('p3', { closesAt: '2026-12-02T18:00:00+08:00' })
  const pools = [aPool('p1'), aPool('p2'), other]
  const one = toggledPool(EMPTY_ANNOUNCEMENT, pools[0]!, pools)
  const two = toggledPool({ ...one, day: '2026-12-01', hour: '22:00' }, pools[1]!, pools)
  expect(two).toMatchObject({ poolIds: ['p1', 'p2'], day: '2026-12-01', hour: '22:00' })
  expect(toggledPool(two, other, pools)).toMatchObject({ poolIds: ['p3'], day: null, hour: null })
  expect(toggledPool(two, pools[0]!, pools).poolIds).toEqual(['p2'])
})

it('offers days and hours after closing and three days before the first lesson', () => {
  const chosen = [aPool('p1'), aPool('p2', { startsAt: '2026-12-06T10:30:00+08:00' })]
  const days = daysFor(chosen, NOW).map(({ value }) => value)
  expect(days).toEqual(['2026-12-01', '2026-12-02', '2026-12-03'])
  expect(hoursFor(chosen, '2026-12-01').map(({ value }) => value)).toEqual([
    '20:00',
    '21:00',
    '22:00',
    '23:00',
  ])
  expect(hoursFor(chosen, '2026-12-03').map(({ value }) => value)).toEqual([
    '08:00',
    '09:00',
    '10:00',
  ])
  expect(daysFor([], NOW)).toEqual([])
  expect(daysFor([aPool('p1', { startsAt: '2027-03-01T09:00:00+08:00' })], NOW)).toHaveLength(14)
})

it('says what is missing, one thing after another', () => {
  const steps = [
    EMPTY_ANNOUNCEMENT,
    { ...EMPTY_ANNOUNCEMENT, poolIds: ['p1'] },
    { ...EMPTY_ANNOUNCEMENT, poolIds: ['p1'], source: '双色球开奖' },
    { poolIds: ['p1'], source: '双色球开奖', day: '2026-12-01', hour: null },
    { poolIds: ['p1'], source: '双色球开奖', day: '2026-12-01', hour: '22:00' },
  ]
  expect(steps.map(missingOf)).toEqual([
    '先选哪几班',
    '写用哪个数字',
    '选哪一天公布',
    '选几点公布',
    null,
  ])
  expect(numberAtOf(steps[4]!)).toBe('2026-12-01T22:00:00+08:00')
})

it('says how a ballot stands and whose turn it is to enter the number', () => {
  expect(heldTitle(held())).toBe('围棋上午班等 2 班')
  expect(heldTitle(held({ titles: ['围棋'] }))).toBe('围棋')
  const said = (change: Partial<Held>) => {
    const { tag, note, due } = heldStanding(held(change), NOW)
    return [tag.text, note, due]
  }
  expect(said({ state: 'open', closesAt: '2026-11-23T18:00:00+08:00' })).toEqual([
    '登记中',
    '36 份登记，明天 18:00 截止',
    false,
  ])
  expect(said({ numberAt: '2026-11-22T22:00:00+08:00' })[0]).toBe('等数字')
  expect(said({})).toEqual(['要录数字', '36 份登记，还没人录', true])
  expect(said({ enteredBy: 1 })[1]).toBe('36 份登记，同事录过了，等您再录')
  expect(said({ enteredBy: 1, enteredByMe: true })[1]).toBe('36 份登记，您录过了，等同事再录')
  expect(said({ number: '123456' })[0]).toBe('正在摇')
  expect(said({ state: 'drawn', drawnAt: '2026-11-21T22:05:00+08:00' })).toEqual([
    '摇好了',
    '36 份登记，昨天 22:05 摇的',
    false,
  ])
  expect(numberHint(held({ enteredBy: 1 }))).toContain('对上就摇')
  expect(numberHint(held({ enteredBy: 1, enteredByMe: true }))).toContain('录错了可以改')
})
