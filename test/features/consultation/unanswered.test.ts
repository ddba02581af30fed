import { settlePrivate } from '@/features/consultation/unanswered'
import { createIntents } from '@/gateway/call/intents'
import type { Arrival, CommandName } from '@/gateway/call/wire'
import { bench, phone, refused, timedOut } from '../../gateway/surroundings'
import { brief, NOW } from './builders'

const MINUTE = 60_000
const CREATED = new Date('2026-11-23T20:00:00+08:00').getTime()
const asked: Arrival = {
  kind: 'answer',
  body: {
    ok: true,
    value: { consultationId: 'nongye.c1', state: 'received', startsAt: null, dueAt: null },
  },
}
const request = { operation: 'consultation.request' as const, input: { service: 'legal' } }
const reply = {
  operation: 'consultation.amend' as const,
  input: { consultationId: 'nongye.c1', reply: '好' },
}

function phoneWith(
  past: { operation: CommandName; input: object },
  createdAt: number,
  arrivals: Arrival[],
  mine: ReturnType<typeof brief>[] | null,
) {
  const network = bench(arrivals, { now: () => NOW })
  const intents = createIntents(phone(), () => NOW)
  intents.add({ requestId: 'request-of-before', ...past, createdAt })
  const { resume } = network
  const settle = () => settlePrivate({ intents, resume, askMine: async () => mine, now: () => NOW })
  return { ...network, intents, settle }
}

it('asks again about a young one, with its own requestId', async () => {
  const { settle, sent, intents } = phoneWith(request, NOW - 2 * MINUTE, [asked], [])
  expect(await settle()).toMatchObject([
    { done: true, consultationId: 'nongye.c1', service: 'legal' },
  ])
  expect(sent).toMatchObject([{ requestId: 'request-of-before' }])
  expect(intents.all()).toEqual([])
})

it('says that a young one was refused', async () => {
  const late = refused('SLOT_TAKEN', { poolId: 'nongye.p1' })
  const { settle } = phoneWith(request, NOW - 2 * MINUTE, [late], [])
  expect(await settle()).toMatchObject([{ done: false, service: 'legal' }])
})

it('keeps a young one that still gets no answer', async () => {
  const { settle, intents } = phoneWith(request, NOW - 2 * MINUTE, [timedOut], [])
  expect(await settle()).toEqual([])
  expect(intents.all()).toHaveLength(1)
})

it('never carries an old one out, and reads the truth instead', async () => {
  const there = phoneWith(request, CREATED - MINUTE, [asked], [brief()])
  expect(await there.settle()).toMatchObject([{ done: true, consultationId: 'nongye.c1' }])
  expect(there.sent).toEqual([])
  const others = [
    brief({ service: 'mediation' }),
    brief({ createdAt: '2026-11-20T20:00:00+08:00' }),
  ]
  const gone = phoneWith(request, CREATED - MINUTE, [asked], others)
  expect(await gone.settle()).toMatchObject([{ done: false, consultationId: null }])
  expect(gone.sent).toEqual([])
  expect(gone.intents.all()).toEqual([])
})

it('waits when the truth cannot be read', async () => {
  const { settle, intents } = phoneWith(request, CREATED, [asked], null)
  expect(await settle()).toEqual([])
  expect(intents.all()).toHaveLength(1)
})

it('leaves an old change to what the page shows', async () => {
  const { settle, sent, intents } = phoneWith(reply, CREATED, [asked], [])
  expect(await settle()).toMatchObject([{ done: null, service: null }])
  expect(sent).toEqual([])
  expect(intents.all()).toEqual([])
})
