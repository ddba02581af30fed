import { agesInWords } from '@/domain/seats/eligibility-words'
import {
  asOpened,
  factsLine,
  feeInWords,
  firstPool,
  type Pool,
  poolTag,
  poolWhen,
  summaryTag,
  turningPoints,
} from '@/features/activities/activity-words'

const now = new Date('2026-11-22T09:00:00+08:00').getTime()
const lesson = (date: string) => ({
  occurrenceId: `nongye.o-${date}`,
  startsAt: `${date}T15:00:00+08:00`,
  endsAt: `${date}T16:30:00+08:00`,
  place: '讲座室',
  state: 'scheduled' as const,
  lesson: null,
})
const pool = (change: Partial<Pool> = {}): Pool => ({
  poolId: 'nongye.p1',
  capacity: 30,
  taken: 26,
  mode: 'open',
  opensAt: '2026-11-20T09:00:00+08:00',
  closesAt: '2026-11-26T15:00:00+08:00',
  cancelUntil: '2026-11-26T00:00:00+08:00',
  state: 'open',
  occurrences: [lesson('2026-11-26')],
  ...change,
})

it.each([
  [null, null],
  [{ min: 6, max: 10 }, '6–10 岁'],
  [{ min: 60, max: null }, '60 岁以上'],
  [{ min: null, max: 12 }, '12 岁以下'],
  [{ min: 7, max: 7 }, '7 岁'],
  [{ min: null, max: null }, null],
])('says the ages %j', (ages, words) => {
  expect(agesInWords(ages)).toBe(words)
})

it('says a fee in yuan', () => {
  const fee = (amountFen: number) =>
    feeInWords({ free: amountFen === 0, amountFen, currency: 'CNY' })
  expect([0, 2000, 1250, 5].map(fee)).toEqual(['免费', '20 元', '12.5 元', '0.05 元'])
})

it('sums an activity up in a line', () => {
  const fee = { free: true, amountFen: 0, currency: 'CNY' as const }
  expect(factsLine({ ages: { min: 6, max: 10 }, lessons: 8, fee })).toBe('6–10 岁 · 共 8 课 · 免费')
  expect(factsLine({ ages: null, lessons: 1, fee })).toBe('免费')
})

it('says when a seat is used, once or for a whole term', () => {
  expect(poolWhen(pool(), now)).toBe('11月26日 周四 15:00–16:30')
  const term = pool({ occurrences: ['2026-12-05', '2026-12-12'].map(lesson) })
  expect(poolWhen(term, now)).toBe('12月5日 周六起，15:00–16:30，2 课')
  expect(poolWhen(pool({ occurrences: [] }), now)).toBe('时间待定')
})

it('looks first at the pool asked for, else at one that can be booked', () => {
  const full = pool({ poolId: 'nongye.full', state: 'full' })
  const soon = pool({ poolId: 'nongye.soon', state: 'upcoming' })
  const open = pool({ poolId: 'nongye.open' })
  expect(firstPool([full, soon, open], null)).toBe(open)
  expect(firstPool([full, soon, open], 'nongye.full')).toBe(full)
  expect(firstPool([full, soon], 'nongye.gone')).toBe(soon)
  expect(firstPool([], null)).toBeNull()
})

it('tells pools apart in a few words', () => {
  expect(poolTag(pool(), false, now).text).toBe('余 4 席')
  expect(poolTag(pool(), true, now).text).toBe('我已报')
  expect(
    poolTag(pool({ state: 'upcoming', opensAt: '2026-11-24T09:00:00+08:00' }), false, now).text,
  ).toBe('后天开放')
})

it('says in a list whom a pool is kept for, not how many seats others cannot have', () => {
  const tag = (change: Partial<Pool> & { onlyRole?: 'staff' | 'volunteer' | null }) =>
    summaryTag({ pool: pool(change) }, now).text
  expect(tag({})).toBe('余 4 席')
  expect(tag({ onlyRole: 'staff' })).toBe('限工作人员')
  expect(tag({ onlyRole: 'volunteer' })).toBe('限志愿者')
})

it('has a pool open by the clock, without another answer, and takes nothing else for granted', () => {
  const soon = pool({ state: 'upcoming', opensAt: '2026-11-22T09:00:00+08:00' })
  expect(asOpened(soon, now - 1)).toBe(soon)
  expect(asOpened(soon, now).state).toBe('open')
  expect(asOpened({ ...soon, taken: 30 }, now).state).toBe('full')
  const closed = pool({ state: 'closed' })
  expect(asOpened(closed, now)).toBe(closed)
})

it('looks again when a pool can be asked for, opens and closes', () => {
  const minutes = turningPoints([pool()]).map((at) => new Date(at).toISOString().slice(11, 16))
  expect(minutes).toEqual(['00:50', '01:00', '07:00'])
})
