import { fixedClock } from '../../src/cloud/clock'
import { judgeAbsences } from '../../src/cloud/jobs/judge-absences'
import type { Store } from '../../src/cloud/store'
import { DAY, HOUR, SECOND, toInstantText } from '../../src/domain/time/instant'
import { aLesson, strikesOfBooking } from '../support/builders/attendance'
import { newRequestId } from '../support/builders/caller'
import { aCentre } from '../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { type Reply, type Send, serve } from './served'
import { without } from './weakened'

const STAFF = Array.from({ length: 8 }, (_, index) => `staff-${index}`)

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
  await served(database.store, async (send) => {
    await Promise.all(STAFF.map((person) => send(person, 'me.get', {})))
  })
  await asOwner(
    database,
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '${centreId}', person_id, 'staff' from changlai.person_identity
     where subject like 'staff-%'`,
  )
})
afterAll(() => database.drop())

async function served<Result>(store: Store, work: (send: Send) => Promise<Result>) {
  const door = await serve(store)
  try {
    return await work(door.send)
  } finally {
    await door.end()
  }
}

interface Seat {
  occurrenceId: string
  bookingId: string
  attendeeKey: string
}

/** A lesson that began so long ago by the real clock, with somebody's seat in it; the key is theirs. */
async function aSeat(send: Send, ago: number, seen: boolean): Promise<Seat> {
  const startsAt = Date.now() - ago
  const { poolId, occurrenceId } = await aLesson(database.store, centreId, {
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
    ...{ opensAt: startsAt - DAY, closesAt: Date.now() + DAY },
  })
  const people = [newRequestId(), ...(seen ? [newRequestId()] : [])]
  const booked = []
  for (const person of people) booked.push(await send(person, 'seats.book', { poolId }))
  // They had booked before it began.
  await asOwner(
    database,
    `update changlai.booking set booked_at = '${new Date(startsAt - HOUR).toISOString()}'
     where pool_id = '${poolId}'`,
  )
  const { value } = await send(STAFF[0]!, 'attendance.roster', { occurrenceId })
  const { attendees } = value as unknown as {
    attendees: { attendeeKey: string; codeEnds: string }[]
  }
  const { bookingId, checkInCode } = booked[0]!.value as unknown as {
    bookingId: string
    checkInCode: string
  }
  const own = attendees.find(({ codeEnds }) => checkInCode.endsWith(codeEnds))!
  for (const { attendeeKey } of attendees.filter((one) => one !== own)) {
    await mark(send, STAFF[0]!, { occurrenceId, bookingId, attendeeKey }, 'present', startsAt)
  }
  return { occurrenceId, bookingId, attendeeKey: own.attendeeKey }
}

function mark(
  send: Send,
  staff: string,
  { occurrenceId, attendeeKey }: Seat,
  as: 'present' | 'absent',
  seenAt: number,
) {
  const seen = { mark: as, seenAt: toInstantText(seenAt) }
  return send(staff, 'attendance.mark', { occurrenceId, attendeeKey, ...seen })
}

async function markOf({ bookingId, occurrenceId }: Seat): Promise<string | null> {
  const { rows } = await database.store.pool.query<{ mark: string | null }>(
    'select mark from changlai.attendance where booking_id = $1 and occurrence_id = $2',
    [bookingId, occurrenceId],
  )
  return rows[0]?.mark ?? null
}

/** Everybody marks one attendee at once, `last` as who saw them last; gives the mark that stands then. */
function markedAtOnce(store: Store, last: number): Promise<string | null> {
  return served(store, async (send) => {
    const seat = await aSeat(send, 30 * 60 * SECOND, false)
    const now = Date.now()
    const sent = STAFF.map((staff, index) => {
      const seenAt = now - (index === last ? 0 : (index + 1) * 10 * SECOND)
      return mark(send, staff, seat, index === last ? 'present' : 'absent', seenAt)
    })
    expect((await Promise.all(sent)).map(({ ok }) => ok)).not.toContain(false)
    return markOf(seat)
  })
}

/** Somebody marks an attendee once another, who saw them before, has read that nobody did; gives what stands. */
async function markedInBetween(store: Store): Promise<string | null> {
  const seat = await served(database.store, (send) => aSeat(send, 30 * 60 * SECOND, false))
  const now = Date.now()
  let later: Promise<unknown>
  const marking = () => (later = mark(door.send, STAFF[1]!, seat, 'present', now))
  const read = { after: 'attendance.standings', meanwhile: marking }
  const door = await serve(interrupted(store, database, read))
  await mark(door.send, STAFF[0]!, seat, 'absent', now - 10 * SECOND)
  await later!
  await door.end()
  return markOf(seat)
}

test('Of all who mark somebody at once, the one that saw them last is believed', async () => {
  for (const last of [0, 3, 7]) expect(await markedAtOnce(database.store, last)).toBe('present')
  expect(await markedInBetween(database.store)).toBe('present')
})

const HOLDS = 'for no key update'

test('The control: where nobody holds the booking, an older mark stands', async () => {
  const weaker = without(database.store, 'attendance.hold-bookings', HOLDS)
  expect(await markedInBetween(weaker)).toBe('absent')
})

/** By a clock that is ahead, so that a mark may still come when lessons of a day ago are judged. */
const judgedAt = (store: Store) =>
  judgeAbsences({ store, clock: fixedClock(Date.now() + 2 * HOUR), log: silentLog })

const markedThere = (send: Send, seat: Seat) =>
  mark(send, STAFF[1]!, seat, 'present', Date.now() - DAY + 60 * SECOND)

/** What is written of a seat, and whether a strike stands for it. */
async function outcomeOf(seat: Seat) {
  const strikes = await strikesOfBooking(database.store, seat.bookingId)
  expect(strikes.length).toBeLessThan(2)
  return { mark: await markOf(seat), struck: strikes.some(({ state }) => state !== 'waived') }
}

/** A mark arrives in the moment in which two clocks judge its lesson. */
function markedWhileJudged(): Promise<Awaited<ReturnType<typeof outcomeOf>>> {
  const { store } = database
  return served(store, async (send) => {
    const seat = await aSeat(send, DAY, true)
    const [reply] = await Promise.all([markedThere(send, seat), judgedAt(store), judgedAt(store)])
    expect(reply.ok).toBe(true)
    return outcomeOf(seat)
  })
}

/** It arrives once the clock has read that there is none. */
function markedBeforeJudged(store: Store): Promise<Awaited<ReturnType<typeof outcomeOf>>> {
  return served(store, async (send) => {
    const seat = await aSeat(send, DAY, true)
    let marked: Promise<Reply>
    const marking = () => (marked = markedThere(send, seat))
    const read = { after: 'attendance.standings', meanwhile: marking }
    await judgedAt(interrupted(store, database, read))
    expect((await marked!).ok).toBe(true)
    return outcomeOf(seat)
  })
}

test('A mark that comes while the clock judges is not lost, and strikes nobody', async () => {
  const there = { mark: 'present', struck: false }
  for (let round = 0; round < 5; round += 1) expect(await markedWhileJudged()).toEqual(there)
  expect(await markedBeforeJudged(database.store)).toEqual(there)
})

test('The control: where nobody holds the booking, the clock strikes somebody who was there', async () => {
  const weaker = without(database.store, 'attendance.hold-bookings', HOLDS)
  expect(await markedBeforeJudged(weaker)).toEqual({ mark: 'absent', struck: true })
})

/** How often lessons of which nobody came but one are judged by several clocks at once. */
async function strikesBy(store: Store, lessons: number): Promise<number> {
  await served(database.store, async (send) => {
    for (let made = 0; made < lessons; made += 1) await aSeat(send, DAY, true)
  })
  let other: Promise<number>
  const judging = () => (other = judgedAt(store))
  const held = { after: 'attendance.hold-lesson', meanwhile: judging }
  const clocks = [judgedAt(interrupted(store, database, held)), judgedAt(database.store)]
  const strikes = await Promise.all(clocks)
  return [...strikes, await other!].reduce((sum, one) => sum + one, 0)
}

test('Several clocks at once strike once', async () => {
  expect(await strikesBy(database.store, 10)).toBe(10)
})

test('The control: where the lesson is held by nobody and no strike is unique, they strike twice', async () => {
  const own = await testDatabase({ poolSize: 20 })
  const before = [database, centreId] as const
  try {
    database = own
    centreId = await aCentre(own.store)
    await served(own.store, (send) => send(STAFF[0]!, 'me.get', {}))
    await asOwner(
      own,
      `insert into changlai.role_grant (centre_id, person_id, role)
       select '${centreId}', person_id, 'staff' from changlai.person_identity`,
    )
    await asOwner(own, 'drop index changlai.strike_once')
    const unheld = without(
      own.store,
      'attendance.hold-lesson',
      'for no key update of lesson skip locked',
      'and lesson.judged_at is null',
    )
    const twice = without(
      unheld,
      'attendance.strike',
      'on conflict (centre_id, booking_id, occurrence_id) do nothing',
    )
    expect(await strikesBy(twice, 1)).toBe(2)
  } finally {
    ;[database, centreId] = before
    await own.drop()
  }
})
