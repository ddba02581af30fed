import { createIntents } from '@/gateway/call/intents'
import type { Progress } from '@/gateway/call/tries'
import { bench, booked, phone, refused, timedOut } from './surroundings'

const seat = { poolId: 'nongye.p1' }

describe('a command that times out', () => {
  it('is tried again with the same requestId until the answer comes', async () => {
    const { call, sent } = bench([timedOut, timedOut, booked])
    const reply = await call('seats.book', seat)
    expect(reply.ok).toBe(true)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map((request) => request.requestId))).toEqual(new Set(['request-1']))
  })

  it('says with every try after the first that it asks again', async () => {
    const { call, sent } = bench([
      timedOut,
      refused('TOO_MANY_REQUESTS', { retryAfterMs: 1 }),
      booked,
    ])
    await call('seats.book', seat)
    expect(sent.map(({ again }) => again)).toEqual([undefined, true, true])
  })

  it('waits longer and longer, each time a random part of it', async () => {
    const { call, waits } = bench([timedOut])
    await call('seats.book', seat)
    expect(waits).toEqual([250, 500, 1000])
  })

  it('gives up after four tries and says that the outcome is not known', async () => {
    const { call, sent, intents } = bench([timedOut])
    const reply = await call('seats.book', seat)
    expect(reply).toMatchObject({ code: 'UNREACHABLE', facts: { offline: false, sent: true } })
    expect(sent).toHaveLength(4)
    expect(intents.all()).toHaveLength(1)
  })

  it('keeps its requestId when the person taps again later', async () => {
    const { call, sent } = bench([timedOut, timedOut, timedOut, timedOut, booked])
    await call('seats.book', seat)
    expect((await call('seats.book', seat)).ok).toBe(true)
    expect(new Set(sent.map((request) => request.requestId)).size).toBe(1)
    expect(sent[4]!.again).toBe(true)
  })
})

it('writes an intent down before the first try and forgets it with the answer', async () => {
  const { call, writtenDown, intents } = bench([booked])
  await call('seats.book', seat)
  expect(writtenDown).toEqual([1])
  expect(intents.all()).toEqual([])
})

it('still sends the request when the phone is too full to write the intent down', async () => {
  const { call } = bench([booked], {}, phone(0))
  expect((await call('seats.book', seat)).ok).toBe(true)
})

it('makes one request of a double tap', async () => {
  const { call, sent } = bench([booked])
  const [first, second] = await Promise.all([call('seats.book', seat), call('seats.book', seat)])
  expect(sent).toHaveLength(1)
  expect(second).toBe(first)
})

it('gives a new intent a new requestId once the one before is answered', async () => {
  const { call, sent } = bench([booked, booked])
  await call('seats.book', seat)
  await call('seats.book', seat)
  expect(sent.map((request) => request.requestId)).toEqual(['request-1', 'request-2'])
})

it('does not try a refusal again', async () => {
  const { call, sent, intents } = bench([refused('SOLD_OUT', { capacity: 30, waiting: 0 })])
  expect(await call('seats.book', seat)).toMatchObject({ code: 'SOLD_OUT' })
  expect(sent).toHaveLength(1)
  expect(intents.all()).toEqual([])
})

it('comes back when the server says that it is unavailable', async () => {
  const { call, sent } = bench([refused('UNAVAILABLE'), booked])
  expect((await call('seats.book', seat)).ok).toBe(true)
  expect(sent).toHaveLength(2)
})

it('does not say that it asks again where the server only had it wait', async () => {
  const { call, sent } = bench([refused('TOO_MANY_REQUESTS', { retryAfterMs: 3000 }), booked])
  await call('seats.book', seat)
  expect(sent.map(({ again }) => again)).toEqual([undefined, undefined])
})

it('waits at least as long as the server asks when there are too many', async () => {
  const { call, waits } = bench([refused('TOO_MANY_REQUESTS', { retryAfterMs: 3000 }), booked])
  expect((await call('seats.book', seat)).ok).toBe(true)
  expect(waits).toEqual([4500])
})

describe('a command whose progress is seen', () => {
  const busy = refused('TOO_MANY_REQUESTS', { retryAfterMs: 2_000, waiting: 20_000 })

  it('tells truly how it stands, try by try, and keeps its requestId', async () => {
    let now = 0
    const told: Progress[] = []
    const { call, sent } = bench([busy, timedOut, booked], {
      now: () => now,
      wait: async (ms) => void (now += ms),
    })
    const reply = await call('seats.book', seat, { onProgress: (progress) => told.push(progress) })
    expect(reply.ok).toBe(true)
    const pause = { step: 'pause', waiting: null }
    expect(told).toEqual([
      { step: 'sent', tries: 1, since: 0 },
      { ...pause, why: 'busy', tries: 1, since: 0, until: 3_000, waiting: 20_000 },
      { step: 'sent', tries: 2, since: 3_000 },
      { ...pause, why: 'lost', tries: 2, since: 3_000, until: 3_500 },
      { step: 'sent', tries: 3, since: 3_500 },
    ])
    expect(new Set(sent.map(({ requestId }) => requestId))).toEqual(new Set(['request-1']))
  })

  it('stays in the queue for two minutes and no longer', async () => {
    let now = 0
    const { call, sent, intents } = bench([busy], {
      now: () => now,
      wait: async (ms) => void (now += ms),
    })
    const reply = await call('seats.book', seat, { onProgress: () => undefined })
    expect(reply).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    expect(sent.length).toBeGreaterThan(10)
    expect(now).toBeGreaterThan(110_000)
    expect(now).toBeLessThan(130_000)
    expect(intents.all()).toHaveLength(1)
  })

  it('does not count being turned back as being lost, and gives up when nobody is there', async () => {
    const { call, sent } = bench([busy, busy, busy, busy, busy, timedOut])
    const reply = await call('seats.book', seat, { onProgress: () => undefined })
    expect(reply).toMatchObject({ code: 'UNREACHABLE' })
    expect(sent).toHaveLength(9)
  })
})

it('goes out under the requestId that was made beforehand', async () => {
  const { call, sent, intents } = bench([timedOut, booked])
  await call('seats.book', seat, { requestId: 'made-beforehand' })
  expect(sent.map(({ requestId }) => requestId)).toEqual(['made-beforehand', 'made-beforehand'])
  expect(intents.all()).toEqual([])
})

it('does not keep a person at the button when the server asks for minutes', async () => {
  const { call, sent, intents } = bench([refused('TOO_MANY_REQUESTS', { retryAfterMs: 60_000 })])
  expect(await call('seats.book', seat)).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect(sent).toHaveLength(1)
  expect(intents.all()).toHaveLength(1)
})

it('does not send anything without network, and leaves no intent behind', async () => {
  const { call, sent, intents } = bench([booked], { offline: () => true })
  expect(await call('seats.book', seat)).toMatchObject({
    code: 'UNREACHABLE',
    facts: { offline: true, sent: false },
  })
  expect(sent).toEqual([])
  expect(intents.all()).toEqual([])
})

it('keeps the intent when the network goes after the first try', async () => {
  let tries = 0
  const { call, intents } = bench([timedOut], { offline: () => tries++ > 0 })
  expect(await call('seats.book', seat)).toMatchObject({ facts: { offline: true, sent: true } })
  expect(intents.all()).toHaveLength(1)
})

it('takes a page that is not the envelope for no answer', async () => {
  for (const body of ['<html>', null, 7, [], { ok: 'yes' }, { ok: true }, { ok: false }]) {
    const { call } = bench([{ kind: 'answer', body }])
    expect(await call('centres.list', {})).toMatchObject({ code: 'UNREACHABLE' })
  }
})

it('asks queries without a requestId and writes nothing down', async () => {
  const { call, sent, writtenDown } = bench([
    timedOut,
    { kind: 'answer', body: { ok: true, value: { centres: [] } } },
  ])
  expect((await call('centres.list', {})).ok).toBe(true)
  expect(sent[1]).toEqual({ operation: 'centres.list', input: {}, client: '1.0.0' })
  expect(writtenDown).toEqual([0, 0])
})

describe('after the app was killed', () => {
  it('asks about the same intent with the same requestId and learns the truth', async () => {
    const storage = phone()
    await bench([timedOut], {}, storage).call('seats.book', seat)
    const next = bench([booked], { newRequestId: async () => 'another' }, storage)
    const [intent] = next.intents.all()
    expect((await next.resume(intent!)).ok).toBe(true)
    expect(next.sent[0]).toMatchObject({
      operation: 'seats.book',
      input: seat,
      requestId: 'request-1',
    })
    expect(next.intents.all()).toEqual([])
  })

  it('keeps the intent while there is still no network', async () => {
    const storage = phone()
    await bench([timedOut], {}, storage).call('seats.book', seat)
    const next = bench([booked], { offline: () => true }, storage)
    const reply = await next.resume(next.intents.all()[0]!)
    expect(reply).toMatchObject({ code: 'UNREACHABLE', facts: { sent: true } })
    expect(next.intents.all()).toHaveLength(1)
  })

  it('no longer knows an intent that the server may have forgotten', async () => {
    const storage = phone()
    await bench([timedOut], { now: () => 0 }, storage).call('seats.book', seat)
    expect(bench([booked], { now: () => 21 * 3_600_000 }, storage).intents.all()).toEqual([])
  })

  it('survives a list of intents that cannot be read', () => {
    for (const text of ['{', '7', 'null', '[null, {}]']) {
      const storage = phone()
      storage.set('intents', text)
      expect(bench([booked], {}, storage).intents.all()).toEqual([])
    }
  })
})

it('does not hand one person’s answer to the next', async () => {
  const { call, forget, sent } = bench([booked])
  const before = call('seats.book', seat)
  forget()
  await Promise.all([before, call('seats.book', seat)])
  expect(sent).toHaveLength(2)
})

describe('a private command', () => {
  const words = { consultationId: 'nongye.c1', reply: '是我弟弟想卖' }

  it('is never written down as it is', async () => {
    const { call, storage, writtenDown } = bench([timedOut])
    await call('consultation.amend', words)
    expect(writtenDown).toEqual([0, 0, 0, 0])
    expect([...storage.texts.values()].join()).not.toContain('弟弟')
  })

  it('keeps its requestId for as long as the app runs', async () => {
    const { call, sent } = bench([timedOut, timedOut, timedOut, timedOut, booked])
    await call('consultation.amend', words)
    await call('consultation.amend', words)
    expect(new Set(sent.map((request) => request.requestId)).size).toBe(1)
  })

  it('is written down by the keeper that it brings, and asked again after a restart', async () => {
    const [storage, kept] = [phone(), phone()]
    const first = bench([timedOut], {}, storage)
    const keeper = createIntents(kept, () => 1_000_000)
    await first.call('consultation.amend', words, { keeper })
    expect(first.intents.all()).toEqual([])
    expect(keeper.all()).toMatchObject([{ requestId: 'request-1', input: words }])

    const next = bench([booked], { newRequestId: async () => 'another' }, storage)
    const again = createIntents(kept, () => 1_000_000)
    expect((await next.resume(again.all()[0]!, again)).ok).toBe(true)
    expect(next.sent[0]).toMatchObject({ requestId: 'request-1', input: words })
    expect(again.all()).toEqual([])
  })

  it('of one person is not the next one’s', async () => {
    const { call, forget, sent } = bench([timedOut, timedOut, timedOut, timedOut, booked])
    await call('consultation.amend', words)
    forget()
    await call('consultation.amend', words)
    expect(new Set(sent.map((request) => request.requestId)).size).toBe(2)
  })
})
