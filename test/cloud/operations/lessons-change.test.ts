import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { calendarObject } from '../../../src/cloud/feed/calendar-object'
import { programmeOf } from '../../../src/cloud/store/queries/feed'
import type { Output } from '../../../src/contract'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import {
  aCourse,
  guestsOf,
  type LessonRow,
  lessonsOf,
  peopleOf,
  staffOf,
} from '../../support/builders/course'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let people: ReturnType<typeof peopleOf>
let staff: Caller
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  people = peopleOf(database.store, clock)
  staff = await staffOf(database.store, people.named, centreId)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const standing = ({ startsAt, endsAt, place, state }: LessonRow) => ({
  ...{ startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), place, state },
})
const reason = '老师临时有事'

/** What staff ask for to move a lesson by so much, as they see it. */
function moving(lesson: LessonRow, by: number, place = lesson.place) {
  const [startsAt, endsAt] = [lesson.startsAt + by, lesson.endsAt + by].map(toInstantText)
  const { occurrenceId } = lesson
  const expected = standing(lesson)
  return { occurrenceId, startsAt: startsAt!, endsAt: endsAt!, place, expected, reason }
}

const cancelling = (lesson: LessonRow) => ({
  ...{ occurrenceId: lesson.occurrenceId, expected: standing(lesson), reason },
})
const notices = async (person: Caller, after?: string) => {
  const page = valueOf(await person('notices.mine', after === undefined ? {} : { after }))
  return {
    ...page,
    notices: page.notices.filter(({ kind }) => kind !== 'class-message') as Changed[],
  }
}
type Changed = Extract<Output<'notices.mine'>['notices'][number], { from: unknown }>

/** A pool of one lesson alone. */
async function aLesson(startsAt = NOW + 4 * DAY, capacity = 10) {
  const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
  const poolId = await aPool(database.store, centreId, { capacity, lessons })
  return { poolId, lesson: (await lessonsOf(database.store, poolId))[0]! }
}

test('A moved lesson tells everybody once, with what else they have then', async () => {
  const { poolId, lessons } = await aCourse(database.store, centreId)
  const second = lessons[1]!
  const { parent, child } = await people.aParent('示例小丁')
  const attendeeIds = [child]
  const { bookingId } = valueOf(await parent('seats.book', { poolId, attendeeIds }))
  const { poolId: elsewhere, lesson: other } = await aLesson(second.startsAt + 2 * DAY)
  const held = valueOf(await parent('seats.book', { poolId: elsewhere, attendeeIds }))
  const wish = moving(second, 2 * DAY, '三楼音乐教室')
  const { occurrenceId, startsAt, endsAt, place } = wish
  const preview = await staff('lessons.previewMove', { occurrenceId, startsAt, endsAt, place })
  expect(valueOf(preview)).toMatchObject({
    ...{ title: '示例讲座', lesson: { number: 2, of: 5 }, stands: standing(second) },
    ...{ people: 1, clashing: 1, room: null },
  })
  const requestId = newRequestId()
  const moved = await staff('lessons.move', wish, requestId)
  expect(valueOf(moved)).toEqual({ occurrenceId, state: 'rescheduled', told: 1 })
  expect(await staff('lessons.move', wish, requestId)).toEqual(moved)
  const { notices: told, unread } = await notices(parent)
  expect(unread).toBe(1)
  const { state: _, ...from } = standing(second)
  expect(told).toEqual([
    expect.objectContaining({
      ...{ kind: 'lesson-moved', bookingId, title: '示例讲座', lesson: { number: 2, of: 5 } },
      ...{ isRead: false, from, to: { startsAt, endsAt, place }, reason },
      clashes: [
        {
          ...{ attendeeId: child, name: '示例小丁', bookingId: held.bookingId, title: '示例讲座' },
          ...{ startsAt: toInstantText(other.startsAt), endsAt: toInstantText(other.endsAt) },
        },
      ],
    }),
  ])
  expect((await lessonsOf(database.store, poolId))[1]).toMatchObject({
    startsAt: second.startsAt + 2 * DAY,
    place,
    state: 'rescheduled',
  })
  // What is given back clashes no more; what is read is read.
  valueOf(await parent('seats.cancel', { bookingId: held.bookingId }))
  expect((await notices(parent)).notices[0]!.clashes).toEqual([])
  const { noticeId } = told[0]!
  const stranger = people.someone()
  expect(refusalOf(await stranger('notices.read', { upTo: noticeId }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'notice' },
  })
  expect(valueOf(await parent('notices.read', { upTo: noticeId }))).toEqual({ unread: 0 })
  expect((await notices(parent)).notices[0]!.isRead).toBe(true)
})

test('Whoever booked is told and whoever comes, and a private clash by no name of its own', async () => {
  const { poolId, lesson } = await aLesson()
  const [daughter, mother] = [people.someone(), people.someone()]
  const { code } = valueOf(await mother('family.code', {}))
  const { memberId } = valueOf(await daughter('family.link', { code, name: '示例奶奶' }))
  valueOf(await daughter('seats.book', { poolId, attendeeIds: [memberId] }))
  const mothers = await aLesson(lesson.startsAt + DAY)
  valueOf(await mother('seats.book', { poolId: mothers.poolId }))
  const { told } = valueOf(await staff('lessons.move', moving(lesson, DAY)))
  expect(told).toBe(2)
  // A relative does not learn what an elder has booked.
  expect((await notices(daughter)).notices[0]!.clashes).toEqual([
    expect.objectContaining({ attendeeId: memberId, name: '示例奶奶', title: '别的安排' }),
  ])
  expect((await notices(mother)).notices[0]!.clashes).toEqual([
    expect.objectContaining({ attendeeId: 'self', name: null, title: '示例讲座' }),
  ])
})

test('After a lesson of its own was moved or cancelled, a seat can be given back until it begins', async () => {
  const moved = await aLesson()
  const cancelled = await aLesson()
  const person = people.someone()
  const first = valueOf(await person('seats.book', { poolId: moved.poolId }))
  const booked = await person('seats.book', { poolId: cancelled.poolId, evenIfClashes: true })
  valueOf(await staff('lessons.move', moving(moved.lesson, DAY)))
  valueOf(await staff('lessons.cancel', cancelling(cancelled.lesson)))
  expect((await notices(person)).notices.map(({ kind, to }) => [kind, to?.startsAt])).toEqual(
    expect.arrayContaining([
      ['lesson-moved', toInstantText(moved.lesson.startsAt + DAY)],
      ['lesson-cancelled', undefined],
    ]),
  )
  const { poolId } = cancelled
  expect(refusalOf(await people.someone()('seats.book', { poolId })).code).toBe('CLOSED')
  clock.set(cancelled.lesson.startsAt - 1)
  valueOf(await person('seats.cancel', { bookingId: valueOf(booked).bookingId }))
  clock.set(moved.lesson.startsAt + DAY - 1)
  valueOf(await person('seats.cancel', { bookingId: first.bookingId }))
})

test('Guests of a lesson go along with it and are told', async () => {
  const { poolId, lessons } = await aCourse(database.store, centreId, { capacity: 1 })
  const [holder, guest] = [people.someone(), people.someone()]
  const { bookingId } = valueOf(await holder('seats.book', { poolId }))
  valueOf(await guest('waitlist.join', { poolId }))
  clock.set(lessons[0]!.endsAt)
  await runDueJobs({ store: database.store, clock, log: silentLog })
  const third = lessons[2]!
  const { occurrenceId } = third
  valueOf(await holder('lessons.excuse', { bookingId, occurrenceId }))
  const [offer] = valueOf(await guest('waitlist.mine', { live: true })).entries
  valueOf(await guest('waitlist.accept', { entryId: offer!.entryId }))
  expect(valueOf(await staff('lessons.previewMove', { occurrenceId })).people).toBe(2)
  expect(valueOf(await staff('lessons.move', moving(third, DAY))).told).toBe(2)
  expect(await guestsOf(database.store, occurrenceId)).toMatchObject({
    startsAt: third.startsAt + DAY,
    cancelUntil: third.startsAt + DAY,
  })
  const [booking] = valueOf(await guest('seats.mine', {})).bookings
  expect(booking!.occurrences).toEqual([
    expect.objectContaining({
      startsAt: toInstantText(third.startsAt + DAY),
      state: 'rescheduled',
    }),
  ])
  expect((await notices(guest)).notices[0]).toMatchObject({ bookingId: booking!.bookingId })
  const moved = (await lessonsOf(database.store, poolId))[2]!
  expect(valueOf(await staff('lessons.cancel', cancelling(moved))).told).toBe(2)
  const again = { bookingId, occurrenceId: lessons[3]!.occurrenceId }
  valueOf(await staff('lessons.cancel', cancelling(lessons[3]!)))
  expect(refusalOf(await holder('lessons.excuse', again)).code).toBe('LESSON_CANCELLED')
})

test('What stands otherwise than it was looked at is not changed', async () => {
  const { lesson } = await aLesson()
  const wish = moving(lesson, DAY)
  valueOf(await staff('lessons.move', wish))
  const now = (await lessonsOf(database.store, lesson.occurrenceId.split('.')[0]!))[0] ?? lesson
  const stands = { ...standing(now), ...{ startsAt: wish.startsAt, endsAt: wish.endsAt } }
  const meanwhile = { code: 'CHANGED_MEANWHILE', facts: { ...stands, state: 'rescheduled' } }
  expect(refusalOf(await staff('lessons.move', wish))).toEqual(meanwhile)
  expect(refusalOf(await staff('lessons.cancel', cancelling(lesson)))).toEqual(meanwhile)
  const expected = { ...stands, state: 'rescheduled' as const }
  const same = { ...wish, expected }
  expect(refusalOf(await staff('lessons.move', same)).code).toBe('SAME_AS_BEFORE')
  const past = { startsAt: toInstantText(NOW - HOUR), endsAt: toInstantText(NOW) }
  expect(refusalOf(await staff('lessons.move', { ...same, ...past })).code).toBe('IN_THE_PAST')
  const backwards = { ...same, endsAt: same.startsAt }
  expect(refusalOf(await staff('lessons.move', backwards))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'endsAt', reason: 'SPAN' },
  })
  const { occurrenceId } = lesson
  const off = { occurrenceId, expected, reason }
  valueOf(await staff('lessons.cancel', off))
  const cancelled = { ...off, expected: { ...expected, state: 'cancelled' as const } }
  expect(refusalOf(await staff('lessons.cancel', cancelled)).code).toBe('ALREADY_CANCELLED')
  // It can take place after all.
  valueOf(await staff('lessons.move', { ...same, expected: cancelled.expected }))
  clock.set(NOW + 10 * DAY)
  expect(refusalOf(await staff('lessons.cancel', off)).code).toBe('LESSON_OVER')
  expect(refusalOf(await staff('lessons.previewMove', { occurrenceId })).code).toBe('LESSON_OVER')
})

test('A room that is taken is told of, and nothing private is', async () => {
  const { lesson } = await aLesson(NOW + 40 * DAY)
  const { lesson: other } = await aLesson(NOW + 41 * DAY)
  const { expected: _, reason: __, ...wish } = moving(lesson, DAY)
  expect(valueOf(await staff('lessons.previewMove', wish)).room).toEqual({
    title: '示例讲座',
    startsAt: toInstantText(other.startsAt),
    endsAt: toInstantText(other.endsAt),
  })
  const elsewhere = { ...wish, place: '操场' }
  expect(valueOf(await staff('lessons.previewMove', elsewhere)).room).toBeNull()
  const form = await aPool(database.store, centreId, {
    lessons: [{ startsAt: NOW + 43 * DAY, endsAt: NOW + 43 * DAY + HOUR }],
    columns: { intake: 'legal' },
  })
  const [slot] = await lessonsOf(database.store, form)
  const private_ = await staff('lessons.cancel', cancelling(slot!))
  expect(refusalOf(private_)).toEqual({ code: 'NOT_FOUND', facts: { what: 'occurrence' } })
})

test('Notices come in pages, newest first', async () => {
  const { poolId, lesson } = await aLesson(NOW + 60 * DAY)
  const person = people.someone()
  valueOf(await person('seats.book', { poolId }))
  let stands = lesson
  for (let times = 0; times < 22; times += 1) {
    clock.set(NOW + times * HOUR)
    valueOf(await staff('lessons.move', moving(stands, HOUR)))
    stands = (await lessonsOf(database.store, poolId))[0]!
  }
  const first = await notices(person)
  expect(first).toMatchObject({ unread: 22 })
  expect(first.notices).toHaveLength(20)
  expect(first.notices[0]!.to!.startsAt).toBe(toInstantText(lesson.startsAt + 22 * HOUR))
  const next = await notices(person, first.after!)
  expect(next.notices).toHaveLength(2)
  expect(next.after).toBeNull()
  const upTo = next.notices[0]!.noticeId
  expect(valueOf(await person('notices.read', { upTo }))).toEqual({ unread: 20 })
})

test('A calendar that follows the centre sees each change as a newer one', async () => {
  const { poolId, lessons } = await aCourse(database.store, centreId)
  const sequenceOf = async () => {
    const found = (await programmeOf(database.store, centreId))!
    const activities = found.activities.filter(
      (one) => one.occurrences[0]!.originalStartsAt === lessons[0]!.startsAt,
    )
    const text = calendarObject(found.centre, activities)
    return text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => Number(/SEQUENCE:(\d+)/.exec(event)![1]))
      .reduce((sum, one) => sum + one, 0)
  }
  const before = await sequenceOf()
  valueOf(await staff('lessons.move', moving(lessons[1]!, DAY)))
  const once = await sequenceOf()
  const moved = (await lessonsOf(database.store, poolId))[1]!
  valueOf(await staff('lessons.move', moving(moved, HOUR)))
  const twice = await sequenceOf()
  expect(once).toBeGreaterThan(before)
  expect(twice).toBeGreaterThan(once)
})
