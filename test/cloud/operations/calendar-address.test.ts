import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { hashOfPrivateToken } from '../../../src/cloud/feed/private-token'
import { calendarOfPerson } from '../../../src/cloud/hosts/http/private-calendar'
import type { Exchange } from '../../../src/cloud/hosts/http/server'
import { RequestRefused } from '../../../src/cloud/hosts/refusal'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { aProfessional, aSlot, anIntake, testSealing } from '../../support/builders/consultation'
import { aChild, aLinkedElder } from '../../support/builders/family'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const PUBLIC_URL = 'https://calendar.example.cn'

let database: TestDatabase
let sealing: Sealing
let centreId: string
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase({ poolSize: 20 })
  sealing = testSealing(database.store)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

function as(subject: string, publicUrl: string | null = PUBLIC_URL) {
  const { store } = database
  return callerOf(createDispatch({ store, clock, log: silentLog, sealing, publicUrl }), subject)
}
const someone = () => as(`someone-${newRequestId()}`)
type Someone = ReturnType<typeof someone>

/** What a calendar is given at an address; null where there is none. */
async function readAt(address: string): Promise<string | null> {
  const path = address.slice(PUBLIC_URL.length)
  try {
    const reply = await calendarOfPerson(database.store, clock)({ path } as Exchange)
    return String(reply!.body).replace(/\r\n /g, '')
  } catch (error) {
    if (error instanceof RequestRefused && error.status === 404) return null
    throw error
  }
}

async function addressOf(person: Someone): Promise<string> {
  return valueOf(await person('me.makeCalendarAddress', {})).address!
}

async function eventsOf(person: Someone) {
  const text = (await readAt(await addressOf(person)))!
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => {
      const line = (name: string) => new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(event)?.[1]?.trim()
      return { title: line('SUMMARY'), status: line('STATUS'), starts: line('DTSTART') }
    })
}

describe('an address', () => {
  test('is none until it is made, opens the calendar, and is told once', async () => {
    const me = someone()
    expect(valueOf(await me('me.get', {})).calendarAddress).toBe(false)
    expect(valueOf(await me('me.calendarAddress', {}))).toEqual({ offered: true, since: null })
    const { address, since } = valueOf(await me('me.makeCalendarAddress', {}))
    expect(address).toMatch(/^https:\/\/calendar\.example\.cn\/calendar\/[\w-]{32}\.ics$/)
    expect(await readAt(address!)).toContain('BEGIN:VCALENDAR')
    expect(valueOf(await me('me.calendarAddress', {}))).toEqual({ offered: true, since })
    expect(valueOf(await me('me.get', {})).calendarAddress).toBe(true)
  })

  test('ends at once when another is made in its place', async () => {
    const me = someone()
    const [first, second] = [await addressOf(me), await addressOf(me)]
    expect(second).not.toBe(first)
    expect(await readAt(first)).toBeNull()
    expect(await readAt(second)).not.toBeNull()
  })

  test('ends when it is revoked; another that was made meanwhile stays', async () => {
    const me = someone()
    const first = valueOf(await me('me.makeCalendarAddress', {}))
    clock.set(NOW + MINUTE)
    const second = valueOf(await me('me.makeCalendarAddress', {}))
    const left = valueOf(await me('me.revokeCalendarAddress', { since: first.since }))
    expect(left).toEqual({ since: second.since })
    expect(await readAt(second.address!)).not.toBeNull()
    valueOf(await me('me.revokeCalendarAddress', { since: second.since }))
    expect(await readAt(second.address!)).toBeNull()
    expect(valueOf(await me('me.calendarAddress', {})).since).toBeNull()
  })

  test('is nobody else’s to revoke', async () => {
    const me = someone()
    const { address, since } = valueOf(await me('me.makeCalendarAddress', {}))
    valueOf(await someone()('me.revokeCalendarAddress', { since }))
    expect(await readAt(address!)).not.toBeNull()
  })

  test('is the same however often and at once a request is sent, and dead once it was ended', async () => {
    const subject = `hasty-${newRequestId()}`
    valueOf(await as(subject)('me.get', {}))
    const requestId = newRequestId()
    const again = () => as(subject)('me.makeCalendarAddress', {}, requestId)
    const answers = await Promise.all(Array.from({ length: 20 }, again))
    expect(new Set(answers.map((answer) => JSON.stringify(valueOf(answer)))).size).toBe(1)
    const { address, since } = valueOf(answers[0]!)
    expect(await readAt(address!)).not.toBeNull()
    valueOf(await as(subject)('me.revokeCalendarAddress', { since }))
    expect(valueOf(await again())).toEqual({ address: null, since })
    expect(await readAt(address!)).toBeNull()
  })

  test('cannot be read out of the database', async () => {
    const me = someone()
    const token = (await addressOf(me)).slice(-36, -4)
    const { rows } = await database.store.pool.query<{ all: string }>(
      `select (select json_agg(a)::text from changlai.calendar_address a)
         || (select json_agg(r)::text from changlai.answered_request r) as all`,
    )
    const all = rows[0]!.all
    expect(all).toContain(hashOfPrivateToken(token).toString('hex'))
    expect(all).not.toContain(token)
    expect(all).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('is not offered where nobody could open it, or no secret is held', async () => {
    const me = as(`someone-${newRequestId()}`, null)
    expect(refusalOf(await me('me.makeCalendarAddress', {}))).toEqual({
      code: 'NOT_OFFERED',
      facts: {},
    })
    expect(valueOf(await me('me.calendarAddress', {}))).toEqual({ offered: false, since: null })
    expect(valueOf(await me('me.get', {}))).not.toHaveProperty('calendarAddress')
  })
})

describe('the calendar', () => {
  const pool = (title: string, wish: Parameters<typeof aPool>[2] = {}) =>
    aPool(database.store, centreId, { ...wish, activity: { title } })

  test('holds what I booked for me and my family, by name, each lesson of a term', async () => {
    const me = someone()
    const child = await aChild(me, '示例大宝')
    const lessons = [2, 9].map((days) => ({
      startsAt: NOW + days * DAY,
      endsAt: NOW + days * DAY + HOUR,
    }))
    const term = await pool('少儿围棋', { lessons })
    valueOf(await me('seats.book', { poolId: term, attendeeIds: [child] }))
    valueOf(await me('seats.book', { poolId: await pool('大讲堂') }))
    expect(await eventsOf(me)).toEqual([
      { title: '大讲堂', status: 'CONFIRMED', starts: '20261123T090000' },
      { title: '少儿围棋 第 1 课（示例大宝）', status: 'CONFIRMED', starts: '20261124T090000' },
      { title: '少儿围棋 第 2 课（示例大宝）', status: 'CONFIRMED', starts: '20261201T090000' },
    ])
  })

  test('holds my own seat of what a relative booked, and nobody else’s', async () => {
    const [daughter, elder] = [someone(), someone()]
    const child = await aChild(daughter, '示例大宝')
    clock.set(NOW + MINUTE)
    const linked = await aLinkedElder(daughter, elder)
    const poolId = await pool('合唱')
    const attendeeIds = ['self', child, linked]
    const { bookingId } = valueOf(await daughter('seats.book', { poolId, attendeeIds }))
    expect(await eventsOf(elder)).toMatchObject([{ title: '合唱', status: 'CONFIRMED' }])
    expect(await eventsOf(daughter)).toMatchObject([{ title: '合唱（我、示例大宝、示例外婆）' }])
    valueOf(await elder('seats.cancel', { bookingId }))
    expect(await eventsOf(elder)).toMatchObject([{ title: '合唱', status: 'CANCELLED' }])
    expect(await eventsOf(daughter)).toMatchObject([
      { title: '合唱（我、示例大宝）', status: 'CONFIRMED' },
    ])
    valueOf(await daughter('family.remove', { memberId: child }))
    expect(await eventsOf(daughter)).toMatchObject([{ title: '合唱（我、一位家里人）' }])
  })

  test('drops what was cancelled and given back, and forgets what is long over', async () => {
    const me = someone()
    const poolId = await pool('讲座')
    const { bookingId } = valueOf(await me('seats.book', { poolId }))
    await database.store.pool.query(
      `update changlai.occurrence set state = 'cancelled' where pool_id = $1`,
      [poolId],
    )
    expect(await eventsOf(me)).toMatchObject([{ title: '讲座', status: 'CANCELLED' }])
    await database.store.pool.query(
      `update changlai.occurrence set state = 'scheduled' where pool_id = $1`,
      [poolId],
    )
    valueOf(await me('seats.cancel', { bookingId }))
    expect(await eventsOf(me)).toMatchObject([{ title: '讲座', status: 'CANCELLED' }])
    clock.set(NOW + 62 * DAY)
    expect(await eventsOf(me)).toEqual([])
  })

  test('follows a lesson that was moved', async () => {
    const me = someone()
    const poolId = await pool('讲座')
    valueOf(await me('seats.book', { poolId }))
    await database.store.pool.query(
      `update changlai.occurrence
       set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day',
         day = day + 1, state = 'rescheduled'
       where pool_id = $1`,
      [poolId],
    )
    expect(await eventsOf(me)).toMatchObject([{ status: 'CONFIRMED', starts: '20261124T090000' }])
  })

  test('says 预约 of a private hour, and not what for', async () => {
    const me = someone()
    const { store } = database
    const lawyer = await aProfessional(store, centreId, 'lawyer')
    const poolId = await aSlot(store, centreId, lawyer)
    await store.pool.query(`update changlai.occurrence set place = '调解室' where pool_id = $1`, [
      poolId,
    ])
    valueOf(await me('consultation.request', { ...anIntake(), poolId }))
    const text = (await readAt(await addressOf(me)))!
    expect(text).toContain('SUMMARY:预约\r\n')
    expect(text).toContain('LOCATION:示例社区党群服务中心')
    expect(text).not.toMatch(/咨询|法律|调解|律师|一楼/)
  })
})
