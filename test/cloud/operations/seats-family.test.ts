import fc from 'fast-check'
import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { takeSeat } from '../../../src/cloud/store/queries/seats/take'
import { fitsAges } from '../../../src/domain/seats/eligibility'
import { addDays, dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string) => {
  const { store } = database
  return callerOf(createDispatch({ store, clock, log: silentLog }), subject)
}
const someone = () => as(`someone-${newRequestId()}`)
const pool = (wish: Parameters<typeof aPool>[2] = {}) => aPool(database.store, centreId, wish)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

async function aFamily() {
  const parent = someone()
  const first = await aChild(parent, '示例大宝')
  const second = await aChild(parent, '示例小宝', '2020-02-29')
  return { parent, first, second }
}

describe('several people in one booking', () => {
  test('take as many seats, under one code, and are named in their order', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool({ capacity: 3 })
    const attendeeIds = [second, 'self', first]
    const booked = valueOf(await parent('seats.book', { poolId, attendeeIds }))
    expect(booked.attendees).toEqual(
      attendeeIds.map((attendeeId) => ({ attendeeId, number: null })),
    )
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 3, booked: 3, people: 3 })
    const { bookings } = valueOf(await parent('seats.mine', {}))
    expect(bookings).toHaveLength(1)
    expect(bookings[0]).toMatchObject({ bookingId: booked.bookingId, bookedBy: 'self' })
    const still = { status: 'booked', number: null, state: null }
    expect(bookings[0]!.attendees).toHaveLength(3)
    expect(bookings[0]!.attendees).toEqual(
      expect.arrayContaining([
        { attendeeId: 'self', name: null, ...still },
        { attendeeId: first, name: '示例大宝', ...still },
        { attendeeId: second, name: '示例小宝', ...still },
      ]),
    )
  })

  test('get all their seats or none', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool({ capacity: 2 })
    valueOf(await someone()('seats.book', { poolId }))
    const both = await parent('seats.book', { poolId, attendeeIds: [first, second] })
    expect(refusalOf(both)).toEqual({
      code: 'SOLD_OUT',
      facts: { capacity: 2, waiting: 0, left: 1 },
    })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
    valueOf(await parent('seats.book', { poolId, attendeeIds: [first] }))
    const last = await parent('seats.book', { poolId, attendeeIds: [second] })
    expect(refusalOf(last)).toEqual({ code: 'SOLD_OUT', facts: { capacity: 2, waiting: 0 } })
  })

  test('may be booked for one after another, and each holds one seat in a pool', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool()
    const one = valueOf(await parent('seats.book', { poolId, attendeeIds: [first] }))
    const again = await parent('seats.book', { poolId, attendeeIds: [second, first] })
    expect(refusalOf(again)).toEqual({
      code: 'ALREADY_BOOKED',
      facts: { bookingId: one.bookingId, attendeeId: first },
    })
    const two = valueOf(await parent('seats.book', { poolId, attendeeIds: [second] }))
    const self = valueOf(await parent('seats.book', { poolId }))
    expect(new Set([one, two, self].map(({ bookingId }) => bookingId)).size).toBe(3)
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 3, booked: 3, people: 3 })
  })

  test('have clashes of their own, and the one concerned is named', async () => {
    const { parent, first, second } = await aFamily()
    const held = await pool({ activity: { title: '示例围棋' } })
    const { bookingId } = valueOf(
      await parent('seats.book', { poolId: held, attendeeIds: [first] }),
    )
    const wish = await pool()
    valueOf(await parent('seats.book', { poolId: wish, attendeeIds: ['self', second] }))
    const clashing = await parent('seats.book', { poolId: wish, attendeeIds: [first] })
    expect(refusalOf(clashing)).toEqual({
      code: 'CLASHES',
      facts: {
        ...{ bookingId, title: '示例围棋', attendeeId: first },
        ...{ startsAt: toInstantText(NOW + DAY), endsAt: toInstantText(NOW + DAY + 2 * HOUR) },
      },
    })
    const accepted = { poolId: wish, attendeeIds: [first], evenIfClashes: true }
    valueOf(await parent('seats.book', accepted))
  })

  test('are nobody who is asked for twice, or who is nobody', async () => {
    const { parent, first } = await aFamily()
    const poolId = await pool()
    for (const [attendeeIds, reason] of [
      [[], 'TOO_SHORT'],
      [[first, first], 'REPEATED'],
      [['self', 'self'], 'REPEATED'],
    ] as const) {
      const answer = await parent('seats.book', { poolId, attendeeIds: [...attendeeIds] })
      expect(refusalOf(answer)).toEqual({
        code: 'INVALID_INPUT',
        facts: { path: 'attendeeIds', reason },
      })
    }
    const unknown = 'm-aaaaaaaaaaaaaaaa'
    const answer = await parent('seats.book', { poolId, attendeeIds: ['self', unknown] })
    expect(refusalOf(answer)).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'attendee', attendeeId: unknown },
    })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
  })
})

describe('ages', () => {
  const FIRST_DAY = dateOf(NOW + DAY)
  const ages = { min_age: 6, max_age: 10 }

  test('are those on the first lesson’s day, and the child concerned is named', async () => {
    const parent = someone()
    const six = await aChild(parent, '示例六岁', '2020-11-23')
    const five = await aChild(parent, '示例五岁', '2020-11-24')
    const poolId = await pool({ activity: ages })
    const both = await parent('seats.book', { poolId, attendeeIds: [six, five] })
    expect(refusalOf(both)).toEqual({
      code: 'NOT_ELIGIBLE',
      facts: {
        ...{ rule: 'AGE', centreId, until: null },
        ...{ attendeeId: five, ages: { min: 6, max: 10 } },
      },
    })
    valueOf(await parent('seats.book', { poolId, attendeeIds: [six] }))
  })

  test('are not asked of the resident, nor of an elder whose birth date nobody gave', async () => {
    const me = someone()
    const elder = { kind: 'elder', name: '示例外婆' } as const
    const { memberId } = valueOf(await me('family.save', elder))
    const poolId = await pool({ activity: ages })
    valueOf(await me('seats.book', { poolId, attendeeIds: ['self', memberId] }))
    const dated = { ...elder, memberId, birthDate: '1948-05-01' }
    valueOf(await me('family.save', dated))
    const another = await pool({ activity: ages })
    const booked = await me('seats.book', { poolId: another, attendeeIds: [memberId] })
    expect(refusalOf(booked).facts).toMatchObject({ rule: 'AGE', attendeeId: memberId })
  })

  test('are counted alike by the statement that takes and by the rule that explains', async () => {
    const { rows } = await database.store.pool.query<{ born: string; asked: boolean }>(
      `select born::date as born, extract(year from age($1::date::timestamp, born)) between 6 and 10 as asked
       from generate_series(timestamp '2010-01-01', timestamp '2026-11-22', interval '1 day') as born`,
      [FIRST_DAY],
    )
    expect(rows.length).toBeGreaterThan(6_000)
    const bounds = { minAge: 6, maxAge: 10, firstDay: FIRST_DAY }
    expect(rows.filter(({ born, asked }) => fitsAges(bounds, born) !== asked)).toEqual([])
    // The days on which 29 February is missing.
    for (const firstDay of ['2026-02-28', '2026-03-01', '2028-02-29']) {
      const { rows: leap } = await database.store.pool.query<{ years: number }>(
        `select extract(year from age($1::date::timestamp, timestamp '2020-02-29'))::int as years`,
        [firstDay],
      )
      const years = leap[0]!.years
      const only = { minAge: years, maxAge: years, firstDay }
      expect(fitsAges(only, '2020-02-29')).toBe(true)
    }
  })
})

describe('giving back', () => {
  test('frees every seat of a booking', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool()
    const booked = await parent('seats.book', { poolId, attendeeIds: ['self', first, second] })
    const { bookingId } = valueOf(booked)
    expect(valueOf(await parent('seats.cancel', { bookingId }))).toEqual({
      bookingId,
      status: 'cancelled',
    })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
    expect(refusalOf(await parent('seats.cancel', { bookingId })).code).toBe('ALREADY_CANCELLED')
  })

  test('frees the seats of those who are named, until none is left', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool()
    const booked = await parent('seats.book', { poolId, attendeeIds: ['self', first, second] })
    const { bookingId } = valueOf(booked)
    const give = (...attendeeIds: string[]) => parent('seats.cancel', { bookingId, attendeeIds })
    expect(valueOf(await give(first))).toEqual({ bookingId, status: 'cancelled', remaining: 2 })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 2, booked: 2, people: 2 })
    expect(refusalOf(await give(first)).code).toBe('ALREADY_CANCELLED')
    const upcoming = valueOf(await parent('seats.mine', { when: 'upcoming' })).bookings
    expect(upcoming[0]!.attendees!.map(({ attendeeId, status }) => [attendeeId, status])).toEqual(
      expect.arrayContaining([
        ['self', 'booked'],
        [first, 'cancelled'],
        [second, 'booked'],
      ]),
    )
    valueOf(await parent('seats.book', { poolId, attendeeIds: [first] }))
    expect(valueOf(await give('self', second))).toMatchObject({ remaining: 0 })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
    const past = valueOf(await parent('seats.mine', { when: 'past' })).bookings
    expect(past).toMatchObject([{ bookingId, status: 'cancelled' }])
  })

  test('of somebody who has no seat in the booking is refused, and frees nothing', async () => {
    const { parent, first, second } = await aFamily()
    const poolId = await pool()
    const { bookingId } = valueOf(await parent('seats.book', { poolId, attendeeIds: [first] }))
    for (const attendeeIds of [[second], [first, second], ['self']]) {
      expect(refusalOf(await parent('seats.cancel', { bookingId, attendeeIds }))).toEqual({
        code: 'NOT_FOUND',
        facts: { what: 'attendee' },
      })
    }
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
  })

  test('works for a child who was removed since', async () => {
    const { parent, first } = await aFamily()
    const poolId = await pool()
    const booked = await parent('seats.book', { poolId, attendeeIds: ['self', first] })
    const { bookingId } = valueOf(booked)
    valueOf(await parent('family.remove', { memberId: first }))
    const given = await parent('seats.cancel', { bookingId, attendeeIds: [first] })
    expect(valueOf(given)).toMatchObject({ remaining: 1 })
  })

  test('is too late for everybody at once', async () => {
    const { parent, first } = await aFamily()
    const poolId = await pool({ cancelUntil: NOW })
    const booked = await parent('seats.book', { poolId, attendeeIds: ['self', first] })
    const { bookingId } = valueOf(booked)
    const late = await parent('seats.cancel', { bookingId, attendeeIds: [first] })
    expect(refusalOf(late).code).toBe('TOO_LATE')
  })

  test('keeps count, rows and status one, whatever is booked and given back in turn', async () => {
    const { parent, first, second } = await aFamily()
    const everybody = ['self', first, second]
    const some = fc.subarray(everybody, { minLength: 1 })
    const step = fc.oneof(
      some.map((attendeeIds) => ({ book: true, attendeeIds })),
      some.map((attendeeIds) => ({ book: false, attendeeIds })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const poolId = await pool({ capacity: 2 })
        const holds = new Map<string, string>()
        for (const { book, attendeeIds } of steps) {
          if (book) {
            const asked = { poolId, attendeeIds, evenIfClashes: true }
            const answer = await parent('seats.book', asked)
            const free =
              holds.size + attendeeIds.length <= 2 && !attendeeIds.some((id) => holds.has(id))
            expect(answer.ok).toBe(free)
            if (!answer.ok) continue
            attendeeIds.forEach((id) => holds.set(id, answer.value.bookingId))
          } else {
            const bookingId = holds.get(attendeeIds[0]!)
            if (!bookingId) continue
            const ids = attendeeIds.filter((id) => holds.get(id) === bookingId)
            const given = await parent('seats.cancel', { bookingId, attendeeIds: ids })
            ids.forEach((id) => holds.delete(id))
            const remaining = [...holds.values()].filter((one) => one === bookingId).length
            expect(valueOf(given)).toMatchObject({ remaining })
          }
        }
        const seats = holds.size
        expect(await seatsOf(database.store, poolId)).toEqual({
          ...{ taken: seats, booked: seats, people: seats },
        })
        const { rows } = await database.store.pool.query<{ held: string }>(
          `select booking_id as held from changlai.booking where pool_id = $1 and status = 'booked'`,
          [poolId],
        )
        expect(new Set(rows.map(({ held }) => held))).toEqual(new Set(holds.values()))
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('an elder who has an account', () => {
  test('sees what a relative booked for them, without the others, and can undo their own seat', async () => {
    const [daughter, elder] = [someone(), someone()]
    const memberId = await aLinkedElder(daughter, elder)
    const child = await aChild(daughter)
    const poolId = await pool()
    const attendeeIds = ['self', memberId, child]
    const { bookingId } = valueOf(await daughter('seats.book', { poolId, attendeeIds }))
    const seen = valueOf(await elder('seats.mine', { when: 'upcoming' })).bookings
    expect(seen).toMatchObject([{ bookingId, bookedBy: 'relative', status: 'booked' }])
    expect(seen[0]!.attendees).toEqual([
      { attendeeId: 'self', name: null, status: 'booked', number: null, state: null },
    ])
    valueOf(await elder('seats.cancel', { bookingId }))
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 2, booked: 2, people: 2 })
    expect(valueOf(await elder('seats.mine', { when: 'past' })).bookings).toMatchObject([
      { bookingId, status: 'cancelled' },
    ])
    expect(refusalOf(await elder('seats.cancel', { bookingId })).code).toBe('ALREADY_CANCELLED')
    const kept = valueOf(await daughter('seats.mine', { when: 'upcoming' })).bookings
    expect(kept).toMatchObject([{ bookingId, status: 'booked', bookedBy: 'self' }])
  })

  test('holds one seat in a pool, whoever books it', async () => {
    const [daughter, son, elder] = [someone(), someone(), someone()]
    const [hers, his] = [await aLinkedElder(daughter, elder), await aLinkedElder(son, elder)]
    const poolId = await pool()
    const { bookingId } = valueOf(await daughter('seats.book', { poolId, attendeeIds: [hers] }))
    expect(refusalOf(await son('seats.book', { poolId, attendeeIds: [his] }))).toEqual({
      code: 'ALREADY_BOOKED',
      facts: { bookingId, attendeeId: his },
    })
    expect(refusalOf(await elder('seats.book', { poolId }))).toEqual({
      code: 'ALREADY_BOOKED',
      facts: { bookingId },
    })
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
  })

  test('keeps what they booked themselves from a relative, who learns only of the time', async () => {
    const [daughter, elder] = [someone(), someone()]
    const memberId = await aLinkedElder(daughter, elder)
    const secret = await pool({ activity: { title: '示例不便说' } })
    const { bookingId } = valueOf(await elder('seats.book', { poolId: secret }))
    const poolId = await pool()
    const clash = await daughter('seats.book', { poolId, attendeeIds: [memberId] })
    expect(refusalOf(clash)).toMatchObject({
      code: 'CLASHES',
      facts: { title: '别的安排', attendeeId: memberId },
    })
    expect(JSON.stringify(clash)).not.toContain('示例不便说')
    expect(refusalOf(await daughter('seats.cancel', { bookingId })).code).toBe('NOT_FOUND')
    expect(valueOf(await daughter('seats.mine', {})).bookings).toEqual([])
  })
})

describe('a helper with a code', () => {
  const grant = async (subject: string, role: string) => {
    valueOf(await as(subject)('me.get', {}))
    await database.store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, $2 from changlai.person_identity where subject = $3`,
      [centreId, role, subject],
    )
    return as(subject)
  }

  test('books once for whoever read it out; the booking is theirs alone', async () => {
    const helper = await grant(`helper-${newRequestId()}`, 'volunteer')
    const elder = someone()
    const poolId = await pool({ columns: { numbered: true } })
    const { code } = valueOf(await elder('family.code', {}))
    const booked = valueOf(await helper('seats.bookFor', { poolId, code }))
    expect(booked).toMatchObject({ status: 'booked', number: 1 })
    expect(valueOf(await elder('seats.mine', {})).bookings).toMatchObject([
      {
        ...{ bookingId: booked.bookingId, checkInCode: booked.checkInCode, bookedBy: 'helper' },
        attendees: [{ attendeeId: 'self', number: 1, state: 'waiting' }],
      },
    ])
    expect(valueOf(await helper('seats.mine', {})).bookings).toEqual([])
    const { bookingId } = booked
    expect(refusalOf(await helper('seats.cancel', { bookingId })).code).toBe('NOT_FOUND')
    const again = await helper('seats.bookFor', { poolId: await pool(), code })
    expect(refusalOf(again).code).toBe('WRONG_CODE')
    valueOf(await elder('seats.cancel', { bookingId }))
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
  })

  test('learns why not, in no more words than they need, and the code stays good', async () => {
    const helper = await grant(`helper-${newRequestId()}`, 'staff')
    const elder = someone()
    const held = await pool({ activity: { title: '示例不便说' } })
    valueOf(await elder('seats.book', { poolId: held }))
    const { code } = valueOf(await elder('family.code', {}))
    const poolId = await pool()
    const clash = await helper('seats.bookFor', { poolId, code })
    expect(refusalOf(clash)).toMatchObject({ code: 'CLASHES', facts: { title: '别的安排' } })
    const twice = await helper('seats.bookFor', { poolId: held, code })
    expect(refusalOf(twice).code).toBe('ALREADY_BOOKED')
    valueOf(await helper('seats.bookFor', { poolId, code, evenIfClashes: true }))
    const { code: own } = valueOf(await helper('family.code', {}))
    expect(refusalOf(await helper('seats.bookFor', { poolId, code: own })).code).toBe('OWN_CODE')
  })

  test('gets one booking for one request, however often it is sent at once', async () => {
    const helper = await grant(`helper-${newRequestId()}`, 'volunteer')
    const elder = someone()
    const poolId = await pool()
    const { code } = valueOf(await elder('family.code', {}))
    const requestId = newRequestId()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => helper('seats.bookFor', { poolId, code }, requestId)),
    )
    expect(new Set(answers.map((answer) => valueOf(answer).bookingId)).size).toBe(1)
    expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
    const { rows } = await database.store.pool.query(
      `select wrong from changlai.spoken_code_try where wrong > 0 and person_id =
         (select booked_by from changlai.booking where pool_id = $1)`,
      [poolId],
    )
    expect(rows).toEqual([])
  })
})

describe('a pool that is booked through a form', () => {
  test('cannot be booked otherwise, by nobody and for nobody', async () => {
    const me = someone()
    const poolId = await pool({ columns: { intake: 'legal' } })
    expect(refusalOf(await me('seats.book', { poolId }))).toEqual({
      code: 'NOT_ELIGIBLE',
      facts: { rule: 'INTAKE', centreId, until: null },
    })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
  })

  test('gives its seat to the operation that has the form, which writes its own answer', async () => {
    const subject = `asks-${newRequestId()}`
    valueOf(await as(subject)('me.get', {}))
    const { rows } = await database.store.pool.query<{ person_id: string }>(
      'select person_id from changlai.person_identity where subject = $1',
      [subject],
    )
    const poolId = await pool({ capacity: 1, columns: { intake: 'mediation' } })
    const requestId = newRequestId()
    const intent = {
      ...({ personId: rows[0]!.person_id, requestId, operation: 'seats.book', centreId } as const),
      inputHash: Buffer.alloc(32),
    }
    const taken = await takeSeat(database.store.pool, {
      ...{ intent, poolId, evenIfClashes: false, now: new Date(NOW) },
      ...{ bookingId: `${centreId}.through-the-form`, checkInCode: 'ABCDEFG2' },
      ...{ throughIntake: true, answersItself: true },
    })
    expect(taken).toMatchObject({ bookingId: `${centreId}.through-the-form` })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
    const kept = await database.store.pool.query(
      'select from changlai.answered_request where request_id = $1',
      [requestId],
    )
    expect(kept.rowCount).toBe(0)
  })
})

test('A day later a child may be old enough: the first lesson decides, not the tap', async () => {
  const parent = someone()
  const child = await aChild(parent, '示例孩子', addDays(dateOf(NOW + 10 * DAY), -365 * 6 - 2))
  const lessons = [{ startsAt: NOW + 10 * DAY, endsAt: NOW + 10 * DAY + HOUR }]
  const soon = await pool({ activity: { min_age: 6 } })
  const later = await pool({ lessons, activity: { min_age: 6 } })
  const attendeeIds = [child]
  expect(refusalOf(await parent('seats.book', { poolId: soon, attendeeIds })).code).toBe(
    'NOT_ELIGIBLE',
  )
  valueOf(await parent('seats.book', { poolId: later, attendeeIds }))
})
