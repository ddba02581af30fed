import fc from 'fast-check'
import { ineligibility } from '@/domain/seats/eligibility'
import { whoMayBookInWords } from '@/domain/seats/eligibility-words'
import { type BookingFacts, explainRefusal } from '@/domain/seats/explain-refusal'
import { poolState, seatsLeft } from '@/domain/seats/pool'
import { HOUR, parseInstant } from '@/domain/time/instant'

const NOW = parseInstant('2026-11-25T17:00:00+08:00')

const pool = (more: Partial<NonNullable<BookingFacts['pool']>> = {}) => ({
  centreId: 'nongye',
  mode: 'open' as const,
  capacity: 30,
  taken: 0,
  waiting: 0,
  opensAt: NOW - HOUR,
  closesAt: NOW + HOUR,
  homeCentreUntil: null,
  onlyRole: null,
  ...more,
})
const resident = { homeCentreId: 'tongfu', roles: [] }
const facts = (more: Partial<BookingFacts> = {}): BookingFacts => ({
  pool: pool(),
  person: resident,
  ownBookingId: null,
  clash: null,
  evenIfClashes: false,
  ...more,
})
const CLASH = { bookingId: 'nongye.b2', title: '太极 24 式', startsAt: NOW, endsAt: NOW + HOUR }
const code = (more: Partial<BookingFacts> = {}) => explainRefusal(facts(more), NOW)?.code ?? null

describe('who may book', () => {
  test('is everybody where a pool says nothing', () => {
    expect(ineligibility(pool(), resident, NOW)).toBeNull()
  })

  test('is the home centre’s people until an instant, then everybody', () => {
    const first = pool({ homeCentreUntil: NOW + 1 })
    expect(ineligibility(first, resident, NOW)).toEqual({
      rule: 'HOME_CENTRE',
      centreId: 'nongye',
      until: NOW + 1,
    })
    expect(ineligibility(first, resident, NOW + 1)).toBeNull()
    expect(ineligibility(first, { ...resident, homeCentreId: 'nongye' }, NOW)).toBeNull()
    expect(ineligibility(first, { ...resident, homeCentreId: null }, NOW)).not.toBeNull()
  })

  test.each([
    [[], 'ROLE'],
    [[{ role: 'staff' as const, centreId: 'tongfu' }], 'ROLE'],
    [[{ role: 'volunteer' as const, centreId: 'nongye' }], 'ROLE'],
    [[{ role: 'staff' as const, centreId: 'nongye' }], undefined],
    [[{ role: 'staff' as const, centreId: null }], undefined],
  ])('of a pool for staff, roles %j: %s', (roles, rule) => {
    const only = pool({ onlyRole: 'staff' })
    expect(ineligibility(only, { ...resident, roles }, NOW)?.rule).toBe(rule)
  })

  test('is nobody directly where seats are drawn', () => {
    expect(ineligibility(pool({ mode: 'ballot' }), resident, NOW)?.rule).toBe('BALLOT')
  })

  test('is said in plain words, or not at all', () => {
    const words = (more: Parameters<typeof pool>[0]) =>
      whoMayBookInWords(pool(more), '农业银行社区', NOW)
    expect(words({})).toBeNull()
    expect(words({ onlyRole: 'staff' })).toBe('只给本中心的工作人员报名')
    expect(words({ mode: 'ballot' })).toBe('摇号分配，先来后到都一样')
    expect(words({ homeCentreUntil: parseInstant('2026-11-27T09:00:00+08:00') })).toBe(
      '后天 09:00 前，先给把农业银行社区设为常去中心的居民报名',
    )
    expect(words({ homeCentreUntil: NOW })).toBeNull()
  })
})

describe('why a booking was refused', () => {
  test.each<[string, Partial<BookingFacts>, unknown]>([
    ['no pool', { pool: null }, { code: 'NOT_FOUND', facts: { what: 'pool' } }],
    [
      'booked before',
      { ownBookingId: 'nongye.b1' },
      { code: 'ALREADY_BOOKED', facts: { bookingId: 'nongye.b1' } },
    ],
    ['closed', { pool: pool({ closesAt: NOW }) }, { code: 'CLOSED', facts: { closesAt: NOW } }],
    [
      'not open',
      { pool: pool({ opensAt: NOW + 1 }) },
      { code: 'NOT_OPEN_YET', facts: { opensAt: NOW + 1 } },
    ],
    [
      'a role',
      { pool: pool({ onlyRole: 'staff' }) },
      { code: 'NOT_ELIGIBLE', facts: { rule: 'ROLE', centreId: 'nongye', until: null } },
    ],
    ['a clash', { clash: CLASH }, { code: 'CLASHES', facts: CLASH }],
    [
      'full',
      { pool: pool({ taken: 30, waiting: 4 }) },
      { code: 'SOLD_OUT', facts: { capacity: 30, waiting: 4 } },
    ],
    ['nothing', {}, null],
    ['a clash accepted', { clash: CLASH, evenIfClashes: true }, null],
  ])('%s', (_, more, expected) => expect(explainRefusal(facts(more), NOW)).toEqual(expected))

  test('of several reasons is the one that spares the person most', () => {
    const worst = { taken: 30, onlyRole: 'staff' as const, opensAt: NOW + 1, closesAt: NOW + 2 }
    const all = { ownBookingId: 'nongye.b1', clash: CLASH }
    expect(code({ ...all, pool: pool({ ...worst, closesAt: NOW }) })).toBe('ALREADY_BOOKED')
    expect(code({ clash: CLASH, pool: pool({ ...worst, closesAt: NOW }) })).toBe('CLOSED')
    expect(code({ clash: CLASH, pool: pool(worst) })).toBe('NOT_OPEN_YET')
    expect(code({ clash: CLASH, pool: pool({ taken: 30, onlyRole: 'staff' }) })).toBe(
      'NOT_ELIGIBLE',
    )
    expect(code({ clash: CLASH, pool: pool({ taken: 30 }) })).toBe('CLASHES')
    expect(code({ clash: CLASH, evenIfClashes: true, pool: pool({ taken: 30 }) })).toBe('SOLD_OUT')
  })

  test('agrees with the state of the pool that a screen shows', () => {
    const near = fc.integer({ min: -3, max: 3 }).map((n) => NOW + n)
    const seats = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(near, near, seats, (opensAt, closesAt, taken) => {
        const given = pool({ opensAt, closesAt, taken, capacity: 3 })
        const expected = {
          upcoming: 'NOT_OPEN_YET',
          closed: 'CLOSED',
          full: 'SOLD_OUT',
          open: null,
        }[poolState(given, NOW)]
        expect(code({ pool: given })).toBe(expected)
        expect(seatsLeft(given)).toBe(3 - taken)
      }),
    )
  })
})
