import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { KEPT_AFTER } from '../../../src/domain/retention/kept-after'
import { PERSONAL_TABLES } from '../../../src/domain/retention/personal-data'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { aDrawnPool } from '../../support/builders/ballot'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
  testSealing,
} from '../../support/builders/consultation'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { aStation } from '../../support/builders/station'
import { countsOf } from '../../support/builders/waitlist'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let sealing: Sealing
const clock = fixedClock(NOW)
let named: (name: string) => Caller

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  sealing = testSealing(database.store)
  const publicUrl = 'https://calendar.example.cn'
  const dispatch = createDispatch({
    ...{ store: database.store, clock, log: silentLog, sealing, publicUrl },
  })
  named = (name) => callerOf(dispatch, name)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const CONFIRM = { confirm: '注销' } as const
const rowsOf = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await database.store.pool.query<Row>(text, values)).rows
const run = (text: string, values: unknown[]) => database.store.pool.query(text, values)
const aName = (kind: string) => `${kind}-${newRequestId().slice(-8)}`

/** Where any of these words stands in the database, as table, or table.column for a person's key. */
async function whereStands(words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [table, { persons, about, plain }] of Object.entries(PERSONAL_TABLES)) {
    for (const column of [...Object.keys(persons), ...about, ...plain]) {
      const [row] = await rowsOf<{ n: number }>(
        `select count(*) as n from changlai.${table}
         where exists (select from unnest($1::text[]) as word
           where position(word in to_jsonb(${table}.${column})::text) > 0)`,
        [words],
      )
      if (row!.n > 0) found.push(`${table}.${column}`)
    }
  }
  return found
}

/** Gives somebody a role, and somebody else as well, who may give roles after them. */
async function makeDirector(name: string, also: string) {
  for (const one of [name, also]) {
    await run(
      `insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, 'director')`,
      [centreId, await aPersona(database.store, one)],
    )
  }
}

/** Somebody with a row in every table that there can be one in, by the operations where they can. */
async function somebodyWithEverything() {
  const { store } = database
  const [me, gran, daughter, other] = ['me', 'gran', 'daughter', 'other'].map(aName) as [
    string,
    string,
    string,
    string,
  ]
  const [I, Gran, Daughter, Other] = [me, gran, daughter, other].map(named) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ]
  const nickname = `称呼${me.slice(-6)}`
  valueOf(await I('me.update', { nickname, homeCentreId: centreId }))
  const childName = `孩子${me.slice(-6)}`
  const child = await aChild(I, childName)
  const granId = await aLinkedElder(I, Gran)
  const grannysMe = await aLinkedElder(Daughter, I, `叫我${me.slice(-6)}`)
  await makeDirector(me, other)

  const past = await aPool(store, centreId, {
    lessons: [{ startsAt: NOW + DAY, endsAt: NOW + DAY + HOUR }],
  })
  const booked = valueOf(
    await I('seats.book', { poolId: past, attendeeIds: ['self', child], evenIfClashes: true }),
  )
  await run(
    `insert into changlai.attendance (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at, marked_by)
     select seat.centre_id, lesson.occurrence_id, seat.person_id, seat.booking_id, 'present', 'roster', now(), seat.holder_id
     from changlai.booking_attendee seat join changlai.occurrence lesson on lesson.pool_id = seat.pool_id
     where seat.booking_id = $1`,
    [booked.bookingId],
  )
  await run(
    `insert into changlai.strike (centre_id, strike_id, person_id, booking_id, kind, weight, state, struck_at, expires_at)
     select centre_id, booking_id || 's', person_id, booking_id, 'late-cancel', 1, 'standing', now(), now()
     from changlai.booking where booking_id = $1`,
    [booked.bookingId],
  )
  const [activity] = await rowsOf<{ id: string }>(
    'select activity_id as id from changlai.pool where pool_id = $1',
    [past],
  )
  await run(
    `with change as (
       insert into changlai.activity_change (centre_id, activity_id, number, kind, changed_by, changed_at, facts)
       values ($1, $2, 1, 'changed', $3, now(), '{}') returning centre_id, activity_id, number
     )
     insert into changlai.notice (centre_id, notice_id, person_id, kind, booking_id, facts, made_at, activity_id, activity_change)
     select centre_id, $4::text || 'n', $3, 'activity-changed', $4, '{}', now(), activity_id, number from change`,
    [centreId, activity!.id, await aPersona(store, me), booked.bookingId],
  )

  const far = { lessons: [{ startsAt: NOW + 20 * DAY, endsAt: NOW + 20 * DAY + HOUR }] }
  const at = (hour: number, more: object = {}) =>
    aPool(store, centreId, {
      lessons: [
        {
          startsAt: far.lessons[0]!.startsAt + hour * 2 * HOUR,
          endsAt: far.lessons[0]!.endsAt + hour * 2 * HOUR,
        },
      ],
      ...more,
    })
  const together = await at(0)
  valueOf(await I('seats.book', { poolId: together, attendeeIds: ['self', child, granId] }))
  const forMe = await at(1)
  valueOf(await Daughter('seats.book', { poolId: forMe, attendeeIds: ['self', grannysMe] }))

  // Somebody behind me gets the seat that I give back; nobody before them changes places.
  const full = await at(2, { capacity: 1 })
  valueOf(await I('seats.book', { poolId: full }))
  valueOf(await Other('waitlist.join', { poolId: full }))
  const crowded = await at(3, { capacity: 2 })
  valueOf(await Other('seats.book', { poolId: crowded }))
  valueOf(await named(aName('stranger'))('seats.book', { poolId: crowded }))
  valueOf(await I('waitlist.join', { poolId: crowded, attendeeIds: ['self', granId] }))
  valueOf(await Daughter('waitlist.join', { poolId: crowded }))

  const announce = async () => {
    const poolIds = [await aDrawnPool(store, centreId, { closesAt: NOW + 5 * DAY })]
    const source = { numberSource: '双色球第 2026138 期', numberAt: toInstantText(NOW + 6 * DAY) }
    return {
      poolIds,
      ballotId: valueOf(await I('ballot.announce', { centreId, poolIds, ...source })).ballotId,
    }
  }
  const [open, closed] = [await announce(), await announce()]
  for (const { poolIds } of [open, closed]) {
    valueOf(await I('ballot.enter', { wishes: [{ poolId: poolIds[0]! }], attendeeIds: [child] }))
  }
  await run(
    `update changlai.ballot set closes_at = $2::timestamptz, announced_at = $2::timestamptz - interval '1 day',
       closed_at = $2::timestamptz, list = 'x', list_hash = encode(sha256(convert_to('x', 'UTF8')), 'hex')
     where ballot_id = $1`,
    [closed.ballotId, new Date(NOW)],
  )

  const lawyer = await aProfessional(store, centreId, 'lawyer')
  const slot = await aSlot(store, centreId, lawyer)
  const sealed = { name: `姓名${me.slice(-6)}`, text: `经过${me.slice(-6)}` }
  valueOf(await I('consultation.request', { ...anIntake(sealed), poolId: slot }))
  const mine = await aPersona(store, me)
  const mediator = await aProfessional(store, centreId, 'mediator')
  const dispute = await aConsultation(store, sealing, centreId, mine, {
    ...{ service: 'mediation', professionalId: mediator, state: 'accepted' },
  })
  const read = await aConsultation(store, sealing, centreId, mine, { professionalId: lawyer })
  await run(
    `insert into changlai.consultation_opening (centre_id, consultation_id, opening_id, person_id, role, what, at)
     values ($1, $2, gen_random_uuid(), $3, 'lawyer', 'consultation', now())`,
    [centreId, read, lawyer],
  )
  valueOf(
    await I('consultation.sendFeedback', {
      centreId,
      kind: 'suggestion',
      text: `建议${me.slice(-6)}`,
      reach: nickname,
    }),
  )
  valueOf(
    await I('stations.report', { stationId: await aStation(store, centreId), kind: 'closed' }),
  )
  valueOf(await I('me.makeCalendarAddress', {}))
  valueOf(await I('family.code', {}))
  await run(
    `insert into changlai.desk_session (session_id, person_id, token_hash, browser, system, began_at, seen_at)
     values ($1, $2, sha256($1::text::bytea), 'edge', 'windows', now(), now())`,
    [aName('session'), mine],
  )
  await run(
    `insert into changlai.uploaded_file (file_id, person_id, name, kind, bytes, content, received_at)
     values ('f-' || substr(translate(md5($1), '0189', 'abcd'), 1, 26), $2, $1, 'csv', 1, 'x', now())`,
    [me, mine],
  )
  const childPerson = (
    await rowsOf<{ id: string }>(
      'select person_id as id from changlai.family_member where member_id = $1',
      [child],
    )
  )[0]!.id
  const words = [
    mine,
    childPerson,
    nickname,
    childName,
    me,
    `叫我${me.slice(-6)}`,
    ...Object.values(sealed),
  ]
  return {
    ...{ I, me, mine, Gran, Daughter, Other, words, together, forMe, full, crowded },
    ...{ open, closed, dispute, read, past, booked },
  }
}

test('Whoever erases their account stands nowhere but where a law wants it', async () => {
  const all = await somebodyWithEverything()
  const { I, mine, Gran, Daughter, Other, words } = all
  clock.set(NOW + 2 * DAY)
  const before = valueOf(await I('me.data', {}))
  expect(before.groups.map(({ group }) => group)).toEqual(
    expect.arrayContaining(['identity', 'family', 'bookings', 'draws', 'consultations', 'audit']),
  )
  const requestId = newRequestId()
  const value = valueOf(await I('me.erase', CONFIRM, requestId))
  expect(value).toEqual({
    ...{ seats: 4, places: 1, draws: 1, cases: 3, handedOver: 1 },
    kept: [...KEPT_AFTER],
  })
  expect(before.ends).toEqual({ seats: 4, places: 1, draws: 1, cases: 3 })

  // What was done by a role keeps the number of whoever did it, and no name.
  expect((await whereStands(words)).sort()).toEqual([
    'audit_entry.person_id',
    'ended_role.ended_by',
    'ended_role.person_id',
  ])

  // Relatives and classmates keep what is theirs, and where they stood in line.
  const granny = valueOf(await Gran('seats.mine', {})).bookings
  expect(granny).toMatchObject([
    {
      poolId: all.together,
      status: 'booked',
      bookedBy: 'self',
      attendees: [{ attendeeId: 'self' }],
    },
  ])
  expect(await countsOf(database.store, all.together)).toMatchObject({ taken: 1, booked: 1 })
  const daughters = valueOf(await Daughter('seats.mine', {})).bookings
  expect(daughters.find(({ poolId }) => poolId === all.forMe)).toMatchObject({
    status: 'booked',
    attendees: [
      { attendeeId: 'self', status: 'booked' },
      { attendeeId: expect.stringMatching(/^m-/), name: null, status: 'cancelled' },
    ],
  })
  expect(await countsOf(database.store, all.forMe)).toMatchObject({ taken: 1, booked: 1 })
  expect(valueOf(await Other('waitlist.mine', {})).entries).toMatchObject([
    { poolId: all.full, state: 'offered' },
  ])
  // My mother-in-law keeps the place in which I waited for both of us, before my daughter's.
  expect(valueOf(await Gran('waitlist.mine', {})).entries).toMatchObject([
    { poolId: all.crowded, state: 'waiting', position: 1 },
  ])
  expect(valueOf(await Daughter('waitlist.mine', {})).entries).toMatchObject([
    { poolId: all.crowded, state: 'waiting', position: 2 },
  ])
  expect(valueOf(await Daughter('family.list', {})).members).toEqual([])

  // Who came is still counted, and is nobody.
  const seats = await rowsOf<{ nobody: boolean; mark: string }>(
    `select person.nobody, mark.mark from changlai.booking_attendee seat
     join changlai.person using (person_id)
     join changlai.attendance mark using (centre_id, booking_id, person_id)
     where seat.booking_id = $1`,
    [all.booked.bookingId],
  )
  expect(seats).toEqual([
    { nobody: true, mark: 'present' },
    { nobody: true, mark: 'present' },
  ])

  // A dispute goes on; what a lawyer has read is sealed until its day; the rest is destroyed.
  const cases = await rowsOf(
    `select consultation_id = $1 as dispute, consultation_id = $2 as read, state,
       wrapped_key is not null as sealed, plain is not null as plain
     from changlai.consultation order by 1 desc, 2 desc, service`,
    [all.dispute, all.read],
  )
  expect(cases).toEqual([
    { dispute: true, read: false, state: 'accepted', sealed: true, plain: false },
    { dispute: false, read: true, state: 'withdrawn', sealed: true, plain: false },
    { dispute: false, read: false, state: 'withdrawn', sealed: false, plain: false },
    { dispute: false, read: false, state: 'withdrawn', sealed: false, plain: false },
  ])
  expect(await rowsOf('select from changlai.person where person_id = $1', [mine])).toEqual([])

  // A retry comes from somebody new, and hears the same; whoever comes again begins anew.
  expect(valueOf(await I('me.erase', CONFIRM, requestId))).toEqual(value)
  expect(valueOf(await I('me.get', {}))).toEqual({
    nickname: null,
    homeCentreId: null,
    roles: [],
    calendarAddress: false,
  })
  expect(valueOf(await I('seats.mine', {})).bookings).toEqual([])
  valueOf(await I('me.update', { nickname: '又来了' }))
  expect(valueOf(await I('me.erase', CONFIRM, requestId))).toEqual(value)
  expect(valueOf(await I('me.get', {})).nickname).toBe('又来了')
})

test('The last who can give roles in a place stays, with everything that is theirs', async () => {
  const { store } = database
  const elsewhere = await aCentre(store)
  const name = aName('director')
  const personId = await aPersona(store, name)
  const add = `insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, 'director')`
  await run(add, [elsewhere, personId])
  const I = named(name)
  valueOf(await I('me.update', { nickname: '示例负责人' }))
  const last = { code: 'LAST_DIRECTOR', facts: { role: 'director' } }
  expect(refusalOf(await I('me.erase', CONFIRM))).toEqual(last)
  expect(valueOf(await I('me.get', {}))).toMatchObject({ nickname: '示例负责人' })
  await run(add, [elsewhere, await aPersona(store, aName('next'))])
  expect(valueOf(await I('me.erase', CONFIRM)).kept).toEqual(['audit'])
})

test('A professional closes what is in hand before', async () => {
  const { store } = database
  const name = aName('lawyer')
  const lawyer = await aProfessional(store, centreId, 'lawyer', name)
  const resident = await aPersona(store, aName('resident'))
  await aConsultation(store, sealing, centreId, resident, { professionalId: lawyer })
  expect(refusalOf(await named(name)('me.erase', CONFIRM))).toEqual({
    ...{ code: 'CASES_IN_HAND', facts: { count: 1 } },
  })
})

test('Everything is told in pages, and what is sealed is opened', async () => {
  const { I, words, mine } = await somebodyWithEverything()
  const told: string[] = []
  const groups = new Set<string>()
  let after: string | undefined
  do {
    const page = valueOf(await I('me.export', after === undefined ? {} : { after }))
    if (page.items.length > 0) groups.add(page.group)
    told.push(JSON.stringify(page.items))
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(256 * 1024)
    after = page.after ?? undefined
  } while (after !== undefined)
  const text = told.join('\n')
  // What a relative calls me is theirs; keys of persons are ours.
  const unsaid = words.filter((word) => !text.includes(word))
  expect(unsaid).toEqual(
    words.filter((word) => word.startsWith('叫我') || /^[0-9a-f-]{36}$/.test(word)),
  )
  expect(text).not.toContain(mine)
  // Nothing in it needs somebody who knows the program to read it.
  expect(text).not.toMatch(/\d\d:\d\d:\d\d|"[a-z]+\.[a-zA-Z]+"|"(wechat|local)"/)
  expect(text).toContain('["办了什么","报名"]')
  expect([...groups]).toEqual([
    ...['identity', 'family', 'bookings', 'draws', 'strikes', 'notices', 'stations', 'desks'],
    ...['calendar', 'files', 'roles', 'audit', 'answers', 'consultations'],
  ])
})
