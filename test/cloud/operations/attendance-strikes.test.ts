import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { giveSeatBack } from '../../../src/cloud/store/queries/seats/give-back'
import { CONTEST_LAPSES_AFTER } from '../../../src/domain/attendance/strike'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import {
  BEGINS,
  ENDS,
  aLesson,
  codeOf,
  someStrikes,
  strikesOfBooking,
} from '../../support/builders/attendance'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { entriesOf } from '../../support/builders/waitlist'
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
const staff = () => as('staff-everywhere')
const at = (instant: number) => toInstantText(instant)
const jobs = () => runDueJobs({ store: database.store, clock, log: silentLog })
const strikesOf = (bookingId: string) => strikesOfBooking(database.store, bookingId)
const TERM_ENDS = Date.parse('2027-02-01T00:00:00+08:00')

beforeAll(async () => {
  database = await testDatabase()
  valueOf(await staff()('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, 'district' from changlai.person_identity
     where subject = 'staff-everywhere'`,
  )
})
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})

/** Somebody with a seat in a lesson, of whom nobody was seen. */
async function booked(poolId: string, person: Caller = someone(), attendeeIds?: string[]) {
  const wish = { poolId, evenIfClashes: true, ...(attendeeIds && { attendeeIds }) }
  const { bookingId, checkInCode } = valueOf(await person('seats.book', wish))
  return { person, bookingId, checkInCode }
}

/** Somebody who was seen in a lesson, so that attendance was taken there. */
async function seen(poolId: string, occurrenceId: string) {
  const { person, bookingId, checkInCode } = await booked(poolId)
  const oneTimeCode = await codeOf(database.store, bookingId, NOW)
  const scanned = { occurrenceId, checkInCode, oneTimeCode, scannedAt: at(NOW) }
  valueOf(await staff()('attendance.scan', scanned))
  return { person, bookingId }
}

/** Somebody who did not come to a lesson of a centre and was judged. */
async function struck(person: Caller = someone()) {
  const { poolId, occurrenceId } = await aLesson(database.store, centreId)
  await seen(poolId, occurrenceId)
  const { bookingId } = await booked(poolId, person)
  clock.set(ENDS + DAY)
  await jobs()
  const [strike] = await strikesOf(bookingId)
  return { person, bookingId, occurrenceId, strikeId: strike!.strikeId }
}

describe('A day after a lesson', () => {
  test('whoever booked is struck once where nobody came of the booking', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const here = await seen(poolId, occurrenceId)
    const parent = someone()
    const ids = ['self', await aChild(parent)]
    const { bookingId } = await booked(poolId, parent, ids)
    clock.set(ENDS + DAY - 1)
    expect((await jobs()).strikesGiven).toBe(0)
    clock.set(ENDS + DAY)
    expect((await jobs()).strikesGiven).toBe(1)
    expect((await jobs()).strikesGiven).toBe(0)
    expect(await strikesOf(here.bookingId)).toEqual([])
    expect(await strikesOf(bookingId)).toMatchObject([
      { kind: 'absent', weight: 2, state: 'standing', expiresAt: TERM_ENDS },
    ])
    const { attendees } = valueOf(await staff()('attendance.roster', { occurrenceId }))
    expect(attendees.map(({ mark, means }) => `${mark} ${means}`).sort()).toEqual([
      ...['absent clock', 'absent clock', 'present code'],
    ])
  })

  test('nobody is where one of them came, was excused, or nobody took attendance', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const bookings: string[] = []
    for (const mark of ['late', 'excused'] as const) {
      const parent = someone()
      const { bookingId } = await booked(poolId, parent, ['self', await aChild(parent)])
      bookings.push(bookingId)
      const { attendees } = valueOf(await staff()('attendance.roster', { occurrenceId }))
      const { attendeeKey } = attendees.find((one) => one.broughtBy === null && !one.mark)!
      valueOf(
        await staff()('attendance.mark', { occurrenceId, attendeeKey, mark, seenAt: at(NOW) }),
      )
    }
    const untaken = await aLesson(database.store, centreId)
    bookings.push((await booked(untaken.poolId)).bookingId)
    clock.set(ENDS + 2 * DAY)
    expect((await jobs()).strikesGiven).toBe(0)
    for (const bookingId of bookings) expect(await strikesOf(bookingId)).toEqual([])
    const { attendees } = valueOf(
      await staff()('attendance.roster', { occurrenceId: untaken.occurrenceId }),
    )
    expect(attendees).toMatchObject([{ mark: null }])
  })

  test('nobody is where the lesson was cancelled, or moved and is still to come', async () => {
    for (const change of [
      `state = 'cancelled'`,
      `starts_at = '2027-01-01', ends_at = '2027-01-02'`,
    ]) {
      const { poolId, occurrenceId } = await aLesson(database.store, centreId)
      await seen(poolId, occurrenceId)
      const { bookingId } = await booked(poolId)
      await database.store.pool.query(
        `update changlai.occurrence set ${change} where occurrence_id = $1`,
        [occurrenceId],
      )
      clock.set(ENDS + DAY)
      await jobs()
      expect(await strikesOf(bookingId)).toEqual([])
      clock.set(NOW)
    }
  })

  test('two clocks at once strike once', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    await seen(poolId, occurrenceId)
    const { bookingId } = await booked(poolId)
    clock.set(ENDS + DAY)
    const passes = await Promise.all([jobs(), jobs(), jobs()])
    expect(passes.reduce((sum, { strikesGiven }) => sum + strikesGiven, 0)).toBe(1)
    expect(await strikesOf(bookingId)).toHaveLength(1)
  })

  test('a mark that arrives at last strikes out what the clock wrote', async () => {
    const { bookingId, occurrenceId } = await struck()
    // A lesson that turns out to have lasted longer: its roster is open again.
    await database.store.pool.query(
      `update changlai.occurrence set ends_at = ends_at + interval '1 hour' where occurrence_id = $1`,
      [occurrenceId],
    )
    const { attendees } = valueOf(await staff()('attendance.roster', { occurrenceId }))
    const { attendeeKey } = attendees.find(({ mark }) => mark === 'absent')!
    const seenAt = at(BEGINS)
    const late = { occurrenceId, attendeeKey, mark: 'present' as const, seenAt }
    expect(valueOf(await staff()('attendance.mark', late)).mark).toBe('present')
    expect(await strikesOf(bookingId)).toMatchObject([{ state: 'waived' }])
  })
})

describe('A strike', () => {
  test('is contested in one tap, once, by whoever has it', async () => {
    const { person, strikeId } = await struck()
    const contest = async (caller: Caller) => caller('attendance.contest', { strikeId })
    expect(refusalOf(await contest(someone()))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'strike' },
    })
    expect(valueOf(await person('attendance.mine', {})).centres).toMatchObject([
      { centreId, weight: 2, delaysFrom: 6, delayHours: null, until: at(TERM_ENDS) },
    ])
    expect(valueOf(await contest(person))).toEqual({ strikeId, state: 'contested' })
    expect(refusalOf(await contest(person))).toEqual({
      code: 'ALREADY_CONTESTED',
      facts: { state: 'contested' },
    })
    const mine = valueOf(await person('attendance.mine', {}))
    expect(mine.centres).toEqual([])
    expect(mine.strikes).toMatchObject([
      {
        ...{ strikeId, kind: 'absent', state: 'contested', weight: 2, title: '示例讲座' },
        ...{ startsAt: at(BEGINS), expiresAt: at(TERM_ENDS), centreName: '示例社区' },
        ...{ contestedAt: at(ENDS + DAY), reason: null },
      },
    ])
  })

  test.each(['upheld', 'waived'] as const)('that staff looked at is %s for good', async (state) => {
    const { person, strikeId } = await struck()
    const settle = { strikeId, state, reason: '当天确实没来，问过老师' }
    expect(refusalOf(await staff()('attendance.settle', settle))).toEqual({
      code: 'NOT_CONTESTED',
      facts: { state: 'standing' },
    })
    valueOf(await person('attendance.contest', { strikeId }))
    const list = valueOf(await staff()('attendance.contested', { centreId }))
    const lapsesAt = at(clock.now().getTime() + CONTEST_LAPSES_AFTER)
    expect(list.strikes).toMatchObject([{ strikeId, name: null, lapsesAt }])
    expect(valueOf(await staff()('attendance.settle', settle))).toEqual({ strikeId, state })
    expect(valueOf(await staff()('attendance.contested', { centreId })).strikes).toEqual([])
    const { strikes, centres } = valueOf(await person('attendance.mine', {}))
    expect(strikes).toMatchObject([{ state, reason: settle.reason }])
    expect(centres.map(({ weight }) => weight)).toEqual(state === 'upheld' ? [2] : [])
    expect(refusalOf(await person('attendance.contest', { strikeId })).code).toBe(
      'ALREADY_CONTESTED',
    )
    const none = { ...settle, strikeId: `${centreId}.nothing` }
    expect(refusalOf(await staff()('attendance.settle', none)).code).toBe('NOT_FOUND')
  })

  test('that nobody looks at for a week is waived', async () => {
    const { person, bookingId, strikeId } = await struck()
    valueOf(await person('attendance.contest', { strikeId }))
    clock.set(ENDS + DAY + CONTEST_LAPSES_AFTER - 1)
    await jobs()
    expect(await strikesOf(bookingId)).toMatchObject([{ state: 'contested' }])
    clock.set(ENDS + DAY + CONTEST_LAPSES_AFTER)
    expect((await jobs()).contestsLapsed).toBeGreaterThan(0)
    expect(await strikesOf(bookingId)).toMatchObject([{ state: 'waived' }])
  })

  test('expires with the term, and is shown for one term more', async () => {
    const { person, strikeId } = await struck()
    clock.set(TERM_ENDS)
    expect(valueOf(await person('attendance.mine', {}))).toMatchObject({
      ...{ centres: [], strikes: [{ strikeId, state: 'standing' }] },
    })
    expect(refusalOf(await person('attendance.contest', { strikeId }))).toEqual({
      code: 'EXPIRED',
      facts: { expiresAt: at(TERM_ENDS) },
    })
    clock.set(TERM_ENDS + 200 * DAY)
    expect(valueOf(await person('attendance.mine', {})).strikes).toEqual([])
  })

  test('is one of a page of twenty', async () => {
    const subject = `someone-${newRequestId()}`
    valueOf(await as(subject)('me.get', {}))
    const ids = await someStrikes(database.store, { centreId, subject, count: 21 })
    const first = valueOf(await as(subject)('attendance.mine', {}))
    const second = valueOf(await as(subject)('attendance.mine', { after: first.after! }))
    expect([...first.strikes, ...second.strikes].map(({ strikeId }) => strikeId)).toEqual(ids)
    expect([first.strikes.length, second.after]).toEqual([20, null])
  })
})

describe('A seat that is given back late', () => {
  const LATE = NOW + 2 * HOUR
  const aLatePool = (wish: Parameters<typeof aPool>[2] = {}) =>
    aPool(database.store, centreId, {
      ...{ lessons: [{ startsAt: LATE + 2 * HOUR, endsAt: LATE + 3 * HOUR }], cancelUntil: LATE },
      ...wish,
    })

  test('is free all the same, and leaves half of an absence behind', async () => {
    const poolId = await aLatePool()
    const { person, bookingId } = await booked(poolId)
    clock.set(LATE)
    const lateUntil = at(LATE + 2 * HOUR)
    const late = { bookingId, evenIfLate: true }
    expect(refusalOf(await person('seats.cancel', { bookingId }))).toEqual({
      code: 'TOO_LATE',
      facts: { cancelUntil: at(LATE), lateUntil },
    })
    const requestId = newRequestId()
    expect(valueOf(await person('seats.cancel', late, requestId)).status).toBe('cancelled')
    valueOf(await person('seats.cancel', late, requestId))
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
    expect(await strikesOf(bookingId)).toMatchObject([
      { kind: 'late-cancel', weight: 1, state: 'standing', expiresAt: TERM_ENDS },
    ])
    expect(valueOf(await person('attendance.mine', {})).strikes).toMatchObject([
      { kind: 'late-cancel', startsAt: lateUntil },
    ])
  })

  test('costs nothing in time, and cannot be given once the lesson has begun', async () => {
    const poolId = await aLatePool()
    const [early, late] = [await booked(poolId), await booked(poolId)]
    clock.set(LATE - 1)
    const { bookingId } = early
    valueOf(await early.person('seats.cancel', { bookingId, evenIfLate: true }))
    expect(await strikesOf(bookingId)).toEqual([])
    clock.set(LATE + 2 * HOUR)
    const wish = { bookingId: late.bookingId, evenIfLate: true }
    expect(refusalOf(await late.person('seats.cancel', wish))).toEqual({
      code: 'TOO_LATE',
      facts: { cancelUntil: at(LATE), lateUntil: null },
    })
  })

  test('counts once for a booking, against whoever booked and never against a helper', async () => {
    const poolId = await aLatePool()
    const [daughter, mother] = [someone(), someone()]
    const elder = await aLinkedElder(daughter, mother)
    const { bookingId } = await booked(poolId, daughter, ['self', elder])
    clock.set(LATE)
    const own = { bookingId, attendeeIds: ['self'], evenIfLate: true }
    expect(valueOf(await mother('seats.cancel', own)).remaining).toBe(1)
    valueOf(await daughter('seats.cancel', { bookingId, evenIfLate: true }))
    expect(await strikesOf(bookingId)).toHaveLength(1)
    expect(valueOf(await mother('attendance.mine', {})).strikes).toEqual([])
    clock.set(NOW)
    const { code } = valueOf(await mother('family.code', {}))
    const helped = valueOf(await staff()('seats.bookFor', { poolId, code }))
    clock.set(LATE)
    valueOf(await mother('seats.cancel', { bookingId: helped.bookingId, evenIfLate: true }))
    expect(valueOf(await mother('attendance.mine', {})).strikes).toHaveLength(1)
    expect(valueOf(await staff()('attendance.mine', {})).strikes).toEqual([])
  })

  test('strikes nobody in a clinic, and cannot be given where nothing takes place', async () => {
    const clinic = await booked(await aLatePool({ columns: { numbered: true } }))
    const poolId = await aLatePool()
    const { person, bookingId } = await booked(poolId)
    await database.store.pool.query(
      `update changlai.occurrence set state = 'cancelled' where pool_id = $1`,
      [poolId],
    )
    clock.set(LATE)
    const own = { bookingId: clinic.bookingId, evenIfLate: true }
    valueOf(await clinic.person('seats.cancel', own))
    expect(await strikesOf(clinic.bookingId)).toEqual([])
    expect(refusalOf(await person('seats.cancel', { bookingId, evenIfLate: true })).facts).toEqual({
      cancelUntil: at(LATE),
      lateUntil: null,
    })
  })

  test('is the waiting list’s, and not whoever’s stands at the door', async () => {
    const poolId = await aLatePool({ capacity: 1, closesAt: LATE + 2 * HOUR })
    const { person, bookingId } = await booked(poolId)
    const waits = someone()
    const { entryId } = valueOf(await waits('waitlist.join', { poolId }))
    clock.set(LATE + 30 * MINUTE - 1)
    valueOf(await person('seats.cancel', { bookingId, evenIfLate: true }))
    expect(await entriesOf(database.store, poolId)).toMatchObject([{ entryId, state: 'offered' }])
    clock.set(LATE + 45 * MINUTE)
    const { code } = valueOf(await someone()('family.code', {}))
    for (const walkIn of [
      await someone()('seats.book', { poolId }),
      await staff()('seats.bookFor', { poolId, code }),
    ]) {
      expect(refusalOf(walkIn).code).toBe('SOLD_OUT')
    }
    valueOf(await waits('waitlist.accept', { entryId }))
  })

  test('stays the list’s until it ends, an hour before, though nobody was asked', async () => {
    const poolId = await aLatePool({ capacity: 1, closesAt: LATE + 2 * HOUR })
    const { bookingId } = await booked(poolId)
    valueOf(await someone()('waitlist.join', { poolId }))
    clock.set(LATE + 50 * MINUTE)
    await onlyGiveBack(bookingId)
    expect(refusalOf(await someone()('seats.book', { poolId })).code).toBe('SOLD_OUT')
    // Nobody can be asked any more: the list ends, says so to who waited, and the seat is anybody's.
    await jobs()
    expect(await entriesOf(database.store, poolId)).toMatchObject([{ state: 'over' }])
    valueOf(await someone()('seats.book', { poolId }))
  })

  /** As where the process dies between the statement that frees a seat and what passes it on. */
  async function onlyGiveBack(bookingId: string) {
    const { rows } = await database.store.pool.query<{ person_id: string }>(
      'select person_id from changlai.booking where booking_id = $1',
      [bookingId],
    )
    const intent = {
      ...{ personId: rows[0]!.person_id, requestId: newRequestId(), centreId },
      ...{ operation: 'seats.cancel' as const, inputHash: Buffer.alloc(32) },
    }
    const late = { evenIfLate: true, strikeId: `${centreId}.strike`, now: clock.now() }
    const wish = { intent, bookingId, attendeeIds: undefined, ...late }
    expect((await giveSeatBack(database.store.pool, wish))?.waitedFor).not.toBeNull()
  }
})

describe('Whoever did not come three times', () => {
  const OPENS = NOW - HOUR
  const aFreshPool = () =>
    aPool(database.store, centreId, {
      ...{ opensAt: OPENS, capacity: 2 },
      lessons: [{ startsAt: NOW + 9 * DAY, endsAt: NOW + 9 * DAY + HOUR }],
    })
  const waits = (until: number) => ({
    code: 'NOT_ELIGIBLE',
    facts: { rule: 'STRIKES', centreId, until: at(until) },
  })

  async function aStruckPerson(count = 3) {
    const subject = `someone-${newRequestId()}`
    valueOf(await as(subject)('me.get', {}))
    const strikeIds = await someStrikes(database.store, { centreId, subject, count })
    return { person: as(subject), strikeIds }
  }

  test('books a day after everybody else in that centre, and no later', async () => {
    const { person } = await aStruckPerson()
    const poolId = await aFreshPool()
    expect(refusalOf(await person('seats.book', { poolId }))).toEqual(waits(OPENS + DAY))
    expect(valueOf(await person('attendance.mine', {})).centres).toMatchObject([{ delayHours: 24 }])
    const elsewhere = await aPool(database.store, await aCentre(database.store))
    valueOf(await person('seats.book', { poolId: elsewhere }))
    clock.set(OPENS + DAY - 1)
    expect(refusalOf(await person('seats.book', { poolId }))).toEqual(waits(OPENS + DAY))
    clock.set(OPENS + DAY)
    valueOf(await person('seats.book', { poolId }))
  })

  test('does so whoever books for them, and not whom they help or bring', async () => {
    const { person } = await aStruckPerson()
    const poolId = await aFreshPool()
    const { code } = valueOf(await person('family.code', {}))
    expect(refusalOf(await staff()('seats.bookFor', { poolId, code }))).toEqual(waits(OPENS + DAY))
    const relative = someone()
    const elder = await aLinkedElder(relative, person)
    valueOf(await relative('seats.book', { poolId, attendeeIds: [elder] }))
  })

  test('does not while one is contested, was waived, or once they expire', async () => {
    const { person, strikeIds } = await aStruckPerson()
    valueOf(await person('attendance.contest', { strikeId: strikeIds[0]! }))
    const poolId = await aFreshPool()
    const { bookingId } = valueOf(await person('seats.book', { poolId }))
    valueOf(await person('seats.cancel', { bookingId }))
    const settle = { strikeId: strikeIds[0]!, state: 'upheld' as const, reason: '当天没来' }
    valueOf(await staff()('attendance.settle', settle))
    expect(refusalOf(await person('seats.book', { poolId }))).toEqual(waits(OPENS + DAY))
    await database.store.pool.query(
      'update changlai.strike set expires_at = $2 where strike_id = $1',
      [strikeIds[1], new Date(NOW)],
    )
    valueOf(await person('seats.book', { poolId }))
  })

  test('waits on a list and enters a ballot as everybody does', async () => {
    const { person } = await aStruckPerson()
    const poolId = await aFreshPool()
    expect(refusalOf(await person('waitlist.join', { poolId }))).toEqual(waits(OPENS + DAY))
    for (const _ of [1, 2]) valueOf(await someone()('seats.book', { poolId }))
    expect(refusalOf(await person('seats.book', { poolId })).code).toBe('SOLD_OUT')
    valueOf(await person('waitlist.join', { poolId }))
  })
})
