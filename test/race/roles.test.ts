import { newRequestId } from '../support/builders/caller'
import { aCentre } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { type Send, serve, tally } from './served'
import { without } from './weakened'

const TIMES = 30

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
})
afterAll(() => database.drop())

/** A centre with two directors; gives their names and the GrantIds of their roles. */
async function twoDirectors(
  send: Send,
): Promise<{ centreId: string; names: string[]; grants: string[] }> {
  const centreId = await aCentre(database.store)
  const names = [`first-${newRequestId()}`, `second-${newRequestId()}`].map((name) =>
    name.slice(0, 32),
  )
  const grants: string[] = []
  for (const name of names) {
    await send(name, 'me.get', {})
    const { rows } = await database.store.pool.query<{ grant: string }>(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, 'director' from changlai.person_identity where subject = $2
       returning centre_id || '.' || left(encode(sha256(convert_to(
         centre_id || '/' || person_id, 'UTF8')), 'hex'), 20) || '-director' as grant`,
      [centreId, name],
    )
    grants.push(rows[0]!.grant)
  }
  return { centreId, names, grants }
}

/** How many directors are left of two who take the role from each other at once, centre by centre. */
async function leftAfterRace(send: Send): Promise<number[]> {
  const left: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const { centreId, names, grants } = await twoDirectors(send)
    const [first, second] = names as [string, string]
    await Promise.all([
      send(first, 'roles.remove', { grantId: grants[1]! }),
      send(second, 'roles.remove', { grantId: grants[0]! }),
    ])
    const { rowCount } = await database.store.pool.query(
      'select from changlai.role_grant where centre_id = $1',
      [centreId],
    )
    left.push(rowCount ?? 0)
  }
  return left
}

test('Two directors who remove each other at once leave exactly one', async () => {
  const door = await serve(database.store)
  try {
    expect(await leftAfterRace(door.send)).toEqual(Array.from({ length: TIMES }, () => 1))
  } finally {
    await door.end()
  }
})

test('Without the lock they leave none now and then: the control', async () => {
  const door = await serve(without(database.store, 'grants.lock-holders', 'for update'))
  try {
    expect(Math.min(...(await leftAfterRace(door.send)))).toBe(0)
  } finally {
    await door.end()
  }
})

test('Of many who take up one invitation at once, one has the role', async () => {
  const door = await serve(database.store)
  try {
    const { centreId, names } = await twoDirectors(door.send)
    const wish = { centreId, role: 'volunteer', note: '示例' }
    const made = await door.send(names[0]!, 'roles.invite', wish)
    const { code } = made.value as unknown as { code: string }
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => door.send(`takes-${at}`, 'roles.accept', { code })),
    )
    expect(tally(replies)).toEqual({ OK: 1, INVITATION_OVER: 19 })
    const { rowCount } = await database.store.pool.query(
      `select from changlai.role_grant where centre_id = $1 and role = 'volunteer'`,
      [centreId],
    )
    expect(rowCount).toBe(1)
  } finally {
    await door.end()
  }
})
