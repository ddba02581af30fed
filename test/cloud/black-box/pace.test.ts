import { setTimeout as wait } from 'node:timers/promises'
import { HUMAN } from '../../../src/cloud/pace/pace'
import { containerDoor } from '../../support/container-host'
import { type TestDatabase, testDatabase } from '../../support/database'
import { intent } from './booking-behaviour'
import type { Answer } from './door'
import { POOLS, writeProgramme } from './programme'

let database: TestDatabase
let door: Awaited<ReturnType<typeof containerDoor>>

beforeAll(async () => {
  database = await testDatabase()
  await writeProgramme(database.store.pool)
  door = await containerDoor(database.appUrl)
}, 90_000)

afterAll(async () => {
  await door.end()
  await database.drop()
})

const send = (as: string, operation: string, input: object, requestId = intent()) =>
  door.call({ operation, input, requestId, client: '1.0.0' }, as)
const rename = (as: string) => send(as, 'me.update', { nickname: '示例昵称甲' })
const isSlowed = ({ code }: Answer) => code === 'TOO_MANY_REQUESTS'

test('one person beyond the pace of hands is slowed, another at the same address is not', async () => {
  const requestId = intent()
  const booked = await send('hasty', 'seats.book', { poolId: POOLS.roomy }, requestId)
  expect(booked.ok).toBe(true)
  const answers = await Promise.all(
    Array.from({ length: 3 * HUMAN.own.burst }, () => rename('hasty')),
  )
  const slowed = answers.filter(isSlowed)
  expect(slowed.length).toBeGreaterThan(HUMAN.own.burst)
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(HUMAN.own.burst - 1)
  expect(Object.keys(slowed[0]!).sort()).toEqual(['code', 'facts', 'ok', 'traceId'])

  // What they asked before is told again, as it was, and changes nothing; so is what they look at.
  const now = await rename('hasty')
  expect(now).toMatchObject({ ok: false, code: 'TOO_MANY_REQUESTS' })
  expect(await send('hasty', 'seats.book', { poolId: POOLS.roomy }, requestId)).toEqual(booked)
  const reused = await send('hasty', 'seats.book', { poolId: POOLS.another }, requestId)
  expect(reused.code).toBe('REQUEST_ID_REUSED')
  expect((await send('hasty', 'seats.mine', {})).value!['bookings']).toHaveLength(1)

  expect((await rename('calm')).ok).toBe(true)
  expect((await send('calm', 'seats.book', { poolId: POOLS.roomy })).ok).toBe(true)

  const { retryAfterMs } = now.facts as { retryAfterMs: number }
  expect(retryAfterMs).toBeGreaterThan(0)
  await wait(retryAfterMs)
  expect((await rename('hasty')).ok).toBe(true)

  const metrics = await (await fetch(`${door.url}/metrics`)).text()
  const counted = /^changlai_slowed_calls_total\{kind="own"\} (\d+)$/m.exec(metrics)?.[1]
  expect(Number(counted)).toBeGreaterThan(HUMAN.own.burst)
  expect(door.output()).not.toMatch(/hasty|calm|示例昵称甲/)
})

test('who has booked is not shown the count of before', async () => {
  const activityOf = async (as: string) => {
    const { rows } = await database.store.pool.query<{ activityId: string }>(
      `select activity_id as "activityId" from changlai.pool where pool_id = $1`,
      [POOLS.another],
    )
    const { value } = await send(as, 'activities.get', rows[0]!)
    const pools = value!['pools'] as { poolId: string; taken: number }[]
    return pools.find(({ poolId }) => poolId === POOLS.another)!.taken
  }
  const before = await activityOf('looker')
  for (let more = 1; more <= 3; more += 1) {
    expect((await send(`booker-${more}`, 'seats.book', { poolId: POOLS.another })).ok).toBe(true)
    expect(await activityOf(`booker-${more}`)).toBe(before + more)
  }
  const metrics = await (await fetch(`${door.url}/metrics`)).text()
  expect(metrics).toMatch(/^changlai_shared_answers_total\{part="asked"\} [1-9]/m)
})
