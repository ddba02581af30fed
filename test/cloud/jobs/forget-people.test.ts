import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { cutOldNames } from '../../../src/cloud/jobs/cut-old-names'
import { forgetAgedRows } from '../../../src/cloud/jobs/forget-aged'
import { KEPT_FOR_DAYS } from '../../../src/domain/retention/kept-for'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { aChild } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const dependencies = () => ({ store: database.store, clock, log: silentLog })

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const someone = () => callerOf(createDispatch(dependencies()), `someone-${newRequestId()}`)

test('Two years after its last lesson nobody can tell whose the seats of a pool were', async () => {
  const me = someone()
  const child = await aChild(me)
  const ends = NOW + DAY + HOUR
  const lessons = [{ startsAt: NOW + DAY, endsAt: ends }]
  const poolId = await aPool(database.store, centreId, { capacity: 2, lessons })
  valueOf(await me('seats.book', { poolId, attendeeIds: ['self', child] }))
  const waits = someone()
  valueOf(await waits('waitlist.join', { poolId }))
  const people = () =>
    asOwner<{ nobody: boolean; n: number }>(
      database,
      `select nobody, count(*)::int as n from (
         select holder_id as person_id from changlai.booking_attendee where pool_id = '${poolId}'
         union all select person_id from changlai.booking_attendee where pool_id = '${poolId}'
         union all select person_id from changlai.booking where pool_id = '${poolId}'
         union all select holder_id from changlai.waitlist_entry where pool_id = '${poolId}'
         union all select person_id from changlai.waitlist_attendee where pool_id = '${poolId}'
       ) as named join changlai.person using (person_id) group by nobody`,
    )
  clock.set(ends + KEPT_FOR_DAYS.bookings * DAY)
  expect(await cutOldNames(dependencies())).toBe(0)
  expect(await people()).toEqual([{ nobody: false, n: 7 }])
  clock.set(ends + KEPT_FOR_DAYS.bookings * DAY + 1)
  // Two hosts whose clocks strike at once do it once.
  const both = await Promise.all([cutOldNames(dependencies()), cutOldNames(dependencies())])
  expect(both[0] + both[1]).toBe(1)
  expect(await people()).toEqual([{ nobody: true, n: 7 }])
  expect(valueOf(await me('seats.mine', {})).bookings).toEqual([])
  expect(await cutOldNames(dependencies())).toBe(0)
})

test('What is older than the schedule keeps it is deleted, and nothing younger', async () => {
  const me = someone()
  const child = await aChild(me)
  valueOf(await me('family.remove', { memberId: child }))
  const rows = () =>
    asOwner<{ n: number }>(
      database,
      `select count(*)::int as n from changlai.family_member where member_id = '${child}'`,
    )
  clock.set(NOW + KEPT_FOR_DAYS.removedFamily * DAY)
  await forgetAgedRows(dependencies())
  expect(await rows()).toEqual([{ n: 1 }])
  clock.set(NOW + KEPT_FOR_DAYS.removedFamily * DAY + 1)
  expect(await forgetAgedRows(dependencies())).toBeGreaterThan(0)
  expect(await rows()).toEqual([{ n: 0 }])
})
