import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Log, LogFacts } from '../../../src/cloud/log'
import type { Store } from '../../../src/cloud/store'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const dispatchOn = (store: Store, log: Log = silentLog) => createDispatch({ store, clock, log })
const as = (subject: string) => callerOf(dispatchOn(database.store), subject)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

async function sent(request: unknown) {
  const identity = { provider: 'local', subject: 'somebody' } as const
  return dispatchOn(database.store)({ request, identity })
}

describe('what is no request', () => {
  const input = { poolId: 'here.pool' }
  const requestId = 'abcdefgh'
  const operation = 'seats.book'
  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'REQUIRED'],
    ['null', null, '', 'TYPE'],
    ['a text', 'seats.book', '', 'TYPE'],
    ['a list', [], 'operation', 'REQUIRED'],
    ['no operation', { input }, 'operation', 'REQUIRED'],
    ['an operation that is a number', { operation: 7 }, 'operation', 'TYPE'],
    ['an empty operation', { operation: '' }, 'operation', 'TOO_SHORT'],
    ['an endless operation', { operation: 'x'.repeat(65) }, 'operation', 'TOO_LONG'],
    ['an unknown field', { operation, input, requestId, openid: 'x' }, 'openid', 'UNKNOWN_FIELD'],
    ['a short requestId', { operation, input, requestId: 'abc' }, 'requestId', 'REQUEST_ID'],
    [
      'a requestId with a space',
      { operation, input, requestId: 'abcd efgh' },
      'requestId',
      'REQUEST_ID',
    ],
    ['a command without requestId', { operation, input }, 'requestId', 'REQUIRED'],
    [
      'a client of another form',
      { operation, input, requestId, client: 'v1' },
      'client',
      'CLIENT_VERSION',
    ],
    ['an input that is a list', { operation, input: [], requestId }, 'input', 'TYPE'],
    ['an input that is a text', { operation, input: 'x', requestId }, 'input', 'TYPE'],
    ['an input that is null', { operation, input: null, requestId }, 'input', 'TYPE'],
    ['a missing field', { operation, input: {}, requestId }, 'poolId', 'REQUIRED'],
    ['a field of another type', { operation, input: { poolId: 7 }, requestId }, 'poolId', 'TYPE'],
    [
      'a key of another form',
      { operation, input: { poolId: 'x' }, requestId },
      'poolId',
      'CENTRE_KEY',
    ],
    [
      'an unknown field of the input',
      { operation, input: { ...input, price: 0 }, requestId },
      'price',
      'UNKNOWN_FIELD',
    ],
    [
      'a field from birth',
      JSON.parse(
        '{"operation":"seats.book","input":{"poolId":"here.pool","__proto__":{"a":1}},"requestId":"abcdefgh"}',
      ),
      '__proto__',
      'UNKNOWN_FIELD',
    ],
    [
      'a constructor',
      { operation, input: { ...input, constructor: 1 }, requestId },
      'constructor',
      'UNKNOWN_FIELD',
    ],
    ['NUL in a text', { operation, input: { poolId: 'here.\0' }, requestId }, 'poolId', 'TEXT'],
    [
      'half a character',
      { operation: 'me.update', input: { nickname: '\ud83d' }, requestId },
      'nickname',
      'TEXT',
    ],
    ['NUL in a name', { operation, input: { 'a\0b': 1 }, requestId }, 'a\ufffdb', 'TEXT'],
    [
      'a number past all numbers',
      JSON.parse('{"operation":"seats.book","input":{"poolId":1e999},"requestId":"abcdefgh"}'),
      'poolId',
      'NUMBER',
    ],
  ])('%s is refused with the field that is wrong', async (_what, request, path, reason) => {
    const { answer, status } = await sent(request)
    expect(status).toBe(200)
    expect(refusalOf(answer as { ok: boolean })).toEqual({
      code: 'INVALID_INPUT',
      facts: { path, reason },
    })
  })

  test('An operation that does not exist is not found, whatever it is called', async () => {
    for (const operation of ['seats.steal', 'toString', '__proto__', 'constructor']) {
      const { answer } = await sent({ operation, requestId })
      expect(refusalOf(answer as { ok: boolean })).toEqual({
        code: 'NOT_FOUND',
        facts: { what: 'operation' },
      })
    }
  })

  test('Nesting without end is refused', async () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown
    const { answer } = await sent({ operation, input: { poolId: deep }, requestId })
    expect(refusalOf(answer as { ok: boolean })).toMatchObject({
      code: 'INVALID_INPUT',
      facts: { reason: 'TOO_DEEP' },
    })
  })
})

describe('a requestId', () => {
  test('gives the same answer again, also to a refusal whose reason has gone', async () => {
    const poolId = await aPool(database.store, centreId, { capacity: 1 })
    const holder = as('holder')
    const [first, second] = [newRequestId(), newRequestId()]
    const booked = await holder('seats.book', { poolId }, first)
    const refused = await as('late')('seats.book', { poolId }, second)
    expect(refusalOf(refused).code).toBe('SOLD_OUT')
    const { bookingId } = valueOf(booked)
    valueOf(await holder('seats.cancel', { bookingId }))
    expect(await holder('seats.book', { poolId }, first)).toEqual(booked)
    expect(await as('late')('seats.book', { poolId }, second)).toEqual(refused)
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 0, booked: 0 })
  })

  test('is the same whatever the order of the input’s fields', async () => {
    const poolId = await aPool(database.store, centreId)
    const requestId = newRequestId()
    const me = as('orderly')
    const one = await me('seats.book', { poolId, evenIfClashes: true }, requestId)
    expect(await me('seats.book', { evenIfClashes: true, poolId }, requestId)).toEqual(one)
  })

  test('belongs to one input of one operation', async () => {
    const [poolId, other] = [
      await aPool(database.store, centreId),
      await aPool(database.store, await aCentre(database.store)),
    ]
    const requestId = newRequestId()
    const me = as('reuser')
    const { bookingId } = valueOf(await me('seats.book', { poolId }, requestId))
    const reused = { code: 'REQUEST_ID_REUSED', facts: {} }
    expect(refusalOf(await me('seats.book', { poolId: other }, requestId))).toEqual(reused)
    expect(refusalOf(await me('seats.book', { poolId, evenIfClashes: true }, requestId))).toEqual(
      reused,
    )
    expect(refusalOf(await me('seats.cancel', { bookingId }, requestId))).toEqual(reused)
    expect(refusalOf(await me('me.update', { nickname: '甲' }, requestId))).toEqual(reused)
    expect(refusalOf(await me('seats.book', { poolId: 'here.none' }, requestId))).toEqual(reused)
    expect(await seatsOf(database.store, other)).toMatchObject({ taken: 0 })
    expect(await seatsOf(database.store, poolId)).toMatchObject({ taken: 1 })
    expect(valueOf(await me('me.get', {})).nickname).toBeNull()
  })

  test('belongs to one person', async () => {
    const poolId = await aPool(database.store, centreId)
    const requestId = newRequestId()
    const one = valueOf(await as('one')('seats.book', { poolId }, requestId))
    const other = valueOf(await as('other')('seats.book', { poolId }, requestId))
    expect(other.bookingId).not.toBe(one.bookingId)
  })

  test('is ignored by queries', async () => {
    const requestId = newRequestId()
    const me = as('asker')
    valueOf(await me('me.get', {}, requestId))
    valueOf(await me('seats.mine', {}, requestId))
    valueOf(await me('me.update', { nickname: '问路人' }, requestId))
  })

  test('is not used up by what was never understood', async () => {
    const poolId = await aPool(database.store, centreId)
    const requestId = newRequestId()
    const me = as('mistyped')
    // @ts-expect-error -- a field of another type, as only a foreign client sends it
    expect(refusalOf(await me('seats.book', { poolId: 7 }, requestId)).code).toBe('INVALID_INPUT')
    valueOf(await me('seats.book', { poolId }, requestId))
  })
})

describe('when something fails', () => {
  function listening() {
    const lines: { level: string; facts: LogFacts; message: string }[] = []
    const at = (level: string) => (facts: LogFacts, message: string) => {
      lines.push({ level, facts, message })
    }
    const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
    return { lines, log }
  }

  test('A bug is logged once with the traceId and answered without a word about it', async () => {
    const { lines, log } = listening()
    const broken = {
      ...database.store,
      pool: new Proxy(database.store.pool, {
        get: (target, property) => {
          if (property === 'query') throw new TypeError('王示例 has a bug')
          return Reflect.get(target, property) as unknown
        },
      }),
    }
    const { answer, status } = await dispatchOn(
      broken,
      log,
    )({
      request: { operation: 'me.get' },
      identity: { provider: 'local', subject: 'unlucky' },
      traceId: 'f'.repeat(32),
    })
    expect(status).toBe(500)
    expect(answer).toEqual({ ok: false, code: 'UNAVAILABLE', facts: {}, traceId: 'f'.repeat(32) })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 'error', facts: { traceId: 'f'.repeat(32) } })
    expect(JSON.stringify(lines)).not.toContain('unlucky')
  })

  test('A database that is away is UNAVAILABLE with 503, and the same request works once it is back', async () => {
    const scratch = await testDatabase()
    const { lines, log } = listening()
    const dispatch = dispatchOn(scratch.store, log)
    const centre = await aCentre(scratch.store)
    const poolId = await aPool(scratch.store, centre)
    const request = { operation: 'seats.book', input: { poolId }, requestId: newRequestId() }
    const identity = { provider: 'local', subject: 'patient' } as const
    await database.store.pool.query('select 1')
    const block = async (allowed: boolean) => {
      const { Client } = await import('pg')
      const owner = new Client(database.ownerUrl)
      await owner.connect()
      await owner.query(`alter database ${scratch.name} with allow_connections ${String(allowed)}`)
      if (!allowed) {
        await owner.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
          [scratch.name],
        )
      }
      await owner.end()
    }
    try {
      await block(false)
      // First the connections that are gone, then those that cannot be had.
      for (let tries = 0; tries < 5; tries += 1) {
        const { answer, status } = await dispatch({ request, identity })
        const { code } = answer as { code: string }
        expect({ status, code }).toEqual({ status: 503, code: 'UNAVAILABLE' })
      }
      expect(lines.every(({ level }) => level === 'warn')).toBe(true)
      await block(true)
      expect((await dispatch({ request, identity })).answer).toMatchObject({ ok: true })
      expect(await seatsOf(scratch.store, poolId)).toMatchObject({ taken: 1, booked: 1 })
    } finally {
      await block(true)
      await scratch.drop()
    }
  })
})
