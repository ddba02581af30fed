import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { DAY, HOUR, MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { BEGINS, ENDS, aLesson, codeOf, lessonsOf } from '../../support/builders/attendance'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre } from '../../support/builders/programme'
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
const staff = () => as('staff-here')
const at = (instant: number) => toInstantText(instant)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  valueOf(await staff()('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'staff-here'`,
    [centreId],
  )
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

/** What a scanner sends of a booking's code. */
async function shown(
  booked: { bookingId: string; checkInCode: string },
  occurrenceId: string,
  scanned = clock.now().getTime(),
) {
  const { bookingId, checkInCode } = booked
  const oneTimeCode = await codeOf(database.store, bookingId, scanned)
  return { occurrenceId, checkInCode, oneTimeCode, scannedAt: at(scanned) }
}

/** The code on the wall of a centre of its own, and a lesson there. */
async function aCentreWithPoster() {
  const own = await aCentre(database.store)
  valueOf(await as('district')('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, 'district' from changlai.person_identity where subject = 'district'
     on conflict do nothing`,
  )
  const { posterId } = valueOf(await as('district')('attendance.makePoster', { centreId: own }))
  return { posterId, own, ...(await aLesson(database.store, own)) }
}

async function markOf(mine: Caller, bookingId: string) {
  const { bookings } = valueOf(await mine('seats.mine', {}))
  return bookings.find((one) => one.bookingId === bookingId)!.occurrences.map(({ marks }) => marks)
}

async function rosterOf(occurrenceId: string) {
  return valueOf(await staff()('attendance.roster', { occurrenceId })).attendees
}

describe('The code on a phone', () => {
  test('checks everybody of a booking in, once', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const parent = someone()
    valueOf(await parent('me.update', { nickname: '示例家长' }))
    const child = await aChild(parent, '小满')
    const booked = valueOf(
      await parent('seats.book', { poolId, attendeeIds: ['self', child], evenIfClashes: true }),
    )
    const code = await shown(booked, occurrenceId)
    const scan = staff()
    const requestId = newRequestId()
    const first = valueOf(await scan('attendance.scan', code, requestId))
    expect(first).toEqual({ seats: 2, fresh: 2, mark: 'present', initials: ['示', '小'] })
    expect(valueOf(await scan('attendance.scan', code, requestId))).toEqual(first)
    clock.set(BEGINS + 20 * MINUTE)
    const again = await shown(booked, occurrenceId)
    expect(valueOf(await scan('attendance.scan', again))).toMatchObject({
      fresh: 0,
      mark: 'present',
    })
    expect(await markOf(parent, booked.bookingId)).toEqual([
      [
        { attendeeId: 'self', mark: 'present' },
        { attendeeId: child, mark: 'present' },
      ],
    ])
  })

  test('is the holder’s, and that of somebody who is alone in it', async () => {
    const { poolId } = await aLesson(database.store, centreId)
    const [daughter, mother] = [someone(), someone()]
    const elder = await aLinkedElder(daughter, mother)
    const both = { poolId, attendeeIds: ['self', elder], evenIfClashes: true }
    const { bookingId } = valueOf(await daughter('seats.book', both))
    const secretOf = async (caller: Caller) => {
      const { bookings } = valueOf(await caller('seats.mine', {}))
      return bookings.find((one) => one.bookingId === bookingId)!.checkInSecret
    }
    expect(await secretOf(daughter)).toMatch(/^[A-Z2-7]{32}$/)
    expect(await secretOf(mother)).toBeNull()
    clock.set(NOW - 2 * HOUR)
    valueOf(await daughter('seats.cancel', { bookingId, attendeeIds: ['self'] }))
    expect(await secretOf(mother)).toBe(await secretOf(daughter))
    valueOf(await daughter('seats.cancel', { bookingId }))
    expect(await secretOf(daughter)).toBeNull()
  })

  test('is worth nothing as a picture, nor before or after the lesson', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const booked = valueOf(await someone()('seats.book', { poolId, evenIfClashes: true }))
    const scan = async (input: Awaited<ReturnType<typeof shown>>) =>
      refusalOf(await staff()('attendance.scan', input))
    const picture = await shown(booked, occurrenceId, NOW)
    expect(await scan({ ...picture, scannedAt: at(NOW + 90_000 - MINUTE * 4) })).toMatchObject({
      code: 'CODE_EXPIRED',
    })
    expect(await scan({ ...picture, scannedAt: at(NOW + 2 * MINUTE) })).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'scannedAt', reason: 'FUTURE' },
    })
    const early = await shown(booked, occurrenceId, BEGINS - 46 * MINUTE)
    expect(await scan(early)).toEqual({ code: 'TOO_EARLY', facts: { startsAt: at(BEGINS) } })
    clock.set(ENDS + HOUR)
    const late = await shown(booked, occurrenceId, ENDS)
    expect(await scan(late)).toEqual({ code: 'OVER', facts: { endsAt: at(ENDS) } })
  })

  test('may be sent until a day after the lesson, from a phone that had no network', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const booked = valueOf(await someone()('seats.book', { poolId, evenIfClashes: true }))
    const seen = await shown(booked, occurrenceId, BEGINS)
    clock.set(ENDS + DAY)
    expect(refusalOf(await staff()('attendance.scan', seen)).code).toBe('OVER')
    clock.set(ENDS + DAY - 1)
    expect(valueOf(await staff()('attendance.scan', seen))).toMatchObject({ mark: 'present' })
  })

  test('of another lesson is said to be that, and of none nothing', async () => {
    const here = await aLesson(database.store, centreId)
    const other = await aLesson(database.store, centreId, {
      lessons: [{ startsAt: NOW + DAY, endsAt: NOW + DAY + HOUR }],
      activity: { title: '示例书法' },
      cancelUntil: NOW + HOUR,
    })
    const me = someone()
    const booked = valueOf(await me('seats.book', { poolId: other.poolId }))
    const code = await shown(booked, here.occurrenceId)
    expect(refusalOf(await staff()('attendance.scan', code))).toEqual({
      code: 'NOT_IN_LESSON',
      facts: { title: '示例书法', startsAt: at(NOW + DAY) },
    })
    expect(
      refusalOf(await staff()('attendance.scan', { ...code, checkInCode: '22222222' })),
    ).toEqual({ code: 'NOT_IN_LESSON', facts: { title: null, startsAt: null } })
    valueOf(await me('seats.cancel', { bookingId: booked.bookingId }))
    const given = { ...code, occurrenceId: other.occurrenceId, scannedAt: at(NOW) }
    expect(refusalOf(await staff()('attendance.scan', given)).code).toBe('TOO_EARLY')
  })
})

describe('The code on the wall', () => {
  test('checks in whoever scans it and theirs, in everything that is on', async () => {
    const { posterId, poolId, occurrenceId } = await aCentreWithPoster()
    const [parent, elder] = [someone(), someone()]
    const ids = [await aChild(parent), await aLinkedElder(parent, elder)]
    const booked = valueOf(await parent('seats.book', { poolId, attendeeIds: ids }))
    const { lessons } = valueOf(await parent('attendance.checkIn', { posterId }))
    expect(lessons).toMatchObject([{ occurrenceId, lesson: null }])
    expect(lessons[0]!.attendees).toEqual(
      expect.arrayContaining(ids.map((attendeeId) => ({ attendeeId, mark: 'present' }))),
    )
    // The elder, who scans it too, is there already.
    clock.set(BEGINS + HOUR)
    const own = valueOf(await elder('attendance.checkIn', { posterId }))
    expect(own.lessons[0]!.attendees).toEqual([{ attendeeId: 'self', mark: 'present' }])
    expect(await markOf(elder, booked.bookingId)).toEqual([
      [{ attendeeId: 'self', mark: 'present' }],
    ])
  })

  test('says when the next lesson is where nothing is on', async () => {
    const { posterId, own } = await aCentreWithPoster()
    const me = someone()
    const nothing = { code: 'NOTHING_ON', facts: { nextAt: null as string | null } }
    expect(refusalOf(await me('attendance.checkIn', { posterId }))).toEqual(nothing)
    const later = { startsAt: NOW + 3 * HOUR, endsAt: NOW + 4 * HOUR }
    const { poolId } = await aLesson(database.store, own, { lessons: [later] })
    valueOf(await me('seats.book', { poolId }))
    nothing.facts.nextAt = at(later.startsAt)
    expect(refusalOf(await me('attendance.checkIn', { posterId }))).toEqual(nothing)
    expect(refusalOf(await me('attendance.checkIn', { posterId: `${own}.222222` }))).toEqual({
      code: 'NOT_FOUND',
      facts: { what: 'poster' },
    })
  })

  test('ends when another is made', async () => {
    const { posterId, own } = await aCentreWithPoster()
    const district = as('district')
    const before = valueOf(await district('attendance.poster', { centreId: own })).poster
    expect(before).toEqual({
      ...{ posterId, madeAt: at(NOW), scene: posterId, picture: null },
      page: 'pages/attendance/check-in/check-in',
    })
    const next = valueOf(await district('attendance.makePoster', { centreId: own }))
    expect(next.posterId).not.toBe(posterId)
    expect(refusalOf(await someone()('attendance.checkIn', { posterId })).code).toBe('NOT_FOUND')
    const bare = await aCentre(database.store)
    expect(valueOf(await district('attendance.poster', { centreId: bare }))).toEqual({
      poster: null,
    })
    for (const operation of ['attendance.poster', 'attendance.makePoster'] as const) {
      const none = await district(operation, { centreId: 'nowhere' })
      expect(refusalOf(none)).toEqual({ code: 'NOT_FOUND', facts: { what: 'centre' } })
    }
  })
})

describe('The roster', () => {
  test('has everybody by name, and who brings them', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const [parent, alone] = [someone(), someone()]
    valueOf(await parent('me.update', { nickname: '示例家长' }))
    const child = await aChild(parent, '阿宝')
    const booked = valueOf(
      await parent('seats.book', { poolId, attendeeIds: ['self', child], evenIfClashes: true }),
    )
    valueOf(await alone('seats.book', { poolId, evenIfClashes: true }))
    const roster = await rosterOf(occurrenceId)
    const codeEnds = booked.checkInCode.slice(-4)
    const unmarked = { guest: false, mark: null, means: null, markedAt: null }
    expect(roster).toMatchObject([
      { ...unmarked, name: '示例家长', broughtBy: null, codeEnds },
      { ...unmarked, name: '阿宝', broughtBy: '示例家长', codeEnds },
      { ...unmarked, name: null, broughtBy: null },
    ])
    expect(new Set(roster.map(({ attendeeKey }) => attendeeKey)).size).toBe(3)
    const { lessons } = valueOf(
      await staff()('attendance.lessons', { centreId, day: at(BEGINS).slice(0, 10) }),
    )
    expect(lessons.find((one) => one.occurrenceId === occurrenceId)).toMatchObject({
      ...{ expected: 3, there: 0, excused: 0, state: 'scheduled', title: '示例讲座' },
    })
  })

  test('turns its pages without leaving anybody out', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId, { capacity: 200 })
    await database.store.pool.query(
      `with person as (
         insert into changlai.person (person_id, nickname)
         select gen_random_uuid(), case when n % 3 > 0 then '示例' || n % 7 end
         from generate_series(1, 120) as n returning person_id
       ), booked as (
         insert into changlai.booking
           (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
         select $1, $2 || row_number() over (), $2, person_id, 'booked',
           upper(translate(substr(md5(person_id::text), 1, 8), '01', '23')), $3
         from person returning centre_id, booking_id, person_id, pool_id
       )
       insert into changlai.booking_attendee
         (centre_id, booking_id, person_id, pool_id, holder_id, status)
       select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from booked`,
      [centreId, poolId, new Date(NOW)],
    )
    const first = valueOf(await staff()('attendance.roster', { occurrenceId }))
    const second = valueOf(
      await staff()('attendance.roster', { occurrenceId, after: first.after! }),
    )
    expect([first.attendees.length, second.attendees.length, second.after]).toEqual([100, 20, null])
    const all = [...first.attendees, ...second.attendees]
    expect(new Set(all.map(({ attendeeKey }) => attendeeKey)).size).toBe(120)
    const names = all.map(({ name }) => name)
    expect(names).toEqual([...names.filter(Boolean).sort(), ...names.filter((name) => !name)])
  })

  test('sets marks and takes them away, what was seen last counting', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const me = someone()
    const { bookingId } = valueOf(await me('seats.book', { poolId, evenIfClashes: true }))
    const { attendeeKey } = (await rosterOf(occurrenceId))[0]!
    const set = async (mark: 'present' | 'absent' | 'excused' | null, seenAt: number) =>
      valueOf(
        await staff()('attendance.mark', { occurrenceId, attendeeKey, mark, seenAt: at(seenAt) }),
      ).mark
    clock.set(BEGINS + HOUR)
    expect(await set('present', BEGINS + 5 * MINUTE)).toBe('present')
    expect(await set('absent', BEGINS + 4 * MINUTE)).toBe('present')
    expect(await set(null, BEGINS + 6 * MINUTE)).toBeNull()
    expect(await set('absent', BEGINS)).toBeNull()
    expect(await rosterOf(occurrenceId)).toMatchObject([
      { mark: null, means: null, markedAt: null },
    ])
    expect(await markOf(me, bookingId)).toEqual([[]])
    expect(await set('excused', BEGINS + 7 * MINUTE)).toBe('excused')
    expect(await rosterOf(occurrenceId)).toMatchObject([
      { mark: 'excused', means: 'roster', markedAt: at(BEGINS + 7 * MINUTE) },
    ])
  })

  test('opens 45 minutes before a lesson and closes a day after it', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    valueOf(await someone()('seats.book', { poolId, evenIfClashes: true }))
    const { attendeeKey } = (await rosterOf(occurrenceId))[0]!
    const set = async (seenAt: number, key = attendeeKey, lesson = occurrenceId) =>
      staff()('attendance.mark', {
        ...{ occurrenceId: lesson, attendeeKey: key, mark: 'present', seenAt: at(seenAt) },
      })
    expect(refusalOf(await set(BEGINS - 46 * MINUTE)).code).toBe('TOO_EARLY')
    expect(refusalOf(await set(NOW + 2 * MINUTE)).facts).toMatchObject({ path: 'seenAt' })
    expect(refusalOf(await set(NOW, 'aaaaaaaaaaaaaaaa'))).toMatchObject({
      facts: { what: 'attendee' },
    })
    expect(refusalOf(await set(NOW, attendeeKey, `${centreId}.nothing`))).toMatchObject({
      facts: { what: 'occurrence' },
    })
    clock.set(ENDS + DAY)
    expect(refusalOf(await set(NOW))).toEqual({ code: 'OVER', facts: { endsAt: at(ENDS) } })
    clock.set(ENDS + DAY - 1)
    valueOf(await set(NOW))
  })

  test('is kept neither of private hours nor of clinics, which call their numbers', async () => {
    for (const columns of [{ numbered: true }, { intake: 'legal' as const }]) {
      const { occurrenceId } = await aLesson(database.store, centreId, { columns })
      const day = at(BEGINS).slice(0, 10)
      const { lessons } = valueOf(await staff()('attendance.lessons', { centreId, day }))
      expect(lessons.map((one) => one.occurrenceId)).not.toContain(occurrenceId)
      expect(refusalOf(await staff()('attendance.roster', { occurrenceId })).code).toBe('NOT_FOUND')
    }
  })

  test('of a lesson that was cancelled can be read, and nobody is marked', async () => {
    const { poolId, occurrenceId } = await aLesson(database.store, centreId)
    const booked = valueOf(await someone()('seats.book', { poolId, evenIfClashes: true }))
    await database.store.pool.query(
      `update changlai.occurrence set state = 'cancelled' where occurrence_id = $1`,
      [occurrenceId],
    )
    const roster = valueOf(await staff()('attendance.roster', { occurrenceId }))
    expect(roster).toMatchObject({ state: 'cancelled', attendees: [{ mark: null }] })
    const code = await shown(booked, occurrenceId)
    expect(refusalOf(await staff()('attendance.scan', code)).code).toBe('NOT_FOUND')
  })

  test('of a course holds nobody who came to it later', async () => {
    const lessons = [-7 * DAY, 0].map((by) => ({ startsAt: BEGINS + by, endsAt: ENDS + by }))
    const { poolId } = await aLesson(database.store, centreId, { lessons, closesAt: NOW + DAY })
    valueOf(await someone()('seats.book', { poolId, evenIfClashes: true }))
    const [past, today] = await lessonsOf(database.store, poolId)
    expect(await rosterOf(past!)).toEqual([])
    expect(await rosterOf(today!)).toHaveLength(1)
  })
})
