import fc from 'fast-check'
import { fitsAges, ineligibility } from '@/domain/seats/eligibility'
import { whoMayBookInWords } from '@/domain/seats/eligibility-words'
import {
  type AttendeeFacts,
  type BookingFacts,
  explainRefusal,
} from '@/domain/seats/explain-refusal'
import { type LimitStanding, reachedLimit } from '@/domain/seats/limits'
import { poolState, seatsLeft } from '@/domain/seats/pool'
import { HOUR, parseInstant } from '@/domain/time/instant'

const NOW = parseInstant('2026-11-25T17:00:00+08:00')

const pool = (more: Partial<NonNullable<BookingFacts['pool']>> = {}) => ({
  centreId: 'nongye',
  mode: 'open' as const,
  capacity: 30,
  taken: 0,
  waiting: 0,
  listTakesFrom: null,
  opensAt: NOW - HOUR,
  closesAt: NOW + HOUR,
  homeCentreUntil: null,
  onlyRole: null,
  intake: null,
  minAge: null,
  maxAge: null,
  firstDay: '2026-11-26',
  ...more,
})
const attendee = (more: Partial<AttendeeFacts> = {}): AttendeeFacts => ({
  attendeeId: null,
  inFamily: true,
  birthDate: null,
  ownBookingId: null,
  clash: null,
  limits: [],
  ...more,
})
const resident = { homeCentreId: 'tongfu', roles: [] }
type Facts = Partial<BookingFacts> &
  Partial<Pick<AttendeeFacts, 'ownBookingId' | 'clash' | 'limits'>>
/** Facts of somebody who books for themselves, or for those in `attendees`. */
const facts = ({
  ownBookingId = null,
  clash = null,
  limits = [],
  ...more
}: Facts = {}): BookingFacts => ({
  pool: pool(),
  person: resident,
  attendees: [attendee({ ownBookingId, clash, limits })],
  strikes: 0,
  evenIfClashes: false,
  throughIntake: false,
  ...more,
})
const CLASH = { bookingId: 'nongye.b2', title: '太极 24 式', startsAt: NOW, endsAt: NOW + HOUR }
const standing = (
  of: LimitStanding['of'],
  most: number,
  held: number,
  title = '示例课',
): LimitStanding => ({ of, most, held, inTheWay: { bookingId: 'nongye.b3', title } })
const code = (more: Facts = {}) => explainRefusal(facts(more), NOW)?.code ?? null

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

  test('is whoever has filled in the form where there is one', () => {
    const withForm = pool({ intake: 'legal' })
    expect(ineligibility(withForm, resident, NOW)).toEqual({
      rule: 'INTAKE',
      centreId: 'nongye',
      until: null,
    })
    expect(ineligibility(withForm, resident, NOW, true)).toBeNull()
    expect(ineligibility(pool(), resident, NOW, true)).toBeNull()
  })

  test.each([
    [6, 10, '2020-11-26', true],
    [6, 10, '2020-11-27', false],
    [6, 10, '2016-11-26', true],
    [6, 10, '2015-11-27', true],
    [6, 10, '2015-11-26', false],
    [60, null, '1966-11-26', true],
    [60, null, '1966-11-27', false],
    [null, 12, '2013-11-27', true],
    [null, 12, '2013-11-26', false],
    [null, null, '2026-11-01', true],
    [6, 10, null, true],
  ])('of %p to %p years is, on the first lesson’s day, who was born on %p: %p', (...given) => {
    const [minAge, maxAge, birthDate, fits] = given
    expect(fitsAges({ minAge, maxAge, firstDay: '2026-11-26' }, birthDate)).toBe(fits)
  })

  test('is said in plain words, or not at all', () => {
    const words = (more: Parameters<typeof pool>[0]) =>
      whoMayBookInWords(pool(more), '农业银行社区', NOW)
    expect(words({})).toBeNull()
    expect(words({ onlyRole: 'staff' })).toBe('只给本中心的工作人员报名')
    expect(words({ intake: 'legal' })).toBe('先填一张表，填的内容只有办理的人看得到')
    expect(words({ mode: 'ballot' })).toBe('摇号分配，先来后到都一样')
    expect(words({ homeCentreUntil: parseInstant('2026-11-27T09:00:00+08:00') })).toBe(
      '后天 09:00 前，先给把农业银行社区设为常去中心的居民报名',
    )
    expect(words({ homeCentreUntil: NOW })).toBeNull()
  })
})

describe('why a booking was refused', () => {
  test.each<[string, Facts, unknown]>([
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
      { pool: pool({ taken: 30, waiting: 4, listTakesFrom: 1 }) },
      { code: 'SOLD_OUT', facts: { capacity: 30, waiting: 4 } },
    ],
    [
      'seats that the waiting list takes',
      { pool: pool({ taken: 28, waiting: 1, listTakesFrom: 2 }) },
      { code: 'SOLD_OUT', facts: { capacity: 30, waiting: 1 } },
    ],
    [
      'a seat that is too few for whoever waits',
      { pool: pool({ taken: 29, waiting: 1, listTakesFrom: 2 }) },
      null,
    ],
    [
      'a form',
      { pool: pool({ intake: 'mediation' }) },
      { code: 'NOT_ELIGIBLE', facts: { rule: 'INTAKE', centreId: 'nongye', until: null } },
    ],
    ['a form filled in', { pool: pool({ intake: 'legal' }), throughIntake: true }, null],
    [
      'a parallel class',
      { limits: [standing('group', 1, 1)] },
      {
        code: 'NOT_ELIGIBLE',
        facts: {
          ...{ rule: 'PARALLEL', centreId: 'nongye', until: null },
          limit: { of: 'group', most: 1, held: 1, bookingId: 'nongye.b3', title: '示例课' },
        },
      },
    ],
    [
      'as many courses as one may have',
      { limits: [standing('activity', 2, 1), standing('centre', 2, 3)] },
      {
        code: 'NOT_ELIGIBLE',
        facts: {
          ...{ rule: 'TERM_LIMIT', centreId: 'nongye', until: null },
          limit: { of: 'centre', most: 2, held: 3, bookingId: 'nongye.b3', title: '示例课' },
        },
      },
    ],
    ['limits that are not reached', { limits: [standing('activity', 2, 1)] }, null],
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
    const limits = [standing('centre', 1, 1)]
    expect(code({ limits, pool: pool({ minAge: 6, onlyRole: 'staff' }) })).toBe('NOT_ELIGIBLE')
    const first = explainRefusal(facts({ limits, pool: pool({ homeCentreUntil: NOW + 1 }) }), NOW)
    // What passes with time comes first: nobody gives a seat back and has to wait all the same.
    expect(first?.facts).toMatchObject({ rule: 'HOME_CENTRE' })
    expect(explainRefusal(facts({ limits, clash: CLASH }), NOW)?.facts).toMatchObject({
      rule: 'TERM_LIMIT',
    })
    expect(code({ limits, clash: CLASH, pool: pool({ taken: 30 }) })).toBe('SOLD_OUT')
    expect(code({ clash: CLASH, pool: pool({ taken: 30 }) })).toBe('CLASHES')
    expect(code({ clash: CLASH, evenIfClashes: true, pool: pool({ taken: 30 }) })).toBe('SOLD_OUT')
  })

  describe('of several people', () => {
    const [child, elder] = ['m-aaaaaaaaaaaaaaaa', 'm-bbbbbbbbbbbbbbbb']
    const self = attendee({ attendeeId: 'self' })
    const of = (second: Partial<AttendeeFacts>, more: Facts = {}) =>
      explainRefusal(
        facts({ attendees: [self, attendee({ attendeeId: child, ...second })], ...more }),
        NOW,
      )

    test.each<[string, Partial<AttendeeFacts>, Facts, unknown]>([
      [
        'one who is not in the family',
        { inFamily: false },
        {},
        { code: 'NOT_FOUND', facts: { what: 'attendee', attendeeId: child } },
      ],
      [
        'one who has a seat',
        { ownBookingId: 'nongye.b1' },
        {},
        { code: 'ALREADY_BOOKED', facts: { bookingId: 'nongye.b1', attendeeId: child } },
      ],
      [
        'one who is too young',
        { birthDate: '2021-01-01' },
        { pool: pool({ minAge: 6, maxAge: 10 }) },
        {
          code: 'NOT_ELIGIBLE',
          facts: {
            ...{ rule: 'AGE', centreId: 'nongye', until: null },
            ...{ ages: { min: 6, max: 10 }, attendeeId: child },
          },
        },
      ],
      [
        'one who has a clash',
        { clash: CLASH },
        {},
        {
          code: 'CLASHES',
          facts: { ...CLASH, attendeeId: child },
        },
      ],
      [
        'too few seats',
        {},
        { pool: pool({ taken: 29 }) },
        { code: 'SOLD_OUT', facts: { capacity: 30, waiting: 0, left: 1 } },
      ],
      [
        'no seats',
        {},
        { pool: pool({ taken: 30 }) },
        { code: 'SOLD_OUT', facts: { capacity: 30, waiting: 0 } },
      ],
      ['just enough seats', {}, { pool: pool({ taken: 28 }) }, null],
    ])('%s', (_, second, more, expected) => expect(of(second, more)).toEqual(expected))

    test('the first whom it is about is named', () => {
      const both = [child, elder].map((attendeeId) => attendee({ attendeeId, clash: CLASH }))
      expect(explainRefusal(facts({ attendees: both }), NOW)?.facts).toMatchObject({
        attendeeId: child,
      })
    })

    test('is null exactly when everybody is free, fits and finds a seat', () => {
      const anybody = fc.record({
        attendeeId: fc.constantFrom('self', child, elder),
        inFamily: fc.boolean(),
        birthDate: fc.constantFrom(null, '2018-01-01', '2000-01-01'),
        ownBookingId: fc.constantFrom(null, 'nongye.b1'),
        clash: fc.constantFrom(null, CLASH),
        limits: fc.constantFrom([], [standing('centre', 2, 1)], [standing('group', 1, 1)]),
      })
      fc.assert(
        fc.property(
          fc.array(anybody, { minLength: 1, maxLength: 7 }),
          fc.integer({ min: 0, max: 8 }),
          fc.boolean(),
          (attendees, free, evenIfClashes) => {
            const given = pool({ minAge: 6, maxAge: 10, capacity: 8, taken: 8 - free })
            const all = attendees.every(
              (one) =>
                one.inFamily &&
                one.ownBookingId === null &&
                one.birthDate !== '2000-01-01' &&
                reachedLimit(one.limits) === null &&
                (evenIfClashes || one.clash === null),
            )
            const refusal = explainRefusal(facts({ pool: given, attendees, evenIfClashes }), NOW)
            expect(refusal === null).toBe(all && attendees.length <= free)
            if (refusal?.code !== 'SOLD_OUT') return
            expect(refusal.facts.left ?? 0).toBe(free)
          },
        ),
      )
    })
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
