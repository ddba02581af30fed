import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { programmeOf } from '../../../src/cloud/store/queries/feed'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { dateOf } from '../../../src/domain/time/date'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aCourse, guestsOf, type LessonRow, peopleOf, staffOf } from '../../support/builders/course'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { countsOf, entriesOf } from '../../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let people: ReturnType<typeof peopleOf>
const clock = fixedClock(NOW)
const jobs = () => runDueJobs({ store: database.store, clock, log: silentLog })

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleOf(database.store, clock)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

interface Waiter {
  parent: Caller
  child: string
  entryId: string
}

/** A full course of two seats in its second week, its list over, with the waiters in their turn. */
async function aRunningCourse(waiting = 2, activity = {}) {
  const course = await aCourse(database.store, centreId, { activity })
  const { poolId, lessons } = course
  const families = [await people.aParent(), await people.aParent()]
  const held = []
  for (const { parent, child } of families) {
    const { bookingId } = valueOf(await parent('seats.book', { poolId, attendeeIds: [child] }))
    held.push({ parent, child, bookingId })
  }
  const waiters: Waiter[] = []
  for (let turn = 0; turn < waiting; turn += 1) {
    const { parent, child } = await people.aParent('示例乙')
    const joined = await parent('waitlist.join', { poolId, attendeeIds: [child] })
    waiters.push({ parent, child, entryId: valueOf(joined).entryId })
  }
  clock.set(lessons[0]!.endsAt + DAY)
  await jobs()
  return { ...course, held, waiters, third: lessons[2]! }
}

const offersOf = async ({ parent }: Waiter) =>
  valueOf(await parent('waitlist.mine', { live: true })).entries

async function excuse(
  { parent, bookingId }: { parent: Caller; bookingId: string },
  { occurrenceId }: LessonRow,
) {
  return valueOf(await parent('lessons.excuse', { bookingId, occurrenceId }))
}

async function guestEntries({ occurrenceId }: LessonRow) {
  const { poolId } = (await guestsOf(database.store, occurrenceId))!
  return (await entriesOf(database.store, poolId)).map(({ state }) => state)
}

test('The seat of somebody who is excused is offered for that one lesson to who waited first', async () => {
  const { held, waiters, third, poolId } = await aRunningCourse()
  const [first, second] = waiters as [Waiter, Waiter]
  expect(await excuse(held[0]!, third)).toMatchObject({ excused: 1, freed: true })
  expect(await offersOf(first)).toEqual([
    expect.objectContaining({
      state: 'offered',
      onlyLesson: { number: 3, of: 5 },
      startsAt: toInstantText(third.startsAt),
      endsAt: toInstantText(third.endsAt),
      seats: 1,
    }),
  ])
  expect(await offersOf(second)).toEqual([])
  const [offer] = await offersOf(first)
  const { entryId } = offer!
  const booked = valueOf(await first.parent('waitlist.accept', { entryId }))
  expect(booked.cancelUntil).toBe(toInstantText(third.startsAt - HOUR))
  const [guest] = valueOf(await first.parent('seats.mine', {})).bookings
  expect(guest).toMatchObject({ bookingId: booked.bookingId, lessons: 1, freesLessons: false })
  expect(guest!.occurrences[0]).toMatchObject({ lesson: { number: 3, of: 5 } })
  // The place on the course's list is as it was, and the guest's seat is an ordinary one.
  const all = valueOf(await first.parent('waitlist.mine', {})).entries
  expect(all.map(({ state, onlyLesson }) => [state, onlyLesson])).toEqual([
    ['accepted', { number: 3, of: 5 }],
    ['over', null],
  ])
  valueOf(await first.parent('seats.cancel', { bookingId: booked.bookingId }))
  expect(await guestEntries(third)).toEqual(['accepted', 'offered'])
  expect(await countsOf(database.store, poolId)).toMatchObject({ taken: 2, booked: 2 })
})

test('A guest of one lesson takes no seat of the term: no limit stands in the way, and none is used up', async () => {
  const activity = { seating: JSON.stringify({ per: 'term' }) }
  const { held, waiters, third } = await aRunningCourse(1, activity)
  const [{ parent, child }] = waiters as [Waiter]
  const later = (days: number) => {
    const startsAt = third.startsAt + days * DAY
    const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
    return aCourse(database.store, centreId, { activity, lessons })
  }
  const other = await later(2)
  valueOf(await parent('seats.book', { poolId: other.poolId, attendeeIds: [child] }))
  await excuse(held[0]!, third)
  const limit = (most: number | null) =>
    database.store.pool.query(
      'update changlai.centre set courses_per_term = $2 where centre_id = $1',
      [centreId, most],
    )
  await limit(1)
  const [offer] = await offersOf(waiters[0]!)
  valueOf(await parent('waitlist.accept', { entryId: offer!.entryId }))
  await limit(2)
  const more = await later(3)
  valueOf(await parent('seats.book', { poolId: more.poolId, attendeeIds: [child] }))
  await limit(null)
})

test('A guest stands in the roster of the lesson, and is marked in it', async () => {
  const { held, waiters, third } = await aRunningCourse(1)
  const { occurrenceId } = third
  await excuse(held[0]!, third)
  const [{ parent }] = waiters as [Waiter]
  const [offer] = valueOf(await parent('waitlist.mine', { live: true })).entries
  valueOf(await parent('waitlist.accept', { entryId: offer!.entryId }))
  const staff = await staffOf(database.store, people.named, centreId)
  const roster = async () => valueOf(await staff('attendance.roster', { occurrenceId })).attendees
  const before = await roster()
  expect(before.map(({ name, guest, mark }) => [name, guest, mark])).toEqual(
    expect.arrayContaining([
      ['示例乙', true, null],
      ['示例甲', false, 'excused'],
      ['示例甲', false, null],
    ]),
  )
  clock.set(third.startsAt)
  const { attendeeKey } = before.find(({ guest }) => guest)!
  valueOf(
    await staff('attendance.mark', {
      ...{ occurrenceId, attendeeKey, mark: 'present', seenAt: toInstantText(third.startsAt) },
    }),
  )
  const [booking] = valueOf(await parent('seats.mine', { when: 'upcoming' })).bookings
  expect(booking!.occurrences[0]!.marks).toMatchObject([{ mark: 'present' }])
  const day = dateOf(third.startsAt)
  const { lessons } = valueOf(await staff('attendance.lessons', { centreId, day }))
  expect(lessons.filter((one) => one.startsAt === toInstantText(third.startsAt))).toMatchObject([
    { occurrenceId, expected: 3, there: 1, excused: 1 },
  ])
})

test('Two who are excused free two seats; who lets an offer lapse is passed, and who says no too', async () => {
  const { held, waiters, third } = await aRunningCourse(3)
  await excuse(held[0]!, third)
  await excuse(held[1]!, third)
  expect(await guestEntries(third)).toEqual(['offered', 'offered', 'waiting'])
  const { poolId } = (await guestsOf(database.store, third.occurrenceId))!
  const [offer] = await offersOf(waiters[0]!)
  valueOf(await waiters[0]!.parent('waitlist.leave', { entryId: offer!.entryId }))
  expect(await guestEntries(third)).toEqual(['left', 'offered', 'offered'])
  clock.set(clock.now().getTime() + DAY)
  await jobs()
  expect(await guestEntries(third)).toEqual(['left', 'lapsed', 'lapsed'])
  const counts = await countsOf(database.store, poolId)
  expect(counts).toMatchObject({ capacity: 2, taken: 0, waiting: 0, held: 0 })
  // Nothing of it says how far a position on a list is worth waiting.
  clock.set(third.startsAt)
  await jobs()
  const { rows } = await database.store.pool.query(
    'select from changlai.waitlist_outcome where pool_id = $1',
    [poolId],
  )
  expect(rows).toEqual([])
})

test('Who let two offers lapse is asked no more in this course', async () => {
  const { held, waiters, lessons } = await aRunningCourse(1)
  for (const lesson of lessons.slice(1, 3)) {
    await excuse(held[0]!, lesson)
    expect(await guestEntries(lesson)).toEqual(['offered'])
    clock.set(clock.now().getTime() + DAY)
    await jobs()
    expect(await guestEntries(lesson)).toEqual(['lapsed'])
  }
  await excuse(held[0]!, lessons[3]!)
  expect(await guestEntries(lessons[3]!)).toEqual([])
  expect(await offersOf(waiters[0]!)).toEqual([])
})

test('An excuse can be taken back until the seat is offered, and until the lesson begins', async () => {
  const { held, third, lessons } = await aRunningCourse(0)
  const { parent, bookingId } = held[0]!
  const { occurrenceId } = third
  const wish = { bookingId, occurrenceId }
  expect(refusalOf(await parent('lessons.unexcuse', wish)).code).toBe('NOT_EXCUSED')
  await excuse(held[0]!, third)
  expect(await excuse(held[0]!, third)).toMatchObject({ excused: 0, freed: false })
  await excuse(held[1]!, third)
  expect(await guestsOf(database.store, occurrenceId)).toMatchObject({ capacity: 2, taken: 0 })
  valueOf(await parent('lessons.unexcuse', wish))
  valueOf(await held[1]!.parent('lessons.unexcuse', { ...wish, bookingId: held[1]!.bookingId }))
  expect(await guestsOf(database.store, occurrenceId)).toMatchObject({ capacity: 0, taken: 0 })
  await excuse(held[0]!, third)
  expect(await guestsOf(database.store, occurrenceId)).toMatchObject({ capacity: 1, taken: 0 })
  clock.set(third.startsAt)
  const began = { code: 'ALREADY_BEGAN', facts: { startsAt: toInstantText(third.startsAt) } }
  expect(refusalOf(await parent('lessons.unexcuse', wish))).toEqual(began)
  expect(refusalOf(await parent('lessons.excuse', wish))).toEqual(began)
  const past = { bookingId, occurrenceId: lessons[0]!.occurrenceId }
  expect(refusalOf(await parent('lessons.excuse', past)).code).toBe('ALREADY_BEGAN')
})

test('What was offered to a guest is given on', async () => {
  const { held, third } = await aRunningCourse(1)
  await excuse(held[0]!, third)
  const { parent, bookingId } = held[0]!
  const { occurrenceId } = third
  expect(refusalOf(await parent('lessons.unexcuse', { bookingId, occurrenceId }))).toEqual({
    code: 'GIVEN_ON',
    facts: { startsAt: toInstantText(third.startsAt) },
  })
})

test('Seats of lessons are freed when nobody can give the whole course back any more', async () => {
  const { poolId, lessons } = await aCourse(database.store, centreId, { capacity: 1 })
  const { parent } = await people.aParent()
  const { bookingId } = valueOf(await parent('seats.book', { poolId }))
  const waiter = people.someone()
  valueOf(await waiter('waitlist.join', { poolId }))
  const { occurrenceId } = lessons[1]!
  const excused = valueOf(await parent('lessons.excuse', { bookingId, occurrenceId }))
  expect(excused).toMatchObject({ excused: 1, freed: false })
  expect((await jobs()).lessonSeatsFreed).toBe(0)
  clock.set(lessons[0]!.startsAt)
  expect((await jobs()).lessonSeatsFreed).toBe(1)
  expect((await jobs()).lessonSeatsFreed).toBe(0)
  expect(await guestEntries(lessons[1]!)).toEqual(['offered'])
})

test('A lesson that begins too soon to ask anybody gets no guest, nor one whose activity has none', async () => {
  const soon = await aRunningCourse(1)
  clock.set(soon.third.startsAt - HOUR)
  expect(await excuse(soon.held[0]!, soon.third)).toMatchObject({ excused: 1, freed: false })
  expect(await guestsOf(database.store, soon.third.occurrenceId)).toBeNull()
  clock.set(NOW)
  const none = await aRunningCourse(1, { guests_from_list: false })
  expect(await excuse(none.held[0]!, none.third)).toMatchObject({ excused: 1, freed: false })
  await jobs()
  expect(await guestsOf(database.store, none.third.occurrenceId)).toBeNull()
})

test('A relative’s booking: one’s own seat alone; strangers and other lessons are unknown', async () => {
  const { poolId, lessons } = await aCourse(database.store, centreId)
  const [daughter, mother] = [people.someone(), people.someone()]
  const { code } = valueOf(await mother('family.code', {}))
  const { memberId } = valueOf(await daughter('family.link', { code, name: '示例奶奶' }))
  const attendeeIds = ['self', memberId]
  const { bookingId } = valueOf(await daughter('seats.book', { poolId, attendeeIds }))
  const { occurrenceId } = lessons[2]!
  const wish = { bookingId, occurrenceId }
  expect(refusalOf(await people.someone()('lessons.excuse', wish))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'booking' },
  })
  const named = await mother('lessons.excuse', { ...wish, attendeeIds: [memberId] })
  expect(refusalOf(named)).toEqual({ code: 'NOT_FOUND', facts: { what: 'attendee' } })
  expect(valueOf(await mother('lessons.excuse', wish))).toMatchObject({ excused: 1 })
  expect(valueOf(await daughter('lessons.excuse', wish))).toMatchObject({ excused: 1 })
  const other = (await aCourse(database.store, centreId)).lessons[0]!.occurrenceId
  const elsewhere = await daughter('lessons.excuse', { bookingId, occurrenceId: other })
  expect(refusalOf(elsewhere)).toEqual({ code: 'NOT_FOUND', facts: { what: 'occurrence' } })
})

test('A seat for one time is no course, and who is there is not excused', async () => {
  const poolId = await aPool(database.store, centreId)
  const person = people.someone()
  const { bookingId } = valueOf(await person('seats.book', { poolId }))
  const { rows } = await database.store.pool.query<{ id: string }>(
    'select occurrence_id as id from changlai.occurrence where pool_id = $1',
    [poolId],
  )
  const single = await person('lessons.excuse', { bookingId, occurrenceId: rows[0]!.id })
  expect(refusalOf(single)).toEqual({ code: 'NOT_A_COURSE', facts: {} })
  const { held, third } = await aRunningCourse(1)
  await database.store.pool.query(
    `insert into changlai.attendance
       (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
     select centre_id, $2, person_id, booking_id, 'present', 'roster', now()
     from changlai.booking_attendee where booking_id = $1`,
    [held[0]!.bookingId, third.occurrenceId],
  )
  expect(await excuse(held[0]!, third)).toMatchObject({ excused: 0, freed: false })
})

test('The same request is answered the same and frees one seat', async () => {
  const { held, third } = await aRunningCourse(0)
  const { parent, bookingId } = held[0]!
  const wish = { bookingId, occurrenceId: third.occurrenceId }
  const requestId = newRequestId()
  const answer = await parent('lessons.excuse', wish, requestId)
  expect(await parent('lessons.excuse', wish, requestId)).toEqual(answer)
  expect(await guestsOf(database.store, third.occurrenceId)).toMatchObject({ capacity: 1 })
})

test('Nobody but who is offered it sees a seat for guests', async () => {
  const { held, third, poolId } = await aRunningCourse(1)
  const day = dateOf(third.startsAt)
  const { rows } = await database.store.pool.query<{ activity_id: string }>(
    'select activity_id from changlai.pool where pool_id = $1',
    [poolId],
  )
  const activityId = rows[0]!.activity_id
  const seen = async () => {
    const anyone = people.someone()
    const feed = await programmeOf(database.store, centreId)
    return {
      activity: valueOf(await anyone('activities.get', { activityId })),
      list: valueOf(await anyone('activities.list', { centreId })),
      days: valueOf(await anyone('calendar.list', { centreId, from: day, to: day })),
      feed: feed!.activities.find((one) => one.activityId === activityId),
    }
  }
  const before = await seen()
  expect(before.days.occurrences.some((one) => one.activityId === activityId)).toBe(true)
  await excuse(held[0]!, third)
  expect(await guestEntries(third)).toEqual(['offered'])
  expect(await seen()).toEqual(before)
  const guests = (await guestsOf(database.store, third.occurrenceId))!
  const anyone = people.someone()
  expect(refusalOf(await anyone('seats.book', { poolId: guests.poolId })).code).toBe('CLOSED')
  expect(refusalOf(await anyone('waitlist.join', { poolId: guests.poolId })).code).toBe('CLOSED')
})
