import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { type Send, serve, tally } from './served'
import { without } from './weakened'

const TIMES = 4
const AT_ONCE = 12

let database: TestDatabase
let centreId: string
beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** A pool open now, on a day of its own; these tests run by the real clock. */
let days = 30
function aPoolNow(capacity: number): Promise<string> {
  const startsAt = Date.now() + (days += 1) * DAY
  const lessons = [{ startsAt, endsAt: startsAt + 2 * HOUR }]
  return aPool(database.store, centreId, { capacity, lessons, opensAt: Date.now() - DAY })
}

const personOf = async (subject: string) =>
  (
    await database.store.pool.query<{ id: string }>(
      'select person_id as id from changlai.person_identity where subject = $1',
      [subject],
    )
  ).rows[0]!.id

/** How many rows name a person. */
async function rowsOf(personId: string): Promise<number> {
  const { rows } = await database.store.pool.query<{ n: number }>(
    `select (select count(*) from changlai.person where person_id = $1)
       + (select count(*) from changlai.booking where person_id = $1)
       + (select count(*) from changlai.booking_attendee where $1 in (person_id, holder_id))
       + (select count(*) from changlai.waitlist_entry where holder_id = $1)
       + (select count(*) from changlai.answered_request where person_id = $1) as n`,
    [personId],
  )
  return rows[0]!.n
}

/** Seats and places in line that somebody holds who is nobody. */
async function heldByNobody(): Promise<number> {
  const { rows } = await database.store.pool.query<{ n: number }>(
    `select (select count(*) from changlai.booking join changlai.person using (person_id)
        where nobody and status = 'booked')
      + (select count(*) from changlai.booking_attendee join changlai.person using (person_id)
        where nobody and status = 'booked')
      + (select count(*) from changlai.waitlist_entry
         join changlai.person on person.person_id = waitlist_entry.holder_id
         where nobody and state in ('waiting', 'offered')) as n`,
  )
  return rows[0]!.n
}

/**
 * Somebody erases their account while they book and wait for seats, and a relative books for them;
 * gives what came of the erasing, and the pools with the person they were.
 */
async function erasedWhileBooking(send: Send) {
  const [me, relative] = [`me-${newRequestId()}`, `relative-${newRequestId()}`]
  const { code } = (await send(me, 'family.code', {})).value as unknown as { code: string }
  const linked = await send(relative, 'family.link', { code, name: '示例外婆' })
  const { memberId } = linked.value as unknown as { memberId: string }
  const personId = await personOf(me)
  const poolIds = await Promise.all(Array.from({ length: AT_ONCE }, () => aPoolNow(1)))
  const full = await aPoolNow(1)
  await send(relative, 'seats.book', { poolId: full })
  const [erased] = await Promise.all([
    send(me, 'me.erase', { confirm: '注销' }),
    ...poolIds.map((poolId, at) =>
      at % 3 === 2
        ? send(relative, 'seats.book', { poolId, attendeeIds: [memberId] })
        : send(me, 'seats.book', { poolId }),
    ),
    send(me, 'waitlist.join', { poolId: full }),
  ])
  return { erased, poolIds, personId }
}

test.each(['alone', 'together'] as const)(
  'Whoever books while they erase their account leaves nothing behind (asked %s)',
  async (how) => {
    const door = await serve(database.store, how)
    try {
      for (let time = 0; time < TIMES; time += 1) {
        const { erased, poolIds, personId } = await erasedWhileBooking(door.send)
        expect(erased).toMatchObject({ ok: true })
        expect(await rowsOf(personId)).toBe(0)
        for (const poolId of poolIds) {
          const { taken, booked } = await seatsOf(database.store, poolId)
          expect(taken).toBe(booked)
        }
      }
      expect(await heldByNobody()).toBe(0)
    } finally {
      await door.end()
    }
  },
)

test('Without holding the person some are not erased: the control', async () => {
  const door = await serve(without(database.store, 'erasure.hold', 'for update'))
  try {
    let failed = false
    for (let time = 0; time < 24 && !failed; time += 1) {
      failed = !(await erasedWhileBooking(door.send)).erased.ok
    }
    expect(failed).toBe(true)
  } finally {
    await door.end()
  }
})

test('Sent many times at once, with one requestId and with others, it is done once', async () => {
  const door = await serve(database.store)
  try {
    const me = `me-${newRequestId()}`
    await door.send(me, 'seats.book', { poolId: await aPoolNow(3) })
    const personId = await personOf(me)
    const requestId = newRequestId()
    const same = Array.from({ length: 8 }, () =>
      door.send(me, 'me.erase', { confirm: '注销' }, requestId),
    )
    const others = Array.from({ length: 4 }, () => door.send(me, 'me.erase', { confirm: '注销' }))
    const replies = await Promise.all(same)
    expect(tally([...replies, ...(await Promise.all(others))])).toEqual({ OK: 12 })
    for (const { value } of replies) expect(value).toEqual(replies[0]!.value)
    expect(await rowsOf(personId)).toBe(0)
  } finally {
    await door.end()
  }
})
