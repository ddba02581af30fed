import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { AGES } from '../../../src/domain/figures/month'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { lessonsOf, peopleOf, staffOf } from '../../support/builders/course'
import { NOW, aCentre, aPool, anActivity, anOccurrence } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
const clock = fixedClock(NOW)
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

/** Instants of the months in question; NOW is 22 November. */
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const lesson = (day: string) => ({ startsAt: at(day), endsAt: at(day) + HOUR })
const SPAN = { from: '2026-10', to: '2026-11' }

/** The figures of a centre in October, and of the weeks of November that are over. */
async function figuresOf(centreId: string) {
  const { named } = peopleOf(database.store, clock)
  const staff = await staffOf(database.store, named, centreId)
  const { months } = valueOf(await staff('figures.centre', { centreId, ...SPAN }))
  expect(months.map(({ month, isOver }) => [month, isOver])).toEqual([
    ['2026-10', true],
    ['2026-11', false],
  ])
  return months
}

/** So many people who have a seat each; booked before the first lesson. */
async function booked(poolId: string, many: number, before: number) {
  const { someone } = peopleOf(database.store, clock)
  clock.set(before - 3 * HOUR)
  const bookings = []
  for (let one = 0; one < many; one += 1) {
    const person = someone()
    const { bookingId } = valueOf(await person('seats.book', { poolId, evenIfClashes: true }))
    bookings.push({ person, bookingId })
  }
  clock.set(NOW)
  return bookings
}

async function mark(occurrenceId: string, bookingIds: string[], as: string, means = 'roster') {
  await database.store.pool.query(
    `insert into changlai.attendance
       (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
     select centre_id, $1, person_id, booking_id, $3, $4, $5
     from changlai.booking_attendee where booking_id = any ($2)`,
    [occurrenceId, bookingIds, as, means, new Date(NOW)],
  )
}

test('A course offers and gives its seats in each lesson that was held, and counts each mark', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const lessons = ['2026-10-17', '2026-10-24', '2026-10-31', '2026-11-07', '2026-12-05'].map(lesson)
  const opening = { opensAt: at('2026-10-01'), activity: { category: 'skills' as const } }
  const poolId = await aPool(store, centreId, { capacity: 10, lessons, ...opening })
  const six = (await booked(poolId, 6, lessons[0]!.startsAt)).map(({ bookingId }) => bookingId)
  const rows = await lessonsOf(store, poolId)
  await mark(rows[0]!.occurrenceId, six, 'present')
  await mark(rows[1]!.occurrenceId, six.slice(0, 5), 'present')
  await mark(rows[1]!.occurrenceId, six.slice(5), 'absent', 'clock')
  // That somebody said they cannot come is no attendance taken.
  await mark(rows[2]!.occurrenceId, six.slice(0, 1), 'excused', 'excuse')
  // A lesson that was called off, and a lecture that needs no seat.
  await store.db
    .updateTable('changlai.occurrence')
    .set({ state: 'cancelled' })
    .where('occurrence_id', '=', rows[3]!.occurrenceId)
    .execute()
  await anOccurrence(store, await anActivity(store, centreId), lesson('2026-10-20'))
  const [october, november] = await figuresOf(centreId)
  expect(october).toMatchObject({
    lessons: { held: 4, cancelled: 0, seated: 3, marked: 2 },
    seats: { offered: 30, taken: 18 },
    // 11, 0, 1 and 1: the two of one are told by neither part nor by what is left of 13.
    attendance: { marked: 13, present: null, late: null, absent: null, excused: null },
    waiting: { entries: 0, taken: 0, offered: 0, never: 0 },
    givenBack: 0,
  })
  expect(october!.categories.filter(({ lessons: held }) => held > 0)).toEqual([
    { category: 'lecture', lessons: 1, taken: 0 },
    { category: 'skills', lessons: 3, taken: 18 },
  ])
  expect(october!.audiences[0]).toEqual({ audience: 'everyone', lessons: 4, taken: 18 })
  expect(october!.ages).toEqual(AGES.map((age) => ({ age, taken: age === 'unknown' ? 18 : 0 })))
  expect(november).toMatchObject({
    lessons: { held: 0, cancelled: 1, seated: 0, marked: 0 },
    seats: { offered: 0, taken: 0 },
  })
})

test('Few people are not counted, nor what would give them back', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const opensAt = at('2026-10-01')
  const kinds = [
    { category: 'skills' as const, many: 3 },
    { category: 'club' as const, many: 7 },
    { category: 'outing' as const, many: 9 },
  ]
  for (const { category, many } of kinds) {
    const lessons = [lesson('2026-10-17')]
    const poolId = await aPool(store, centreId, { lessons, opensAt, activity: { category } })
    await booked(poolId, many, lessons[0]!.startsAt)
  }
  const [october] = await figuresOf(centreId)
  expect(october!.seats).toEqual({ offered: 30, taken: 19 })
  const taken = Object.fromEntries(october!.categories.map((one) => [one.category, one.taken]))
  expect(taken).toMatchObject({ skills: null, club: null, outing: 9, lecture: 0 })
})

test('Children are counted by their age on the first of the month, adults as not known', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const lessons = [lesson('2026-10-17')]
  const opening = { opensAt: at('2026-10-01'), capacity: 30 }
  const poolId = await aPool(store, centreId, { lessons, ...opening })
  const { aParent } = peopleOf(store, clock)
  clock.set(lessons[0]!.startsAt - 3 * HOUR)
  for (let family = 0; family < 6; family += 1) {
    const { parent, child } = await aParent()
    valueOf(await parent('seats.book', { poolId, attendeeIds: [child, 'self'] }))
  }
  clock.set(NOW)
  const [october] = await figuresOf(centreId)
  const known = october!.ages.filter(({ taken }) => taken !== 0)
  expect(known).toEqual([
    { age: '6-12', taken: 6 },
    { age: 'unknown', taken: 6 },
  ])
})

test('Who waited is counted once, by what became of it, and what was given back', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const lessons = [lesson('2026-10-17')]
  const poolId = await aPool(store, centreId, { lessons, opensAt: at('2026-10-01'), capacity: 6 })
  const { someone } = peopleOf(store, clock)
  const six = await booked(poolId, 6, lessons[0]!.startsAt - 2 * DAY)
  clock.set(lessons[0]!.startsAt - 2 * DAY)
  const waiting = []
  for (let one = 0; one < 11; one += 1) {
    const person = someone()
    const { entryId } = valueOf(await person('waitlist.join', { poolId }))
    waiting.push({ person, entryId })
  }
  for (const { person, bookingId } of six.slice(0, 5)) {
    valueOf(await person('seats.cancel', { bookingId }))
  }
  for (const { person, entryId } of waiting.slice(0, 5)) {
    valueOf(await person('waitlist.accept', { entryId }))
  }
  clock.set(NOW)
  const [october] = await figuresOf(centreId)
  expect(october!.waiting).toEqual({ entries: 11, taken: 5, offered: 0, never: 6 })
  expect(october!.givenBack).toBe(5)
  expect(october!.seats).toEqual({ offered: 6, taken: 6 })
})

test('The seat of somebody excused is offered once, and taken by its guest', async () => {
  const { store } = database
  const centreId = await aCentre(store)
  const lessons = ['2026-10-17', '2026-10-24'].map(lesson)
  const activity = { guests_from_list: true }
  const opening = { opensAt: at('2026-10-01'), capacity: 6, activity }
  const poolId = await aPool(store, centreId, { lessons, ...opening })
  const { someone } = peopleOf(store, clock)
  const six = await booked(poolId, 6, lessons[0]!.startsAt - DAY)
  clock.set(lessons[0]!.startsAt - DAY)
  const guest = someone()
  valueOf(await guest('waitlist.join', { poolId }))
  clock.set(lessons[0]!.endsAt)
  // The clock ends the list an hour before the first lesson.
  const { occurrenceId } = (await lessonsOf(store, poolId))[1]!
  await store.pool.query(
    `update changlai.waitlist_entry set state = 'over', ended_at = $2 where pool_id = $1`,
    [poolId, new Date(lessons[0]!.startsAt - HOUR)],
  )
  await store.pool.query(
    `update changlai.pool set waiting = 0, list_takes_from = null, list_over_at = $2
     where pool_id = $1`,
    [poolId, new Date(lessons[0]!.startsAt - HOUR)],
  )
  const { person, bookingId } = six[0]!
  const excused = valueOf(await person('lessons.excuse', { bookingId, occurrenceId }))
  expect(excused).toMatchObject({ excused: 1, freed: true })
  const { entries } = valueOf(await guest('waitlist.mine', { live: true }))
  valueOf(await guest('waitlist.accept', { entryId: entries[0]!.entryId }))
  clock.set(NOW)
  const [october] = await figuresOf(centreId)
  expect(october!.lessons).toMatchObject({ held: 2, seated: 2 })
  expect(october!.seats).toEqual({ offered: 12, taken: 12 })
})

test('The district sees every centre, in pages of ten, in brief', async () => {
  const { store } = database
  const { named } = peopleOf(store, clock)
  for (let more = 0; more < 11; more += 1) await aCentre(store)
  const district = named(`district-${newRequestId()}`)
  const me = valueOf(await district('me.get', {}))
  expect(refusalOf(await district('figures.district', SPAN)).code).toBe('FORBIDDEN')
  await store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, 'district' from changlai.person order by created_at desc limit 1`,
  )
  expect(me.roles).toEqual([])
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = valueOf(await district('figures.district', { ...SPAN, ...(after && { after }) }))
    expect(page.centres.length).toBeLessThanOrEqual(10)
    for (const { centreId, months } of page.centres) {
      seen.push(centreId)
      expect(months.map(({ month }) => month)).toEqual(['2026-10', '2026-11'])
    }
    after = page.after ?? undefined
  } while (after !== undefined)
  const all = await store.db.selectFrom('changlai.centre').select('centre_id').execute()
  expect(seen.sort()).toEqual(all.map(({ centre_id: centreId }) => centreId).sort())
  // What is told of a centre is the same here and there.
  const [first] = valueOf(await district('figures.district', SPAN)).centres
  const own = valueOf(await district('figures.centre', { centreId: first!.centreId, ...SPAN }))
  expect(own.months).toMatchObject(first!.months)
})

test('A span is of 24 months at most, the right way round, and of a centre that there is', async () => {
  const { named } = peopleOf(database.store, clock)
  const centreId = await aCentre(database.store)
  const staff = await staffOf(database.store, named, centreId)
  const ask = async (from: string, to: string) =>
    refusalOf(await staff('figures.centre', { centreId, from, to }))
  expect(await ask('2026-11', '2026-10')).toEqual({ code: 'SPAN_REVERSED', facts: {} })
  expect(await ask('2024-11', '2026-11')).toEqual({ code: 'SPAN_TOO_LONG', facts: { months: 24 } })
  const year = { centreId, from: '2027-01', to: '2027-12' }
  expect(valueOf(await staff('figures.centre', year)).months).toEqual([])
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog })
  const stranger = callerOf(dispatch, 'nobody-in-particular')
  expect(refusalOf(await stranger('figures.centre', year)).code).toBe('FORBIDDEN')
})
