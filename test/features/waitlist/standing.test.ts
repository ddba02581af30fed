import { hasList, standingOf } from '@/features/waitlist/standing'
import { aFullPool, anEntry, anOffer, NOW } from './entries'

const at = (text: string) => new Date(text).getTime()
const standing = (
  pool = aFullPool(),
  { seats = 1, entries = [] as ReturnType<typeof anEntry>[], now = NOW } = {},
) => standingOf(pool, { seats, entries, now })

it('offers a full pool’s list, with how many wait', () => {
  expect(standing()).toEqual({
    ...{ kind: 'wait', title: '报满了', reason: '2 位在等', button: '候补' },
  })
  expect(standing(aFullPool({ waiting: 0 }))).toMatchObject({ reason: '还没有人在等' })
  expect(standing(aFullPool(), { seats: 2 })).toMatchObject({ button: '候补 2 席' })
})

it('asks for whom first, where a family has chosen nobody', () => {
  expect(standing(aFullPool(), { seats: 0 })).toMatchObject({ kind: 'choose', button: '候补' })
})

it('offers the list where there are seats, but too few for all', () => {
  const pool = aFullPool({ taken: 11, state: 'open' })
  expect(standing(pool, { seats: 2 })).toMatchObject({
    ...{ kind: 'wait', title: '余 1 席', reason: '不够 2 席，可以候补' },
  })
  expect(standing(pool, { seats: 1 })).toBeNull()
  expect(standing(pool, { seats: 0 })).toBeNull()
})

it.each([
  ['drawn by lot', aFullPool({ mode: 'ballot' }), NOW],
  ['booked through a form', aFullPool({ intake: 'legal' }), NOW],
  ['of a server that has no lists', aFullPool({ waiting: undefined }), NOW],
  ['not open yet', aFullPool({ opensAt: '2026-11-23T10:00:00+08:00' }), NOW],
  ['closed', aFullPool({ closesAt: '2026-11-22T09:00:00+08:00' }), NOW],
  [
    'about to begin',
    aFullPool({ closesAt: '2026-11-28T14:30:00+08:00' }),
    at('2026-11-28T13:30+08:00'),
  ],
  [
    'called off',
    aFullPool({ occurrences: [{ ...aFullPool().occurrences[0]!, state: 'cancelled' }] }),
    NOW,
  ],
])('has no list to join where a pool is %s', (_, pool, now) => {
  expect(hasList(pool, now)).toBe(false)
  expect(standing(pool, { now })).toBeNull()
})

it('leads whoever waits to their entry, and whoever was offered seats to these', () => {
  expect(standing(aFullPool(), { seats: 0, entries: [anEntry()] })).toEqual({
    ...{ kind: 'waiting', title: '候补第 3 位', reason: '等 2 席', button: '我的候补' },
  })
  const offered = standing(aFullPool(), { seats: 0, entries: [anEntry(), anOffer()] })
  expect(offered).toMatchObject({ title: '留给您 2 席', button: '去确认' })
})

it('lets somebody else of the family join besides', () => {
  expect(standing(aFullPool(), { seats: 1, entries: [anEntry()] })).toMatchObject({ kind: 'wait' })
})
