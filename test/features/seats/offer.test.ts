import { canBook, offerForSeveral, offerOf, type OfferedPool } from '@/features/seats/offer'

const at = (text: string) => new Date(text).getTime()
const pool = (change: Partial<OfferedPool> = {}): OfferedPool => ({
  poolId: 'nongye.p1',
  capacity: 30,
  taken: 26,
  mode: 'open',
  opensAt: '2026-11-20T09:00:00+08:00',
  closesAt: '2026-11-26T15:00:00+08:00',
  cancelUntil: '2026-11-26T00:00:00+08:00',
  occurrences: [{ state: 'scheduled' }],
  ...change,
})
const now = at('2026-11-22T09:00:00+08:00')

it.each([
  ['open', pool(), false, now, 'book', '余 4 席', '11月25日 周三 24:00 前可以退', '报名'],
  ['mine', pool(), true, now, 'booked', '我已报', '11月25日 周三 24:00 前可以退', '看签到码'],
  [
    'mine, too late to give back',
    pool(),
    true,
    at('2026-11-26T08:00:00+08:00'),
    'booked',
    '我已报',
    '已经过了能退的时间',
    '看签到码',
  ],
  [
    'open, too late to give back',
    pool(),
    false,
    at('2026-11-26T08:00:00+08:00'),
    'book',
    '余 4 席',
    '现在报了，再退算半次没来',
    '报名',
  ],
  [
    'full',
    pool({ taken: 30 }),
    false,
    now,
    'full',
    '报满了',
    '有人退会空出来，过会儿再看',
    '报满了',
  ],
  [
    'not open yet',
    pool({ opensAt: '2026-11-22T19:00:00+08:00' }),
    false,
    now,
    'upcoming',
    '还没开放',
    '还有 10 小时',
    '今天 19:00 开放',
  ],
  [
    'about to open',
    pool({ opensAt: '2026-11-22T09:10:00+08:00' }),
    false,
    now,
    'beforehand',
    '09:10 开放',
    '还有 10 分钟',
    '到点替我报名',
  ],
  [
    'closed',
    pool(),
    false,
    at('2026-11-26T15:00:00+08:00'),
    'closed',
    '报名截止了',
    '今天 15:00 截止',
    '报名截止',
  ],
  [
    'full and closed',
    pool({ taken: 30 }),
    false,
    at('2026-11-26T15:00:00+08:00'),
    'closed',
    '报名截止了',
    '今天 15:00 截止',
    '报名截止',
  ],
  [
    'cancelled',
    pool({ occurrences: [{ state: 'cancelled' }] }),
    false,
    now,
    'cancelled',
    '这一场取消了',
    '看看别的日期',
    null,
  ],
  ['drawn', pool({ mode: 'ballot' }), false, now, 'ballot', '摇号分配', '不拼手速', null],
  [
    'a form first',
    pool({ intake: 'legal' }),
    false,
    now,
    'intake',
    '一对一，保密',
    '先填一张只有接待的人能看的表',
    '去填表',
  ],
  [
    'a form first, not asked for',
    pool({ intake: null }),
    false,
    now,
    'book',
    '余 4 席',
    '11月25日 周三 24:00 前可以退',
    '报名',
  ],
  ['no seat needed', null, false, now, 'walk-in', '不用报名', '到时直接来就行', null],
] as const)(
  'offers what can be done: %s',
  (_, given, booked, time, kind, title, reason, button) => {
    expect(offerOf(given, booked, time)).toEqual({ kind, title, reason, button })
  },
)

it('opens by itself when the time has come, without another answer', () => {
  const opening = pool({ opensAt: '2026-11-22T09:00:00+08:00' })
  expect(offerOf(opening, false, now - 1).kind).toBe('beforehand')
  expect(offerOf(opening, false, now).kind).toBe('book')
})

it('does not call a term cancelled because one lesson is', () => {
  const term = pool({ occurrences: [{ state: 'cancelled' }, { state: 'scheduled' }] })
  expect(offerOf(term, false, now).kind).toBe('book')
})

it('tells a family how many seats it takes, whom to choose, and how many are too many', () => {
  const offer = offerOf(pool(), false, now)
  expect(offerForSeveral(offer, pool(), 0)).toMatchObject({ kind: 'choose', reason: '先选给谁报' })
  expect(offerForSeveral(offer, pool(), 2)).toMatchObject({ kind: 'book', title: '2 席' })
  expect(offerForSeveral(offer, pool(), 4).kind).toBe('book')
  expect(offerForSeveral(offer, pool(), 6)).toMatchObject({
    kind: 'few',
    title: '余 4 席',
    reason: '不够 6 席，少选两位',
  })
  const soon = pool({ opensAt: '2026-11-22T09:10:00+08:00', taken: 0 })
  const beforehand = offerOf(soon, false, now)
  expect(offerForSeveral(beforehand, soon, 0)).toMatchObject({
    kind: 'choose',
    title: '09:10 开放',
  })
  expect(offerForSeveral(beforehand, soon, 2)).toEqual(beforehand)
  const full = offerOf(pool({ taken: 30 }), false, now)
  expect(offerForSeveral(full, pool({ taken: 30 }), 2)).toEqual(full)
})

it('asks for whom only where seats can be taken now or later', () => {
  expect(canBook(pool(), now)).toBe(true)
  expect(canBook(pool({ opensAt: '2026-11-22T19:00:00+08:00' }), now)).toBe(true)
  for (const no of [
    null,
    pool({ taken: 30 }),
    pool({ intake: 'legal' }),
    pool({ mode: 'ballot' }),
    pool({ closesAt: '2026-11-22T08:00:00+08:00' }),
    pool({ occurrences: [{ state: 'cancelled' }] }),
  ]) {
    expect(canBook(no, now)).toBe(false)
  }
})
