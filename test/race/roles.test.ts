import type { Store } from '../../src/cloud/store'
import { newRequestId } from '../support/builders/caller'
import { aCentre } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { interrupted } from './interleaved'
import { type Send, serve, tally } from './served'
import { without } from './weakened'

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

/**
 * Two directors take the role from each other, the second once the first was found not to be the last;
 * gives how many are left.
 */
async function leftAfterRace(store: Store): Promise<number> {
  const { centreId, names, grants } = await atDoor(database.store, twoDirectors)
  const [first, second] = names as [string, string]
  let other: Promise<unknown>
  const removing = () => (other = door.send(second, 'roles.remove', { grantId: grants[0]! }))
  const found = { after: 'grants.lock-holders', meanwhile: removing }
  const door = await serve(interrupted(store, database, found))
  try {
    await door.send(first, 'roles.remove', { grantId: grants[1]! })
    await other!
  } finally {
    await door.end()
  }
  const { rowCount } = await database.store.pool.query(
    'select from changlai.role_grant where centre_id = $1',
    [centreId],
  )
  return rowCount ?? 0
}

async function atDoor<Result>(store: Store, work: (send: Send) => Promise<Result>) {
  const door = await serve(store)
  try {
    return await work(door.send)
  } finally {
    await door.end()
  }
}

test('Two directors who remove each other at once leave exactly one', async () => {
  for (let time = 0; time < 3; time += 1) expect(await leftAfterRace(database.store)).toBe(1)
})

test('Without the lock they leave none: the control', async () => {
  const weaker = without(database.store, 'grants.lock-holders', 'for update')
  expect(await leftAfterRace(weaker)).toBe(0)
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
