import { createSeatDesk } from '@/features/seats/booking'
import type { Arrival } from '@/gateway/call/wire'
import { bench, booked, refused, timedOut } from '../../gateway/surroundings'

const cancelled: Arrival = {
  kind: 'answer',
  body: { ok: true, value: { bookingId: 'nongye.b1', status: 'cancelled' } },
}

function deskWith(arrivals: Arrival[]) {
  const network = bench(arrivals)
  let changes = 0
  return {
    desk: createSeatDesk({ call: network.call, changed: () => void changes++ }),
    ...network,
    changes: () => changes,
  }
}

it('books once however often the button is tapped', async () => {
  const { desk, sent } = deskWith([booked])
  const taps = await Promise.all([1, 2, 3].map(() => desk.book('nongye.p1')))
  expect(sent).toHaveLength(1)
  expect(taps.map(({ ok }) => ok)).toEqual([true, true, true])
})

it('books once when a tap with and one without the clash come together', async () => {
  const { desk, sent } = deskWith([booked])
  await Promise.all([desk.book('nongye.p1'), desk.book('nongye.p1', true)])
  expect(sent).toHaveLength(1)
})

it('is busy with a pool only while it is being booked', async () => {
  const { desk } = deskWith([booked])
  const booking = desk.book('nongye.p1')
  expect(desk.busy.getState().keys).toEqual(['nongye.p1'])
  await booking
  expect(desk.busy.getState().keys).toEqual([])
})

it('tells how it stands with a booking while it has no answer, and under which name it goes', async () => {
  const { desk, sent } = deskWith([refused('TOO_MANY_REQUESTS', { retryAfterMs: 0 }), booked])
  const seen: unknown[] = []
  desk.busy.subscribe(({ progress }) => seen.push(progress['nongye.p1']?.step))
  await desk.book('nongye.p1', false, undefined, 'made-beforehand')
  expect(seen.filter((step, at) => step !== seen[at - 1])).toEqual([
    'sent',
    'pause',
    'sent',
    undefined,
  ])
  expect(desk.busy.getState()).toEqual({ keys: [], progress: {} })
  expect(sent.map(({ requestId }) => requestId)).toEqual(['made-beforehand', 'made-beforehand'])
})

it('sends the wish to book all the same only when it was said', async () => {
  const { desk, sent } = deskWith([refused('CLASHES'), booked])
  expect(await desk.book('nongye.p1')).toMatchObject({ ok: false, failure: { code: 'CLASHES' } })
  expect((await desk.book('nongye.p1', true)).ok).toBe(true)
  expect(sent.map(({ input }) => input)).toEqual([
    { poolId: 'nongye.p1' },
    { poolId: 'nongye.p1', evenIfClashes: true },
  ])
})

it('names those for whom it books and gives back', async () => {
  const { desk, sent } = deskWith([booked, cancelled])
  await desk.book('nongye.p1', false, ['self', 'm-aaaaaaaaaaaaaaaa'])
  await desk.cancel('nongye.b1', ['self'])
  expect(sent.map(({ input }) => input)).toEqual([
    { poolId: 'nongye.p1', attendeeIds: ['self', 'm-aaaaaaaaaaaaaaaa'] },
    { bookingId: 'nongye.b1', attendeeIds: ['self'] },
  ])
})

it.each([[booked], [refused('SOLD_OUT')], [timedOut]])(
  'has the screens look again after any outcome',
  async (arrival) => {
    const { desk, changes } = deskWith([arrival])
    await desk.book('nongye.p1')
    expect(changes()).toBe(1)
  },
)

it('gives a seat back', async () => {
  const { desk, sent } = deskWith([cancelled])
  expect(await desk.cancel('nongye.b1')).toEqual({ ok: true, value: { bookingId: 'nongye.b1' } })
  expect(sent[0]).toMatchObject({ operation: 'seats.cancel', input: { bookingId: 'nongye.b1' } })
})

it('takes a seat that was given back before for given back', async () => {
  const { desk } = deskWith([refused('ALREADY_CANCELLED')])
  expect((await desk.cancel('nongye.b1')).ok).toBe(true)
})

it('says that it is too late to give a seat back', async () => {
  const { desk } = deskWith([refused('TOO_LATE', { cancelUntil: '2026-11-25T15:00:00+08:00' })])
  expect(await desk.cancel('nongye.b1')).toMatchObject({ failure: { code: 'TOO_LATE' } })
})
