import { createIntents } from '@/gateway/call/intents'
import { createOutbox } from '@/gateway/call/outbox'
import type { Arrival } from '@/gateway/call/wire'
import { bench, phone, refused, timedOut } from './surroundings'

const NOW = 1_000_000
const MARK = { occurrenceId: 'nongye.o1', seenAt: '2026-11-26T19:00:00+08:00' }
const mark = (attendeeKey: string) => ({ ...MARK, attendeeKey, mark: 'present' as const })
const done: Arrival = { kind: 'answer', body: { ok: true, value: { mark: 'present' } } }

/** A phone with an outbox; `offline` can be changed, and the app restarted on the same storage. */
function phoneWith(arrivals: Arrival[], storage = phone()) {
  const air = { offline: false, patience: Infinity, now: NOW }
  const network = bench(arrivals, { offline: () => air.offline })
  let made = 0
  const outbox = createOutbox({
    resume: network.resume,
    intents: createIntents(storage, () => air.now, { key: 'outbox', ms: 100_000 }),
    offline: () => air.offline,
    now: () => air.now,
    wait: () => (air.patience === Infinity ? new Promise(() => undefined) : Promise.resolve()),
    newRequestId: async () => `kept-${storage.texts.size}-${++made}`,
    meantMs: (operation) => (operation === 'attendance.checkIn' ? 1_000 : Infinity),
  })
  const keys = () =>
    outbox.state.getState().kept.map(({ input }) => Reflect.get(input, 'attendeeKey'))
  return { outbox, air, storage, sent: network.sent, keys }
}

/** Lets everything that is under way come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('sends at once and forgets what has its answer', async () => {
  const { outbox, sent, storage, keys } = phoneWith([done])
  await outbox.keep('attendance.mark', mark('a'))
  await settled()
  expect(sent.map(({ input }) => input)).toEqual([mark('a')])
  expect(keys()).toEqual([])
  expect(storage.texts.get('outbox')).toBeUndefined()
  expect(outbox.state.getState().sent).toMatchObject([{ value: { mark: 'present' } }])
})

it('keeps what was given without network over a restart, and sends each once in its order', async () => {
  const first = phoneWith([done])
  first.air.offline = true
  for (const key of ['a', 'b', 'c']) await first.outbox.keep('attendance.mark', mark(key))
  await settled()
  expect(first.sent).toEqual([])
  const second = phoneWith([done], first.storage)
  expect(second.keys()).toEqual(['a', 'b', 'c'])
  await Promise.all([second.outbox.flush(), second.outbox.flush()])
  expect(second.sent.map(({ input }) => input)).toEqual(['a', 'b', 'c'].map(mark))
  expect(second.keys()).toEqual([])
})

it('asks again with the same requestId where no answer came, and with no other', async () => {
  const { outbox, sent, keys } = phoneWith([timedOut, timedOut, timedOut, timedOut, done])
  await outbox.keep('attendance.mark', mark('a'))
  await settled()
  expect(keys()).toEqual(['a'])
  await outbox.flush()
  expect(keys()).toEqual([])
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
})

it('is not held up by one that the server cannot take now', async () => {
  const busy = refused('UNAVAILABLE')
  const { outbox, keys } = phoneWith([busy, busy, busy, busy, done])
  await outbox.keep('attendance.mark', mark('a'))
  await outbox.keep('attendance.mark', mark('b'))
  await settled()
  expect(keys()).toEqual(['a'])
})

it('tells of what came back while nobody waited, and keeps it no longer', async () => {
  const { outbox, keys } = phoneWith([refused('OVER', { endsAt: MARK.seenAt })])
  await outbox.keep('attendance.mark', mark('a'))
  await settled()
  expect(keys()).toEqual([])
  expect(outbox.state.getState().returned).toMatchObject([{ failure: { code: 'OVER' } }])
  outbox.dismiss()
  expect(outbox.state.getState().returned).toEqual([])
})

it('gives whoever waits the answer, once', async () => {
  const { outbox } = phoneWith([refused('OVER', {}), done])
  expect(await outbox.send('attendance.mark', mark('a'), 4_000)).toMatchObject({ code: 'OVER' })
  expect(outbox.state.getState().returned).toEqual([])
  expect(await outbox.send('attendance.mark', mark('b'), 4_000)).toMatchObject({ ok: true })
})

it('lets nobody wait without network or beyond their patience, and keeps it all the same', async () => {
  const { outbox, air, keys } = phoneWith([timedOut])
  air.offline = true
  const offline = await outbox.send('attendance.mark', mark('a'), 4_000)
  expect(offline).toMatchObject({ code: 'UNREACHABLE', facts: { offline: true } })
  air.offline = false
  air.patience = 0
  expect(await outbox.send('attendance.mark', mark('b'), 0)).toMatchObject({ code: 'UNREACHABLE' })
  expect(keys()).toEqual(['a', 'b'])
})

it('does not say later that somebody is there now', async () => {
  const { outbox, air, sent, keys } = phoneWith([done])
  air.offline = true
  const posterId = 'nongye.abc234'
  await outbox.send('attendance.checkIn', { posterId }, 1)
  Object.assign(air, { offline: false, now: NOW + 1_000 })
  await outbox.flush()
  expect(sent).toEqual([])
  expect(keys()).toEqual([])
})

it('keeps in mind what a full phone does not write down', async () => {
  const { outbox, air, sent } = phoneWith([done], phone(10))
  air.offline = true
  await outbox.keep('attendance.mark', mark('a'))
  air.offline = false
  await outbox.flush()
  expect(sent).toHaveLength(1)
})

it('has nothing of the person before', async () => {
  const { outbox, air, storage, sent, keys } = phoneWith([done])
  air.offline = true
  await outbox.keep('attendance.mark', mark('a'))
  outbox.forget()
  air.offline = false
  await outbox.flush()
  expect([sent, keys(), storage.texts.size]).toEqual([[], [], 0])
})
