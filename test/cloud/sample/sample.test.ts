import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { seedSampleProgramme } from '../../../src/cloud/sample'
import { CATEGORIES } from '../../../src/domain/calendar/programme'
import { verify } from '../../../src/domain/ballot/verify'
import { addDays, dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
const clock = fixedClock(NOW)
const seed = () => seedSampleProgramme({ store: database.store, clock, log: silentLog })
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)

async function calendar(centreId: string, days: number) {
  const from = dateOf(clock.now().getTime())
  const to = addDays(from, days)
  return valueOf(await as(null)('calendar.list', { centreId, from, to }))
}

async function counts() {
  const { rows } = await database.store.pool.query(
    // A lawyer's and a mediator's hours are published month by month.
    `select (
       select count(*) from changlai.occurrence as o
       left join changlai.pool as p on p.centre_id = o.centre_id and p.pool_id = o.pool_id
       where p.intake is null) as occurrences,
            (select count(*) from changlai.booking) as bookings,
            (select count(*) from changlai.person) as people`,
  )
  return rows[0] as { occurrences: number; bookings: number; people: number }
}

const minuteOf = (instant: string) => instant.slice(0, 16)
const slotsOf = async (service: 'legal' | 'mediation') =>
  valueOf(await as('resident')('consultation.slots', { centreId: 'nongye', service }))

describe('on the day of seeding', () => {
  beforeAll(async () => {
    clock.set(NOW)
    database = await testDatabase()
    // Two hosts that start at once.
    await Promise.all([seed(), seed()])
  })
  afterAll(() => database.drop())

  test('The centre of 农业银行社区 has something of every kind, and something each day', async () => {
    const { occurrences, days } = await calendar('nongye', 61)
    for (const category of CATEGORIES) {
      expect(occurrences.some((one) => one.category === category)).toBe(true)
    }
    for (const { date } of days) {
      expect(occurrences.some(({ startsAt }) => startsAt.startsWith(date))).toBe(true)
    }
  })

  test('The neighbours have a programme of their own in each week', async () => {
    for (const centreId of ['tongfu', 'fangji']) {
      const { occurrences } = await calendar(centreId, 6)
      expect(occurrences.length).toBeGreaterThan(3)
    }
  })

  test('Counts are true: each seat taken is a booking, and no pool is over its capacity', async () => {
    const { rows } = await database.store.pool.query<{ wrong: number; held: number }>(
      `select count(*) filter (where pool.taken <> held.seats or pool.taken > pool.capacity) as wrong,
         sum(held.seats)::int as held
       from changlai.pool, lateral (
         select count(*) as seats from changlai.booking b
         where b.pool_id = pool.pool_id and b.status = 'booked') as held`,
    )
    expect(rows[0]!.wrong).toBe(0)
    expect(rows[0]!.held).toBeGreaterThan(200)
  })

  test('A resident meets every state of a pool', async () => {
    const { rows } = await database.store.pool.query<{ title: string }>(
      `select title from changlai.activity where centre_id = 'nongye' and category = 'night-school'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(6)
    const book = (poolId: string) => as('rider')('seats.book', { poolId })
    expect(refusalOf(await book('nongye.yeshufa-term')).code).toBe('SOLD_OUT')
    expect(refusalOf(await book('nongye.meizhuang-term')).code).toBe('NOT_OPEN_YET')
    expect(refusalOf(await book('nongye.yujia-term')).code).toBe('NOT_ELIGIBLE')
    expect(refusalOf(await book('nongye.duanshipin-term')).code).toBe('CLOSED')
    valueOf(await book('nongye.jita-term'))
    valueOf(await as('staff')('seats.book', { poolId: 'nongye.yujia-term' }))
  })

  test('Two full classes have people who wait, and past lists say how that went', async () => {
    const listOf = async (poolId: string) =>
      valueOf(await as('staff')('waitlist.list', { poolId })).entries
    const positions = (entries: { position: number | null }[]) =>
      entries.map(({ position }) => position)
    expect(positions(await listOf('nongye.yeshufa-term'))).toEqual([1, 2, 3, 4])
    expect(positions(await listOf('nongye.weiqi-term'))).toEqual([1, 2])
    const { entries } = valueOf(await as('resident')('waitlist.mine', {}))
    const past = { from: 1, to: 1, waited: 18, offered: 17, of: 'centre' }
    expect(entries).toMatchObject([{ position: 1, waiting: 4, chance: past }])
    const { pools } = valueOf(await as('rider')('activities.get', { activityId: 'nongye.yeshufa' }))
    expect(pools[0]).toMatchObject({ waiting: 4, chance: { from: 4, to: 5, waited: 18 } })
    const { pools: roomy } = valueOf(
      await as('rider')('activities.get', { activityId: 'nongye.jita' }),
    )
    expect(roomy[0]).not.toHaveProperty('chance')
  })

  test('What the volunteer of the local host gives back is offered to its resident', async () => {
    const { bookings } = valueOf(await as('volunteer')('seats.mine', { when: 'upcoming' }))
    expect(bookings).toMatchObject([{ poolId: 'nongye.yeshufa-term' }])
    valueOf(await as('volunteer')('seats.cancel', { bookingId: bookings[0]!.bookingId }))
    const [entry] = valueOf(await as('resident')('waitlist.mine', { live: true })).entries
    expect(entry).toMatchObject({ state: 'offered', seats: 1 })
    const { bookingId } = valueOf(
      await as('resident')('waitlist.accept', { entryId: entry!.entryId }),
    )
    expect(bookingId).toMatch(/^nongye[.]/)
  })

  test('The resident and the parent are in the middle of a course, and the parent can contest', async () => {
    for (const persona of ['resident', 'parent']) {
      const { bookings } = valueOf(await as(persona)('seats.mine', { when: 'upcoming' }))
      const course = bookings.find(({ poolId }) => poolId === 'nongye.duanshipin-term')!
      const marked = course.occurrences.filter(({ marks }) => marks!.length > 0)
      expect(marked.length).toBeGreaterThan(3)
      expect(course.checkInSecret).toMatch(/^[A-Z2-7]{32}$/)
    }
    const { strikes } = valueOf(await as('parent')('attendance.mine', {}))
    expect(strikes).toMatchObject([{ kind: 'absent', state: 'standing', title: '短视频剪辑' }])
    valueOf(await as('parent')('attendance.contest', { strikeId: strikes[0]!.strikeId }))
    const contested = valueOf(await as('staff')('attendance.contested', { centreId: 'nongye' }))
    expect(contested.strikes).toMatchObject([{ name: '示例家长' }])
    const { poster } = valueOf(await as('staff')('attendance.poster', { centreId: 'nongye' }))
    expect(poster?.posterId).toMatch(/^nongye[.]/)
  })

  test('The skills of the staff are for the staff', async () => {
    const { occurrences } = await calendar('nongye', 20)
    const session = occurrences.find(
      ({ activityId, poolState }) => activityId === 'nongye.gongzuo-jineng' && poolState === 'open',
    )!
    const poolId = session.poolId!
    expect(refusalOf(await as('parent')('seats.book', { poolId })).code).toBe('NOT_ELIGIBLE')
    valueOf(await as('staff')('seats.book', { poolId }))
    expect(session.onlyRole).toBe('staff')
    const { activities } = valueOf(
      await as('parent')('activities.list', { centreId: 'nongye', text: session.title }),
    )
    expect(activities.map(({ pool }) => pool?.onlyRole)).toEqual(['staff'])
  })

  test('The lawyer’s afternoon, once a month, is six half hours that the form gives', async () => {
    const { occurrences } = await calendar('nongye', 61)
    const afternoons = occurrences.filter(({ title }) => title === '免费法律咨询')
    expect(afternoons.map(({ startsAt, endsAt }) => [startsAt, endsAt].map(minuteOf))).toEqual([
      ['2026-12-17T14:00', '2026-12-17T17:00'],
      ['2027-01-21T14:00', '2027-01-21T17:00'],
    ])
    const { slots } = await slotsOf('legal')
    expect(slots.map(({ startsAt }) => minuteOf(startsAt))).toEqual(
      ['2026-12-17', '2027-01-21'].flatMap((day) =>
        ['14:00', '14:30', '15:00', '15:30', '16:00', '16:30'].map((time) => `${day}T${time}`),
      ),
    )
    const booked = await as('rider')('seats.book', { poolId: slots[0]!.poolId })
    expect(refusalOf(booked)).toMatchObject({ code: 'NOT_ELIGIBLE', facts: { rule: 'INTAKE' } })
  })

  test('A mediator is there every week, in hours', async () => {
    const { slots } = await slotsOf('mediation')
    expect(slots.slice(0, 6).map(({ startsAt }) => minuteOf(startsAt).slice(5))).toEqual(
      ['11-24', '12-01'].flatMap((day) => ['14:30', '15:30', '16:30'].map((at) => `${day}T${at}`)),
    )
  })

  test('What the centre may publish is what the newspaper says of it', async () => {
    const span = { fromMonth: '2026-01', toMonth: '2026-12' }
    const numbers = valueOf(
      await as(null)('consultation.statistics', { centreId: 'nongye', ...span }),
    )
    expect(numbers.services).toEqual([
      { service: 'legal', closed: 33, settled: null },
      { service: 'mediation', closed: 12, settled: 12 },
    ])
    expect(numbers.kinds.filter(({ closed }) => closed !== null).length).toBeGreaterThan(1)
    expect(numbers.satisfaction).toBeGreaterThan(4)
  })

  test('Clinics give numbers, and nothing else does', async () => {
    const { rows } = await database.store.pool.query<{ activity: string; numbered: boolean }>(
      `select distinct activity_id as activity, numbered from changlai.pool where numbered order by 1`,
    )
    expect(rows.map(({ activity }) => activity)).toEqual(['nongye.yishi-zuozhen', 'nongye.yizhen'])
    const { rows: numbers } = await database.store.pool.query<{ whole: boolean; last: number }>(
      `select pool.last_number as last,
         pool.last_number = (select count(distinct queue_number) from changlai.booking_attendee as a
           where a.pool_id = pool.pool_id) as whole
       from changlai.pool where numbered and taken > 0`,
    )
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.every(({ whole, last }) => whole && last > 0)).toBe(true)
  })

  test('One ballot can be entered, one is not announced yet, and one was drawn and can be drawn again', async () => {
    const proofOf = async (poolId: string) => as(null)('ballot.proof', { poolId })
    const open = valueOf(await proofOf('nongye.weiqi-shangwu-term'))
    expect(open).toMatchObject({ state: 'open', entries: 0 })
    expect(open.pools).toHaveLength(2)
    expect(refusalOf(await proofOf('nongye.wushu-term')).code).toBe('NOT_FOUND')
    const { pools } = valueOf(await as('staff')('ballot.pools', { centreId: 'nongye' }))
    expect(pools.map(({ poolId }) => poolId)).toEqual(['nongye.wushu-term'])

    const drawn = valueOf(await proofOf('nongye.sumiao-term'))
    expect(drawn).toMatchObject({ state: 'drawn', entries: 36, number: '03091420273105' })
    expect(verify(drawn)).toEqual([])
    const { pools: now } = valueOf(
      await as(null)('activities.get', { activityId: 'nongye.sumiao' }),
    )
    const { ballotId } = drawn
    expect(now).toMatchObject([{ mode: 'open', taken: 12, capacity: 12, waiting: 24, ballotId }])
    const { ballots } = valueOf(await as('staff')('ballot.list', { centreId: 'nongye' }))
    expect(ballots.map(({ state }) => state).sort()).toEqual(['drawn', 'open'])
  })

  test('The people of the local host carry their roles, and the elder holds a seat', async () => {
    const rolesOf = async (subject: string) => valueOf(await as(subject)('me.get', {})).roles
    expect(await rolesOf('volunteer')).toEqual([{ role: 'volunteer', centreId: 'nongye' }])
    expect(await rolesOf('lawyer')).toEqual([{ role: 'lawyer', centreId: 'nongye' }])
    expect(await rolesOf('mediator')).toEqual([{ role: 'mediator', centreId: 'nongye' }])
    expect(await rolesOf('doctor')).toEqual([{ role: 'doctor', centreId: 'nongye' }])
    expect(await rolesOf('staff')).toEqual([{ role: 'staff', centreId: 'nongye' }])
    expect(await rolesOf('district')).toEqual([{ role: 'district', centreId: null }])
    expect(await rolesOf('elder')).toEqual([])
    const { bookings } = valueOf(await as('elder')('seats.mine', { when: 'upcoming' }))
    expect(bookings).toHaveLength(1)
    valueOf(await as('elder')('seats.cancel', { bookingId: bookings[0]!.bookingId }))
    expect(valueOf(await as('lawyer')('seats.mine', {})).bookings).toEqual([])
  })

  test('Seeding again changes nothing, also not what somebody changed', async () => {
    valueOf(await as('resident')('me.update', { nickname: null, homeCentreId: 'tongfu' }))
    const before = await counts()
    await seed()
    expect(await counts()).toEqual(before)
    expect(valueOf(await as('resident')('me.get', {})).homeCentreId).toBe('tongfu')
  })
})

test.each([0, 4, 8, 13, 18, 22, 23.9])(
  'Seeded at hour %s of any weekday, today and the next two weeks are not empty',
  async (hour) => {
    database = await testDatabase()
    try {
      const weekday = Math.floor(hour) % 7
      clock.set(Date.parse('2026-11-23T00:00:00+08:00') + weekday * DAY + hour * HOUR)
      await seed()
      const { occurrences, days } = await calendar('nongye', 14)
      for (const { date } of days) {
        expect(occurrences.some(({ startsAt }) => startsAt.startsWith(date))).toBe(true)
      }
      const { activities } = valueOf(await as(null)('activities.list', { centreId: 'nongye' }))
      expect(activities.some(({ pool }) => pool?.state === 'open')).toBe(true)
    } finally {
      await database.drop()
    }
  },
)

test('Eight weeks later there are new terms, and the weekly programme is not written twice', async () => {
  clock.set(NOW)
  database = await testDatabase()
  try {
    await seed()
    const before = await counts()
    clock.set(NOW + 55 * DAY)
    await seed()
    expect(await counts()).toEqual(before)
    clock.set(NOW + 56 * DAY)
    await seed()
    const book = await as('rider')('seats.book', { poolId: 'nongye.jita-20270117-term' })
    valueOf(book)
    const { rows } = await database.store.pool.query<{ count: number }>(
      `select count(*) from changlai.activity where title = '社区大讲堂'`,
    )
    expect(rows[0]!.count).toBe(1)
    expect((await counts()).bookings).toBeGreaterThan(before.bookings)
  } finally {
    await database.drop()
  }
})
