import { createCopies } from '@/gateway/copies/copies'
import { ballotOffer, type DrawnPool } from '@/features/ballot/drawn-pool'
import { enterDrafts } from '@/features/ballot/enter-draft'
import { enterObstacle, type EnterWish } from '@/features/ballot/enter-obstacle'
import { keptWishes, toggledWish } from '@/features/ballot/wishes'

const at = (text: string) => new Date(text).getTime()
const NOW = at('2026-11-22T09:00:00+08:00')

it('orders wishes by taps, at most five of them', () => {
  expect(['a', 'b', 'c', 'b'].reduce(toggledWish, [] as readonly string[])).toEqual(['a', 'c'])
  const five = ['a', 'b', 'c', 'd', 'e']
  expect(toggledWish(five, 'f')).toEqual(five)
  expect(toggledWish(five, 'c')).toEqual(['a', 'b', 'd', 'e'])
})

it('begins with what was chosen before, else with the class that led here', () => {
  const pools = [{ poolId: 'a' }, { poolId: 'b' }]
  expect(keptWishes([], pools, 'b')).toEqual(['b'])
  expect(keptWishes(['gone', 'b', 'a'], pools, 'a')).toEqual(['b', 'a'])
  expect(keptWishes(['gone'], pools, 'gone')).toEqual([])
})

it('keeps a draft until it was entered or another person holds the phone', () => {
  const kept = new Map<string, string>()
  const storage = {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, text: string) => void kept.set(key, text),
    remove: (key: string) => void kept.delete(key),
  }
  const copies = createCopies(storage, () => NOW)
  const drafts = enterDrafts(copies)
  const draft = { wishes: ['nongye.p2', 'nongye.p1'], attendeeIds: ['self'] }
  drafts.keep('nongye.b1', draft)
  expect(enterDrafts(createCopies(storage, () => NOW)).read('nongye.b1')).toEqual(draft)
  expect(drafts.read('nongye.b2')).toBeNull()
  copies.forgetPrivate()
  expect(drafts.read('nongye.b1')).toBeNull()
  drafts.keep('nongye.b1', draft)
  drafts.forget('nongye.b1')
  expect(drafts.read('nongye.b1')).toBeNull()
})

describe('the foot of a page whose seats are drawn', () => {
  const pool: DrawnPool = {
    poolId: 'nongye.p1',
    capacity: 12,
    ballotId: 'nongye.b1',
    state: 'open',
    opensAt: '2026-11-20T09:00:00+08:00',
    closesAt: '2026-12-01T18:00:00+08:00',
  }
  it.each<[string, Partial<DrawnPool>, string, string | null, string | null]>([
    ['open', {}, '登记到 12月1日 周二 18:00', '登记摇号', 'enter'],
    [
      'of an older server',
      { ballotId: undefined },
      '登记到 12月1日 周二 18:00',
      '登记摇号',
      'enter',
    ],
    ['not announced', { ballotId: null }, '摇号时间还没公布', null, null],
    [
      'not open yet',
      { opensAt: '2026-11-23T09:00:00+08:00' },
      '还没开始登记',
      '明天 09:00 开始登记',
      null,
    ],
    ['closed', { closesAt: '2026-11-21T18:00:00+08:00' }, '等公布数字再摇', '看这次摇号', 'verify'],
    [
      'closed and never announced',
      { closesAt: '2026-11-21T18:00:00+08:00', ballotId: null },
      '等公布数字再摇',
      null,
      null,
    ],
  ])('%s', (_, change, reason, button, act) => {
    expect(ballotOffer({ ...pool, ...change }, NOW)).toMatchObject({ reason, button, act })
  })
})

describe('what stands in the way of an entry', () => {
  const wish: EnterWish = {
    pools: [
      { poolId: 'nongye.p1', title: '上午班' },
      { poolId: 'nongye.p2', title: '下午班' },
    ],
    people: [
      { attendeeId: 'm-aaaaaaaaaaaaaaaa', name: '小满' },
      { attendeeId: 'm-bbbbbbbbbbbbbbbb', name: '小川' },
    ],
  }
  const refused = (code: string, facts: object) =>
    enterObstacle({ ok: false, code, facts, traceId: '' } as never, wish, NOW)

  it('names the wish and the person that it is about', () => {
    const facts = { poolId: 'nongye.p2', rule: 'AGE', attendeeId: 'm-bbbbbbbbbbbbbbbb' }
    expect(refused('NOT_ELIGIBLE', { ...facts, centreId: 'nongye', until: null })).toMatchObject({
      kind: 'refused',
      sentence: { title: '小川，第二志愿“下午班”：年龄不合适' },
    })
    const [person] = wish.people
    const alone = { pools: wish.pools.slice(0, 1), people: [person!] }
    const failure = { ok: false, code: 'NOT_ANNOUNCED', facts: { poolId: 'nongye.p1' } } as never
    expect(enterObstacle(failure, alone, NOW).sentence.title).toBe('这一班的摇号还没公布')
  })

  it('says of a lost network that nothing chosen is lost', () => {
    const offline = refused('UNREACHABLE', { offline: true, sent: false })
    expect(offline).toMatchObject({ kind: 'again', sentence: { title: '没有网络，没有送出去' } })
    for (const facts of [
      { offline: true, sent: false },
      { offline: false, sent: true },
    ]) {
      expect(refused('UNREACHABLE', facts).sentence.next).toContain('填好的都留着')
    }
    expect(refused('UNAVAILABLE', {}).sentence.next).toContain('不会登记两份')
  })

  it('lets a clash be overridden', () => {
    const clash = {
      poolId: 'nongye.p1',
      title: '太极',
      startsAt: '2026-12-12T09:00:00+08:00',
      endsAt: '2026-12-12T10:00:00+08:00',
    }
    expect(refused('CLASHES', clash).kind).toBe('clash')
  })
})
