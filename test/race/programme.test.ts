import type { Plan } from '../../src/domain/programme/plan'
import { DAY, HOUR, toInstantText } from '../../src/domain/time/instant'
import type { Store } from '../../src/cloud/store'
import { newRequestId } from '../support/builders/caller'
import { aPlan } from '../support/builders/plan'
import { aCentre, aPool } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { interrupted } from './interleaved'
import { type Reply, type Send, serve, tally } from './served'
import { without } from './weakened'

const CROWD = 60
const MOVED = 40
const ROUNDS = 2

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

const query = (text: string, values: unknown[]) => database.store.pool.query(text, values)
const HELD = 'for no key update of activity'

/** Everybody signs in first, so that what follows meets at the activity and not at the door. */
async function crowd(send: Send, size: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: size }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

async function twoStaff(send: Send): Promise<[string, string]> {
  const [first, second] = (await crowd(send, 2)) as [string, string]
  for (const [subject, nickname] of [
    [first, '示例甲'],
    [second, '示例乙'],
  ]) {
    await query(
      `with who as (
         update changlai.person set nickname = $3 where person_id = (
           select person_id from changlai.person_identity where subject = $2)
         returning person_id)
       insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'staff' from who`,
      [centreId, subject, nickname],
    )
  }
  return [first, second]
}

let days = 2

/** Two lessons of an hour on days of their own, with one seat for both and booking open. */
function aShortCourse(
  capacity: number,
  more: Partial<Plan> = {},
): { plan: Plan; starts: number[] } {
  days = (days % 20) + 2
  const first = Math.floor(Date.now() / HOUR) * HOUR + days * DAY
  const starts = [first, first + 2 * HOUR]
  const seating = { ...aPlan().seating!, per: 'term' as const, capacity }
  return { starts, plan: aPlan({ when: lessonsAt(starts), seating, ...more }) }
}

const lessonsAt = (starts: readonly number[]): Plan['when'] => ({
  kind: 'lessons',
  lessons: starts.map((at) => ({ startsAt: toInstantText(at), endsAt: toInstantText(at + HOUR) })),
})

interface Saved {
  activityId: string
  version: number
}
const saved = ({ ok, value, ...rest }: Reply): Saved => {
  if (!ok) throw new Error(`refused: ${JSON.stringify(rest)}`)
  return value as unknown as Saved
}
const save = (send: Send, by: string, at: Partial<Saved>, plan: Plan) =>
  send(by, 'programme.save', {
    ...{ centreId, activityId: at.activityId ?? null, version: at.version ?? null, plan },
    reason: '示例原因',
  })

async function published(send: Send, by: string, plan: Plan) {
  const draft = saved(await save(send, by, {}, plan))
  const { activityId, version } = draft
  const shown = saved(await send(by, 'programme.publish', { activityId, version }))
  const { rows } = await query('select pool_id from changlai.pool where activity_id = $1', [
    activityId,
  ])
  return { ...shown, poolId: (rows as { pool_id: string }[])[0]!.pool_id }
}

async function throughDoor<Result>(hosts: Store, work: (send: Send) => Promise<Result>) {
  const door = await serve(hosts)
  try {
    return await work(door.send)
  } finally {
    await door.end()
  }
}

/** Does the same by two, the second when the first has had the answer of a statement; both answers. */
async function inBetween(
  hosts: Store,
  after: string,
  act: (through: Send, which: 0 | 1) => Promise<Reply>,
): Promise<[Reply, Reply]> {
  let second: Promise<Reply>
  const meanwhile = () => (second = act(door.send, 1))
  const door = await serve(interrupted(hosts, database, { after, meanwhile }))
  try {
    return [await act(door.send, 0), await second!]
  } finally {
    await door.end()
  }
}

/**
 * Two staff move the same course to other times, while somebody has a seat in it: the second once the
 * first was found to know its version.
 */
const saveInBetween = (hosts: Store) =>
  throughDoor(database.store, async (send) => {
    const staff = await twoStaff(send)
    const { plan, starts } = aShortCourse(10)
    const at = await published(send, staff[0], plan)
    const [holder] = (await crowd(send, 1)) as [string]
    saved(await send(holder, 'seats.book', { poolId: at.poolId }))
    const wishes = ['甲的写法', '乙的写法'].map((title, which) => ({
      ...{ ...plan, title },
      when: lessonsAt(starts.map((start) => start + (which + 1) * 5 * HOUR)),
    }))
    const replies = await inBetween(hosts, 'programme.activity', (through, which) =>
      save(through, staff[which], at, wishes[which]!),
    )
    const { rows } = await query(
      `select version, title,
         (select count(*) from changlai.activity_change as one
           where one.activity_id = activity.activity_id) as changes,
         (select count(*) from changlai.notice
           where notice.activity_id = activity.activity_id) as notices,
         (select array_agg(starts_at order by starts_at) from changlai.occurrence
           where occurrence.activity_id = activity.activity_id) as starts
       from changlai.activity where activity_id = $1`,
      [at.activityId],
    )
    return { replies, starts, row: (rows as Record<string, unknown>[])[0]! }
  })

test('Of two who save the same version at once one does, and the other is shown whose and what', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { replies, starts, row } = await saveInBetween(database.store)
    expect(tally(replies)).toEqual({ OK: 1, CHANGED_MEANWHILE: 1 })
    const winner = replies.findIndex(({ ok }) => ok)
    const title = ['甲的写法', '乙的写法'][winner]
    expect(replies[1 - winner]!.facts).toMatchObject({
      ...{ version: 3, plan: { title } },
      changedBy: ['示例甲', '示例乙'][winner],
    })
    expect(row).toMatchObject({ version: 3, title, changes: 2, notices: 1 })
    const moved = starts.map((start) => start + (winner + 1) * 5 * HOUR)
    expect((row['starts'] as unknown[]).map(Number)).toEqual(moved)
  }
})

test('The control: without the activity’s lock both save, and one is overwritten unseen', async () => {
  const weakened = without(database.store, 'programme.lock-activity', HELD)
  expect(tally((await saveInBetween(weakened)).replies)).toEqual({ OK: 2 })
})

/** A crowd books while staff take seats away, again and again. */
const lowerWhileBooking = (hosts: Store) =>
  throughDoor(hosts, async (send) => {
    const [staff] = await twoStaff(send)
    const people = await crowd(send, CROWD)
    const { plan } = aShortCourse(CROWD)
    const seats = (capacity: number) => ({ ...plan, seating: { ...plan.seating!, capacity } })
    let at: Saved & { poolId: string } = await published(send, staff, plan)
    const { poolId } = at
    const lower = async () => {
      const told: Reply[] = []
      for (const capacity of [50, 40, 30, 20, 15, 10, 8, 6]) {
        const reply = await save(send, staff, at, seats(capacity))
        if (reply.ok) at = { ...at, ...saved(reply) }
        told.push(reply)
      }
      return told
    }
    const [told, ...booked] = await Promise.all([
      lower(),
      ...people.map((person) => send(person, 'seats.book', { poolId })),
    ])
    const { rows } = await query(
      `select capacity, taken, (select count(*) from changlai.booking
         where booking.pool_id = pool.pool_id and status = 'booked') as booked
       from changlai.pool where pool_id = $1`,
      [poolId],
    )
    const row = (rows as { capacity: number; taken: number; booked: number }[])[0]!
    return { told: tally(told), answers: tally(booked), ...row }
  })

test('While seats are taken away, nobody gets one that is not there', async () => {
  const { told, answers, capacity, taken, booked } = await lowerWhileBooking(database.store)
  expect((told['OK'] ?? 0) + (told['CAPACITY_BELOW_TAKEN'] ?? 0)).toBe(8)
  expect((answers['OK'] ?? 0) + (answers['SOLD_OUT'] ?? 0)).toBe(CROWD)
  expect(capacity).toBeGreaterThanOrEqual(taken)
  expect([taken, booked]).toEqual([answers['OK'], answers['OK']])
})

/** A crowd books once it was read how many seats are taken, and all but one are taken away. */
const bookWhileLowered = (hosts: Store) =>
  throughDoor(database.store, async (send) => {
    const [staff] = await twoStaff(send)
    const people = await crowd(send, 3)
    const { plan } = aShortCourse(CROWD)
    const at = await published(send, staff, plan)
    const fewer = { ...plan, seating: { ...plan.seating!, capacity: 1 } }
    let booked: Promise<Reply[]>
    const book = (through: Send) => (person: string) =>
      through(person, 'seats.book', { poolId: at.poolId })
    const bookAll = () => (booked = Promise.all(people.map(book(door.send))))
    const read = { after: 'programme.lock-pools', meanwhile: bookAll, waiting: people.length }
    const door = await serve(interrupted(hosts, database, read))
    try {
      const lowered = await save(door.send, staff, at, fewer)
      return { lowered: tally([lowered]), booked: tally(await booked!) }
    } finally {
      await door.end()
    }
  })

test('Who books when seats are taken away gets one that is left, or none', async () => {
  const each = { lowered: { OK: 1 }, booked: { OK: 1, SOLD_OUT: 2 } }
  expect(await bookWhileLowered(database.store)).toEqual(each)
})

test('The control: without the pools’ lock staff are told nothing of the seats in their way', async () => {
  const weakened = without(database.store, 'programme.lock-pools', 'for no key update of pool')
  const each = { lowered: { UNAVAILABLE: 1 }, booked: { OK: 3 } }
  expect(await bookWhileLowered(weakened)).toEqual(each)
})

/**
 * A course is moved to where a crowd has something else; half of it has booked before, and half books
 * once it was read who is to be told. Gives what each was told and how many were not.
 */
const moveWhileBooking = (hosts: Store) =>
  throughDoor(database.store, async (send) => {
    const [staff] = await twoStaff(send)
    const people = await crowd(send, MOVED)
    const { plan, starts } = aShortCourse(MOVED)
    const later = starts.map((start) => start + 7 * HOUR)
    const other = await aPool(database.store, centreId, {
      ...{ capacity: MOVED, opensAt: Date.now() - DAY },
      lessons: [{ startsAt: later[0]!, endsAt: later[0]! + HOUR }],
    })
    const book = (through: Send, poolId: string, some: string[]) =>
      Promise.all(some.map((person) => through(person, 'seats.book', { poolId })))
    await book(send, other, people)
    const at = await published(send, staff, plan)
    const early = await book(send, at.poolId, people.slice(0, MOVED / 2))
    let late: Promise<Reply[]>
    const bookLate = () => (late = book(door.send, at.poolId, people.slice(MOVED / 2)))
    const read = { after: 'programme.whom', meanwhile: bookLate, waiting: MOVED / 2 }
    const door = await serve(interrupted(hosts, database, read))
    try {
      saved(await save(door.send, staff, at, { ...plan, when: lessonsAt(later) }))
      const replies = [...early, ...(await late!)]
      const { rows } = await query(
        `select from changlai.booking
         where pool_id = $1 and status = 'booked' and not exists (
           select from changlai.notice where notice.booking_id = booking.booking_id)`,
        [at.poolId],
      )
      return { told: tally(replies), untold: rows.length }
    } finally {
      await door.end()
    }
  })

test('Whoever books while a course is moved goes by its new times, or is told of them', async () => {
  const each = { told: { OK: MOVED / 2, CLASHES: MOVED / 2 }, untold: 0 }
  expect(await moveWhileBooking(database.store)).toEqual(each)
})

test('The control: without the mark of the pool’s lessons, they book by the old times untold', async () => {
  const guard = 'counted.lessons_turn = wish.lessons_turn\n    and '
  const weakened = without(database.store, 'seats.take', guard)
  expect(await moveWhileBooking(weakened)).toEqual({ told: { OK: MOVED }, untold: MOVED / 2 })
})

/** Two staff publish one draft, the second once the first was found to know its version. */
const publishInBetween = (hosts: Store) =>
  throughDoor(database.store, async (send) => {
    const staff = await twoStaff(send)
    const { plan } = aShortCourse(10)
    const seating = { ...plan.seating!, per: 'occurrence' as const }
    const { activityId, version } = saved(await save(send, staff[0], {}, { ...plan, seating }))
    const replies = await inBetween(hosts, 'programme.activity', (through, which) =>
      through(staff[which], 'programme.publish', { activityId, version }),
    )
    const { rows } = await query(
      `select (select count(*) from changlai.occurrence where activity_id = $1) as lessons,
         (select count(*) from changlai.pool where activity_id = $1) as pools`,
      [activityId],
    )
    return { told: tally(replies), row: (rows as { lessons: number; pools: number }[])[0]! }
  })

test('A draft that two publish at once has its lessons and seats once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { told, row } = await publishInBetween(database.store)
    expect(told).toEqual({ OK: 1, CHANGED_MEANWHILE: 1 })
    expect(row).toEqual({ lessons: 2, pools: 2 })
  }
})

test('The control: without the activity’s lock it is laid out twice', async () => {
  const weakened = without(database.store, 'programme.lock-activity', HELD)
  expect((await publishInBetween(weakened)).row).toEqual({ lessons: 4, pools: 4 })
})
