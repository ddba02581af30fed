import { randomBytes } from 'node:crypto'
import { type TestDatabase, testDatabase } from '../../support/database'
import { eventually } from '../../support/eventually'
import type { Answer, Door } from './door'
import { POOLS, writeProgramme } from './programme'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/
const TRACE_ID = /^[0-9a-f]{32}$/

export const intent = (): string => randomBytes(12).toString('hex')

/** How booking behaves, whichever of the hosts answers: the same expectations for every door. */
export function bookingBehaviour(open: (databaseUrl: string) => Promise<Door>): void {
  let database: TestDatabase
  let door: Door
  let people = 0

  beforeAll(async () => {
    database = await testDatabase()
    await writeProgramme(database.store.pool)
    door = await open(database.appUrl)
  }, 90_000)

  afterAll(async () => {
    await door.end()
    await database.drop()
  })

  /** Somebody whom the host has not seen before. */
  const somebody = () => `person-${(people += 1)}-${intent().slice(0, 8)}`

  function send(as: string | null, operation: string, input: object, requestId = intent()) {
    return door.call({ operation, input, requestId, client: '1.0.0' }, as)
  }
  const book = (as: string | null, poolId: string, requestId?: string) =>
    send(as, 'seats.book', { poolId }, requestId)
  const cancel = (as: string, bookingId: unknown, requestId?: string) =>
    send(as, 'seats.cancel', { bookingId }, requestId)

  async function rows(poolId: string): Promise<{ taken: number; booked: number }> {
    const { rows: found } = await database.store.pool.query<{ taken: number; booked: number }>(
      `select taken, (select count(*) from changlai.booking b
         where b.centre_id = p.centre_id and b.pool_id = p.pool_id and b.status = 'booked') as booked
       from changlai.pool p where p.centre_id = 'nongye' and p.pool_id = $1`,
      [poolId],
    )
    return found[0]!
  }

  function expectRefusal(answer: Answer, code: string, facts: object = {}) {
    expect(answer).toMatchObject({ ok: false, code, facts })
    expect(answer.traceId).toMatch(TRACE_ID)
    expect(Object.keys(answer).sort()).toEqual(['code', 'facts', 'ok', 'traceId'])
  }

  test('a visitor sees the calendar and is asked to sign in before booking', async () => {
    const listed = await send(null, 'centres.list', {})
    expect(listed).toMatchObject({ ok: true, value: { centres: [{ centreId: 'nongye' }] } })
    expectRefusal(await book(null, POOLS.roomy), 'UNAUTHENTICATED')
  })

  test('a booked seat has a code, is counted once, and is found under my bookings', async () => {
    const person = somebody()
    const before = await rows(POOLS.roomy)
    const booked = await book(person, POOLS.roomy)
    expect(booked).toMatchObject({ ok: true, value: { status: 'booked' } })
    expect(booked.value!['checkInCode']).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(booked.value!['bookingId']).toMatch(/^nongye\./)
    const after = await rows(POOLS.roomy)
    expect(after).toEqual({ taken: before.taken + 1, booked: before.booked + 1 })
    const mine = await send(person, 'seats.mine', {})
    const { bookingId, checkInCode } = booked.value!
    expect(mine.value!['bookings']).toMatchObject([{ bookingId, checkInCode, status: 'booked' }])
  })

  test('the same request again gets the same answer and books nothing more', async () => {
    const [person, requestId] = [somebody(), intent()]
    const first = await book(person, POOLS.roomy, requestId)
    const counted = await rows(POOLS.roomy)
    expect(first.ok).toBe(true)
    expect(await book(person, POOLS.roomy, requestId)).toEqual(first)
    expect(await rows(POOLS.roomy)).toEqual(counted)
  })

  test('a request sent twice at once books once and answers both alike', async () => {
    const [person, requestId] = [somebody(), intent()]
    const before = await rows(POOLS.roomy)
    const [one, two] = await Promise.all([
      book(person, POOLS.roomy, requestId),
      book(person, POOLS.roomy, requestId),
    ])
    expect(one.ok).toBe(true)
    expect(two).toEqual(one)
    expect((await rows(POOLS.roomy)).taken).toBe(before.taken + 1)
  })

  test('a request id that was used for something else is refused', async () => {
    const [person, requestId] = [somebody(), intent()]
    await book(person, POOLS.roomy, requestId)
    expectRefusal(await book(person, POOLS.another, requestId), 'REQUEST_ID_REUSED')
  })

  test('two people who want the last seat: one gets it, the other is told it is gone', async () => {
    const answers = await Promise.all([
      book(somebody(), POOLS.single),
      book(somebody(), POOLS.single),
    ])
    const refused = answers.filter(({ ok }) => !ok)
    expect(refused).toHaveLength(1)
    expectRefusal(refused[0]!, 'SOLD_OUT', { capacity: 1, waiting: 0 })
    expect(await rows(POOLS.single)).toEqual({ taken: 1, booked: 1 })
  })

  test('a second seat in the same pool is refused with the booking there is', async () => {
    const person = somebody()
    const first = await book(person, POOLS.roomy)
    const { bookingId } = first.value!
    expectRefusal(await book(person, POOLS.roomy), 'ALREADY_BOOKED', { bookingId })
  })

  test('a seat given back can be booked again, and is given back once', async () => {
    const person = somebody()
    const before = await rows(POOLS.roomy)
    const { bookingId } = (await book(person, POOLS.roomy)).value!
    const given = await cancel(person, bookingId)
    expect(given).toEqual({ ok: true, value: { bookingId, status: 'cancelled' } })
    expectRefusal(await cancel(person, bookingId), 'ALREADY_CANCELLED')
    expect(await rows(POOLS.roomy)).toEqual(before)
    expect((await book(person, POOLS.roomy)).ok).toBe(true)
  })

  test("somebody else's booking is not found, and stays", async () => {
    const { bookingId } = (await book(somebody(), POOLS.roomy)).value!
    const counted = await rows(POOLS.roomy)
    expectRefusal(await cancel(somebody(), bookingId), 'NOT_FOUND', { what: 'booking' })
    expect(await rows(POOLS.roomy)).toEqual(counted)
  })

  test('a pool that has not opened, is closed or does not exist says so', async () => {
    const person = somebody()
    const early = await book(person, POOLS.notYet)
    expectRefusal(early, 'NOT_OPEN_YET')
    expect(early.facts!['opensAt']).toMatch(INSTANT)
    expectRefusal(await book(person, POOLS.over), 'CLOSED')
    expectRefusal(await book(person, 'nongye.nowhere'), 'NOT_FOUND', { what: 'pool' })
  })

  test('after its last hour a booking can no longer be given back', async () => {
    const person = somebody()
    const { bookingId } = (await book(person, POOLS.noCancel)).value!
    const late = await cancel(person, bookingId)
    expectRefusal(late, 'TOO_LATE')
    expect(late.facts!['cancelUntil']).toMatch(INSTANT)
  })

  test.each<[string, object, string, object]>([
    ['an unknown field', { poolId: POOLS.roomy, seats: 2 }, 'seats', {}],
    ['a field of the wrong kind', { poolId: 7 }, 'poolId', {}],
    ['a key that is none', { poolId: "nongye.x' or 1=1" }, 'poolId', {}],
    ['a missing field', {}, 'poolId', {}],
    ['an unknown field of the envelope', { poolId: POOLS.roomy }, 'openid', { openid: 'oForged' }],
    ['a request id that is none', { poolId: POOLS.roomy }, 'requestId', { requestId: 'x' }],
  ])('%s is refused by its name', async (_what, input, path, over) => {
    const request = { operation: 'seats.book', input, requestId: intent(), ...over }
    expectRefusal(await door.call(request, somebody()), 'INVALID_INPUT', { path })
  })

  test('a command without a request id is refused by the name of the field', async () => {
    const request = { operation: 'seats.book', input: { poolId: POOLS.roomy } }
    expectRefusal(await door.call(request, somebody()), 'INVALID_INPUT', { path: 'requestId' })
  })

  test('an unknown operation is not found', async () => {
    const refused = await send(somebody(), 'seats.steal', {})
    expectRefusal(refused, 'NOT_FOUND', { what: 'operation' })
  })

  test('a request of more than 64 KB is refused', async () => {
    const refused = await send(somebody(), 'seats.book', { poolId: 'x'.repeat(66_000) })
    expectRefusal(refused, 'INVALID_INPUT', { path: '', reason: 'TOO_LARGE' })
  })

  test('what the host wrote carries trace ids and nobody', async () => {
    const person = somebody()
    await send(person, 'me.update', { nickname: '示例昵称甲' })
    const refused = await book(person, 'nongye.nowhere')
    // The line of a call is written before or just after its answer.
    await eventually(
      () => door.output(),
      (written) => written.includes(refused.traceId!),
    )
    expect(door.output()).toContain('"operation":"seats.book"')
    expect(door.output()).not.toMatch(/person-\d+-|示例昵称甲|oForged|nongye\.nowhere/)
  })
}
