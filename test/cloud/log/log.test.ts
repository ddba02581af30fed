import { Writable } from 'node:stream'
import { createLog, describeError } from '@/cloud/log'

function lines() {
  const written: string[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString())
      done()
    },
  })
  return { written, log: createLog({ name: 'test', level: 'info', destination }) }
}

/** A failure as the pg driver throws it, with the texts in which PostgreSQL quotes the row. */
function databaseError(): Error {
  return Object.assign(new Error('invalid input syntax for type uuid: "王示例"'), {
    name: 'error',
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (subject)=(oSecretOpenId) already exists.',
    where: 'unnamed portal parameter $1 = 王示例',
    constraint: 'person_identity_pkey',
    table: 'person_identity',
  })
}

describe('the log', () => {
  test('a line is JSON with the time, the level, the host, the message and the facts', () => {
    const { written, log } = lines()
    log.info({ traceId: 'abc', operation: 'seats.book', ms: 3 }, 'call answered')
    const line = JSON.parse(written[0]!) as Record<string, unknown>
    expect(line).toMatchObject({
      level: 'info',
      name: 'test',
      msg: 'call answered',
      traceId: 'abc',
      operation: 'seats.book',
      ms: 3,
    })
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('fields that name a person or repeat what they sent are left out, also one level down', () => {
    const { written, log } = lines()
    log.warn(
      {
        traceId: 'kept',
        subject: 'oSecretOpenId',
        nickname: '王示例',
        input: { poolId: 'secret' },
        request: { identity: { subject: 'oSecretOpenId' } },
        facts: { openid: 'oSecretOpenId', personId: 'secret-person', count: 2 },
      },
      'something odd',
    )
    expect(written[0]).toContain('kept')
    expect(written[0]).toContain('"count":2')
    expect(written[0]).not.toMatch(/oSecretOpenId|王示例|secret/)
  })

  test('a failure of the database tells its code and constraint but not the row it quotes', () => {
    const { written, log } = lines()
    log.error({ err: databaseError() }, 'a query failed')
    expect(written[0]).toContain('23505')
    expect(written[0]).toContain('person_identity_pkey')
    expect(written[0]).toContain('log.test.ts')
    expect(written[0]).not.toMatch(/oSecretOpenId|王示例/)
  })

  test('a failure of the JSON parser does not quote the text', () => {
    try {
      JSON.parse('王示例')
    } catch (error) {
      expect(JSON.stringify(describeError(error))).not.toContain('王示例')
    }
    expect.assertions(1)
  })

  test('an ordinary error keeps its message and its cause', () => {
    const error = new Error('the pool is closed', { cause: new TypeError('x is undefined') })
    expect(describeError(error)).toMatchObject({
      type: 'Error',
      message: 'the pool is closed',
      cause: { type: 'TypeError', message: 'x is undefined' },
    })
  })

  test('a level below the chosen one writes nothing', () => {
    const { written, log } = lines()
    log.debug({}, 'details')
    expect(written).toEqual([])
  })
})
