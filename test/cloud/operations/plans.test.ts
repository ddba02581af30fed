import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { createGroups } from '../../../src/cloud/group-commit/groups'
import { calendarOfPerson } from '../../../src/cloud/hosts/http/private-calendar'
import type { Exchange } from '../../../src/cloud/hosts/http/server'
import { openStore } from '../../../src/cloud/store'
import { callerOf, valueOf } from '../../support/builders/caller'
import { testSealing } from '../../support/builders/consultation'
import { GROWING, layOutGrownCity } from '../../support/builders/grown-city'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { watchPlans } from '../../support/plans'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ plansAsInService: true })
  await layOutGrownCity(database.ownerUrl)
  await asOwner(
    database,
    `insert into changlai.role_grant (centre_id, person_id, role)
    select '*', person_id, unnest(array['staff', 'lawyer', 'mediator', 'district'])
    from changlai.person_identity where subject = 'p1'`,
  )
}, 120_000)
afterAll(() => database.drop())

/** How often the server has read each of the growing tables whole, for plans and for its own checks. */
async function scans(): Promise<Record<string, number>> {
  const { rows } = await database.store.pool.query<{ relname: string; seq_scan: number }>(
    `select relname, seq_scan from pg_stat_user_tables
     where schemaname = 'changlai' and relname = any($1)`,
    [GROWING],
  )
  return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, seq_scan]))
}

/** A store whose statements are explained as they are sent. Its connections report what they did when they end. */
async function watchedStore() {
  const store = await openStore({ databaseUrl: database.appUrl, log: silentLog, poolSize: 4 })
  return { store, found: watchPlans(store.pool, GROWING) }
}

const clock = fixedClock(NOW)

test('No statement of an operation is planned to read a growing table whole, nor does it', async () => {
  const before = await scans()
  const { store, found } = await watchedStore()
  const groups = await createGroups(store, silentLog)
  const dispatch = createDispatch({
    ...{ store, clock, log: silentLog, sealing: testSealing(store) },
    ...{ publicUrl: 'https://calendar.example.cn' },
  })
  const visitor = callerOf(dispatch, null)
  const staff = callerOf(dispatch, 'p1')
  const span = { from: '2026-11-20', to: '2027-01-10' }
  const round = 0
  {
    const me = callerOf(dispatch, `p${round + 10}`)
    const page = valueOf(await visitor('calendar.list', { centreId: 'c3', ...span }))
    expect(page.occurrences).toHaveLength(500)
    valueOf(await visitor('calendar.list', { centreId: 'c3', ...span, after: page.after! }))
    const { activities } = valueOf(await visitor('activities.list', { centreId: 'c3' }))
    const { activityId, pool } = activities[round]!
    expect(valueOf(await visitor('activities.get', { activityId })).pools).toHaveLength(30)
    const mine = valueOf(await me('seats.mine', {}))
    expect(mine.bookings.length).toBeGreaterThan(5)
    expect(valueOf(await me('attendance.mine', {})).strikes.length).toBeGreaterThan(5)
    const door = { centreId: 'c1', day: '2026-11-24' }
    const { lessons } = valueOf(await staff('attendance.lessons', door))
    valueOf(await staff('attendance.roster', { occurrenceId: lessons[round]!.occurrenceId }))
    valueOf(
      await staff('attendance.sheet', {
        ...{ occurrenceId: lessons[round]!.occurrenceId, purpose: 'roster' },
      }),
    )
    expect(valueOf(await staff('staff.today', { centreId: 'c1' })).waiting).not.toBeNull()
    await me('attendance.checkIn', { posterId: 'c1.222222' })
    valueOf(await me('me.update', { nickname: '示例' }))
    const { address, since } = valueOf(await me('me.makeCalendarAddress', {}))
    const path = new URL(address!).pathname
    await calendarOfPerson(store, fixedClock(NOW))({ path } as Exchange)
    valueOf(await me('me.get', {}))
    valueOf(await me('me.revokeCalendarAddress', { since }))
    const booked = await me('seats.book', { poolId: pool!.poolId, evenIfClashes: true })
    const { bookingId } = valueOf(booked)
    await me('seats.book', { poolId: pool!.poolId })
    valueOf(await me('seats.cancel', { bookingId }))
    await me('seats.cancel', { bookingId })
    const { members } = valueOf(await me('family.list', {}))
    const child = members[0]!.memberId
    const family = { poolId: pool!.poolId, attendeeIds: ['self', child], evenIfClashes: true }
    const together = valueOf(await me('seats.book', family))
    await me('seats.book', { ...family, evenIfClashes: false })
    valueOf(await me('seats.cancel', { bookingId: together.bookingId, attendeeIds: [child] }))
    const elder = { kind: 'elder', name: '示例' } as const
    const { memberId } = valueOf(await me('family.save', elder))
    valueOf(await me('family.save', { ...elder, memberId }))
    valueOf(await me('family.remove', { memberId }))
    const newcomer = callerOf(dispatch, `newcomer-${round}`)
    const { code } = valueOf(await newcomer('family.code', {}))
    const booking = { poolId: `${activityId}-1`, code, evenIfClashes: true }
    valueOf(await staff('seats.bookFor', booking))
    if (round < 4) expect((await staff('seats.bookFor', booking)).ok).toBe(false)
    const again = valueOf(await newcomer('family.code', {}))
    valueOf(await me('family.link', { code: again.code, name: '示例' }))
    const full = { poolId: `${activityId}-3`, evenIfClashes: true }
    const holder = callerOf(dispatch, `p${round + 50}`)
    const held = valueOf(await holder('seats.book', full))
    const { entryId } = valueOf(await me('waitlist.join', full))
    const behind = valueOf(await newcomer('waitlist.join', full))
    await me('waitlist.join', full)
    valueOf(await me('waitlist.mine', {}))
    valueOf(await me('waitlist.mine', { live: true }))
    valueOf(await staff('waitlist.list', { poolId: full.poolId }))
    expect(valueOf(await staff('waitlist.pools', { centreId: 'c3' })).pools).not.toEqual([])
    const moved = { entryId: behind.entryId, reason: '示例原因' }
    valueOf(await staff('waitlist.moveUp', moved))
    valueOf(await newcomer('waitlist.leave', { entryId: behind.entryId }))
    valueOf(await holder('seats.cancel', { bookingId: held.bookingId }))
    valueOf(await me('waitlist.accept', { entryId, evenIfClashes: true }))
    const drawn = `${activityId}-40`
    const numberAt = '2026-12-02T21:30:00+08:00'
    const named = { centreId: 'c3', numberSource: '示例数字来源', numberAt }
    const { ballotId } = valueOf(await staff('ballot.announce', { ...named, poolIds: [drawn] }))
    const wishing = { wishes: [{ poolId: drawn }], evenIfClashes: true }
    valueOf(await me('ballot.enter', { ...wishing, attendeeIds: ['self', child] }))
    await me('ballot.enter', wishing)
    valueOf(await me('ballot.mine', {}))
    valueOf(await visitor('ballot.proof', { poolId: drawn }))
    valueOf(await visitor('ballot.proof', { ballotId: `${activityId}-b12` }))
    valueOf(await staff('ballot.list', { centreId: 'c3' }))
    valueOf(await staff('ballot.pools', { centreId: 'c3' }))
    valueOf(await me('ballot.leave', { ballotId }))
    const clinic = { poolId: `${activityId}-0` }
    valueOf(await me('queue.now', clinic))
    const { number } = valueOf(await staff('queue.call', clinic))
    valueOf(await staff('queue.mark', { ...clinic, number, state: 'seen' }))
    valueOf(await staff('queue.list', clinic))
    const stationId = `c3.s${round + 1}`
    valueOf(await me('stations.report', { stationId, kind: 'closed' }))
    valueOf(await me('stations.confirm', { stationId }))
    valueOf(await me('stations.mine', {}))
    const { tasks } = valueOf(await staff('stations.tasks', { centreId: 'c3' }))
    const [task] = tasks
    valueOf(await staff('stations.settle', { taskId: task!.taskId, settlement: 'fixed' }))
    valueOf(await staff('notices.previewMessage', { activityId }))
    valueOf(await staff('notices.send', { activityId, text: '示例' }))
    valueOf(await me('notices.mine', { messages: true }))
    valueOf(await me('consultation.mine', {}))
    const { consultations } = valueOf(await staff('casework.waiting', { centreId: 'c3' }))
    expect(consultations).toHaveLength(20)
    for (const which of ['open', 'closed'] as const) {
      const cases = valueOf(await staff('casework.list', { centreId: 'c3', which }))
      expect(cases.consultations).toHaveLength(20)
    }
    expect(valueOf(await staff('casework.feedback', { centreId: 'c3' })).feedback).toHaveLength(20)
    valueOf(await me('consultation.sendFeedback', { centreId: 'c3', kind: 'praise', text: '好' }))
    const audit = { centreId: 'c3' }
    const all = valueOf(await staff('audit.search', audit))
    expect(all.entries).toHaveLength(50)
    valueOf(await staff('audit.search', { ...audit, after: all.after! }))
    valueOf(await staff('audit.search', { ...audit, from: '2026-11-01', to: '2026-11-02' }))
    valueOf(await staff('audit.search', { ...audit, what: 'stations' }))
    valueOf(await staff('audit.search', { ...audit, what: 'attendance.mark' }))
    valueOf(await staff('audit.search', { ...audit, target: 'c1.b7' }))
    valueOf(await staff('roles.invitations', audit))
    const inviting = { centreId: 'c3', role: 'staff', note: '示例' } as const
    const invited = valueOf(await staff('roles.invite', inviting))
    valueOf(await newcomer('roles.invitation', { code: invited.code! }))
    valueOf(await newcomer('roles.accept', { code: invited.code! }))
    const { grants } = valueOf(await staff('roles.list', { centreId: 'c3' }))
    const { grantId, workerKey } = grants[0]!
    expect(valueOf(await staff('audit.search', { ...audit, workerKey })).entries).toHaveLength(1)
    valueOf(await staff('roles.remove', { grantId }))
    const month = { centreId: 'c3', service: 'legal' as const, month: `2027-0${(round % 5) + 1}` }
    valueOf(await staff('casework.officeHours', month))
    const hours = { weekly: [{ weekday: 4, spans: [{ opens: '09:00', closes: '10:00' }] }] }
    const terms = {
      blocked: [],
      slotMinutes: 30 as const,
      place: '示例',
      channels: ['phone' as const],
    }
    valueOf(await staff('casework.publishHours', { ...month, hours: { ...hours, ...terms } }))
    valueOf(await me('consultation.slots', { centreId: 'c3', service: 'legal' }))
    valueOf(await visitor('stations.list', {}))
  }
  const together = createDispatch({ store, clock, log: silentLog, groups })
  await Promise.all(
    Array.from({ length: 12 }, (_, nth) => {
      const poolId = `c3.a${20 * (nth % 4) + 2}-${nth % 3 === 0 ? 3 : 5}`
      return callerOf(together, `p${nth + 200}`)('seats.book', { poolId })
    }),
  )
  groups.end()
  await store.close()
  expect(found).toEqual([])

  const indexed = async () => {
    const [row] = await asOwner<{ scans: string }>(
      database,
      `select idx_scan as scans from pg_stat_user_tables where relname = 'answered_request'`,
    )
    return Number(row!.scans)
  }
  const until = Date.now() + 5_000
  while ((await indexed()) < 20 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(await indexed()).toBeGreaterThanOrEqual(20)
  expect(await scans()).toEqual(before)
}, 60_000)

// The last: it takes indexes away.
test('It would be seen: without their indexes bookings are read whole', async () => {
  const gone = ['booking_of_person', 'booking_attendee_of_person', 'booking_attendee_held']
  for (const index of gone) await asOwner(database, `drop index changlai.${index}`)
  const { store, found } = await watchedStore()
  const me = callerOf(createDispatch({ store, clock, log: silentLog }), 'p30')
  valueOf(await me('seats.mine', {}))
  await me('seats.book', { poolId: 'c3.a22-6', evenIfClashes: true })
  await me('seats.book', { poolId: 'c3.a22-6' })
  await store.close()
  const statements = (table: string) =>
    found.filter((read) => read.table === table).map(({ statement }) => statement)
  expect(statements('booking')).toEqual([expect.stringContaining('booked_by')])
  expect(statements('booking_attendee')).toContain('seats.take')
})
