import { fixedClock } from '../../src/cloud/clock'
import { eraseAway } from '../../src/cloud/jobs/erase-away'
import { markAway } from '../../src/cloud/jobs/mark-away'
import type { Store } from '../../src/cloud/store'
import { dateOf } from '../../src/domain/time/date'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { type Reply, serve } from './served'
import { without } from './weakened'

let database: TestDatabase
let centreId: string
beforeAll(async () => {
  database = await testDatabase({ poolSize: 20 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

const today = dateOf(Date.now())
const jobsOn = (store: Store) => ({ store, clock: fixedClock(Date.now()), log: silentLog })
const query = <Row extends object>(text: string, values: unknown[]) =>
  database.store.pool.query<Row>(text, values).then(({ rows }) => rows)

interface Account {
  personId: string
  leaving: boolean
  nickname: string | null
}
const accountOf = async (subject: string) =>
  (
    await query<Account>(
      `select person_id as "personId", leaving, nickname
       from changlai.person_identity join changlai.person using (person_id) where subject = $1`,
      [subject],
    )
  )[0] ?? null

/** Somebody with a nickname who has been away for long; leaving today, where so said. */
async function somebodyAway(leaving: boolean): Promise<{ name: string; before: Account }> {
  const name = `away-${newRequestId()}`
  const door = await serve(database.store)
  await door.send(name, 'me.update', { nickname: '示例' })
  await door.end()
  const { personId } = (await accountOf(name))!
  await query('delete from changlai.answered_request where person_id = $1', [personId])
  await query(
    `update changlai.person_identity
     set here_in = '2020-01-01', leaving = $2, look_on = case when $2 then $3::date end
     where person_id = $1`,
    [personId, leaving, today],
  )
  return { name, before: (await accountOf(name))! }
}

/** The clock erases somebody, and they come to a host in a moment of it, named by a statement. */
async function comesWhileErased(
  moment: { after: string } | { before: string },
  store: Store,
  how: 'alone' | 'together',
) {
  const { name, before } = await somebodyAway(true)
  const door = await serve(database.store, how)
  let come: Promise<Reply> | undefined
  const meanwhile = () => (come = door.send(name, 'me.get', {}))
  try {
    const erased = await eraseAway(jobsOn(interrupted(store, database, { ...moment, meanwhile })))
    const reply = await come!
    const { nickname } = reply.value as unknown as { nickname: string | null }
    return { erased, told: nickname, account: await accountOf(name), before }
  } finally {
    await door.end()
  }
}

describe.each(['alone', 'together'] as const)('Whoever comes to a host that asks %s', (how) => {
  test('before the clock holds them is kept whole', async () => {
    const moment = { before: 'away.hold' }
    const { erased, told, account, before } = await comesWhileErased(moment, database.store, how)
    expect({ erased, told }).toEqual({ erased: 0, told: '示例' })
    expect(account).toEqual({ ...before, leaving: false })
  })

  test('while the clock erases them waits, and is somebody new', async () => {
    const moment = { after: 'away.standing' }
    const { erased, told, account, before } = await comesWhileErased(moment, database.store, how)
    expect({ erased, told }).toEqual({ erased: 1, told: null })
    expect(account!.personId).not.toBe(before.personId)
    expect(account).toMatchObject({ nickname: null, leaving: false })
  })

  test('without being held is told who they were and erased all the same: the control', async () => {
    const moment = { after: 'away.standing' }
    const weaker = without(database.store, 'away.hold', 'for update')
    const { erased, told, account } = await comesWhileErased(moment, weaker, how)
    expect({ erased, told, account }).toEqual({ erased: 1, told: '示例', account: null })
  })
})

/** A relative books for somebody in a moment in which the clock erases them. */
async function bookedWhileErased(store: Store, moment: { after: string } | { before: string }) {
  const { name, before } = await somebodyAway(true)
  const relative = `relative-${newRequestId()}`
  const startsAt = Date.now() + 30 * DAY
  const lessons = [{ startsAt, endsAt: startsAt + HOUR }]
  const poolId = await aPool(database.store, centreId, { lessons, opensAt: Date.now() - DAY })
  const door = await serve(database.store)
  try {
    await door.send(relative, 'me.get', {})
    const holder = (await accountOf(relative))!.personId
    // Linked before, and by somebody who has not come for as long: the link keeps nobody.
    await query(
      `insert into changlai.family_member
         (member_id, holder_id, person_id, kind, name, linked, added_at)
       values ('m-' || substr(translate(md5($1::uuid::text), '0189', 'abcd'), 1, 16), $1, $2, 'elder',
         '示例外婆', true, '2020-01-01')`,
      [holder, before.personId],
    )
    await query(`update changlai.person_identity set here_in = '2020-01-01' where person_id = $1`, [
      holder,
    ])
    const [member] = await query<{ id: string }>(
      'select member_id as id from changlai.family_member where holder_id = $1',
      [holder],
    )
    let booking: Promise<Reply> | undefined
    const attendeeIds = [member!.id]
    const meanwhile = () => (booking = door.send(relative, 'seats.book', { poolId, attendeeIds }))
    const erased = await eraseAway(jobsOn(interrupted(store, database, { ...moment, meanwhile })))
    const { ok } = await booking!
    const { taken, booked } = await seatsOf(database.store, poolId)
    return { erased, ok, seats: [taken, booked], isThere: (await accountOf(name)) !== null }
  } finally {
    await door.end()
  }
}

test('Whoever gets a seat before the clock holds them is kept, with the seat', async () => {
  const kept = await bookedWhileErased(database.store, { before: 'erasure.hold' })
  expect(kept).toEqual({ erased: 0, ok: true, seats: [1, 1], isThere: true })
})

test('Whoever is held gets no seat any more, and none is lost', async () => {
  const gone = await bookedWhileErased(database.store, { after: 'away.standing' })
  expect(gone).toEqual({ erased: 1, ok: false, seats: [0, 0], isThere: false })
})

/** The clock marks somebody who comes once it has looked at how it stands with them. */
async function comesWhileMarked(store: Store) {
  const { name } = await somebodyAway(false)
  const door = await serve(database.store)
  const meanwhile = () => door.send(name, 'me.get', {})
  try {
    const marking = interrupted(store, database, { after: 'away.standing', meanwhile })
    return { marked: await markAway(jobsOn(marking)), leaving: (await accountOf(name))!.leaving }
  } finally {
    await door.end()
  }
}

test('Whoever comes while the clock looks at them is not marked', async () => {
  expect(await comesWhileMarked(database.store)).toEqual({ marked: 0, leaving: false })
})

test('Without asking for what was looked at they are marked though they came: the control', async () => {
  const weaker = without(
    database.store,
    'away.write-looks',
    '\n  where identity.here_in = look.before',
  )
  expect(await comesWhileMarked(weaker)).toEqual({ marked: 1, leaving: true })
})
