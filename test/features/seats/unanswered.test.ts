import { settleUnanswered } from '@/features/seats/unanswered'
import type { Arrival, CommandName } from '@/gateway/call/wire'
import { bench, booked, refused, timedOut } from '../../gateway/surroundings'
import { booking } from './bookings'

const MINUTE = 60_000
const NOW = 10_000_000

interface Past {
  operation: CommandName
  input: object
  minutesAgo: number
}

function phoneWith(past: Past, arrivals: Arrival[], mine: ReturnType<typeof booking>[] | null) {
  const network = bench(arrivals, { now: () => NOW })
  network.intents.add({
    requestId: 'request-of-before',
    operation: past.operation,
    input: past.input,
    createdAt: NOW - past.minutesAgo * MINUTE,
  })
  const settle = () =>
    settleUnanswered({
      intents: network.intents,
      resume: network.resume,
      askMine: async () => mine,
      now: () => NOW,
    })
  return { ...network, settle }
}

const book = { operation: 'seats.book' as const, input: { poolId: 'nongye.p1' } }
const cancel = { operation: 'seats.cancel' as const, input: { bookingId: 'nongye.b1' } }
const held = booking({ poolId: 'nongye.p1', bookingId: 'nongye.b1', title: '零基础吉他' })

it('asks again about a young booking, with its own requestId', async () => {
  const { settle, sent, intents } = phoneWith({ ...book, minutesAgo: 2 }, [booked], [held])
  expect(await settle()).toEqual(['上次没等到回音：“零基础吉他”报上了。'])
  expect(sent).toMatchObject([{ operation: 'seats.book', requestId: 'request-of-before' }])
  expect(intents.all()).toEqual([])
})

it('says that a young booking was refused', async () => {
  const { settle } = phoneWith({ ...book, minutesAgo: 2 }, [refused('SOLD_OUT')], [])
  expect(await settle()).toEqual([expect.stringContaining('没有报上')])
})

it('never carries an old tap out, and reads the truth instead', async () => {
  const { settle, sent, intents } = phoneWith({ ...book, minutesAgo: 60 }, [booked], [])
  expect(await settle()).toEqual([expect.stringContaining('没有报上')])
  expect(sent).toEqual([])
  expect(intents.all()).toEqual([])
})

it('tells an old booking that did arrive', async () => {
  const { settle } = phoneWith({ ...book, minutesAgo: 60 }, [], [held])
  expect(await settle()).toEqual(['上次没等到回音：“零基础吉他”报上了。'])
})

it('keeps what cannot be found out for the next time', async () => {
  for (const minutesAgo of [2, 60]) {
    const { settle, intents } = phoneWith({ ...book, minutesAgo }, [timedOut], null)
    expect(await settle()).toEqual([])
    expect(intents.all()).toHaveLength(1)
  }
})

it('tells whether an old cancellation arrived', async () => {
  const gone = phoneWith({ ...cancel, minutesAgo: 60 }, [], [])
  expect(await gone.settle()).toEqual([expect.stringContaining('已经退了')])
  const still = phoneWith({ ...cancel, minutesAgo: 60 }, [], [held])
  expect(await still.settle()).toEqual([expect.stringContaining('没有退成')])
})

describe('of a family', () => {
  const child = 'm-aaaaaaaaaaaaaaaa'
  const attendee = (attendeeId: string, status: 'booked' | 'cancelled' = 'booked') => ({
    ...{ attendeeId, status, name: null, number: null, state: null },
  })
  const forChild = { ...book, input: { ...book.input, attendeeIds: [child] } }
  const childAlone = booking({ ...held, attendees: [attendee(child)] })
  const selfAlone = booking({
    ...held,
    attendees: [attendee('self'), attendee(child, 'cancelled')],
  })

  it('tells an old booking by whom it was for', async () => {
    const there = phoneWith({ ...forChild, minutesAgo: 60 }, [], [childAlone])
    expect(await there.settle()).toEqual([expect.stringContaining('报上了')])
    const other = phoneWith({ ...forChild, minutesAgo: 60 }, [], [selfAlone])
    expect(await other.settle()).toEqual([expect.stringContaining('没有报上')])
    const own = phoneWith({ ...book, minutesAgo: 60 }, [], [childAlone])
    expect(await own.settle()).toEqual([expect.stringContaining('没有报上')])
  })

  it('tells whether an old cancellation of some seats arrived', async () => {
    const one = { ...cancel, input: { ...cancel.input, attendeeIds: [child] }, minutesAgo: 60 }
    expect(await phoneWith(one, [], [selfAlone]).settle()).toEqual([
      expect.stringContaining('已经退了'),
    ])
    expect(await phoneWith(one, [], [childAlone]).settle()).toEqual([
      expect.stringContaining('没有退成'),
    ])
  })
})

it('speaks of no seat that was taken for somebody else', async () => {
  const input = { poolId: 'nongye.p1', code: 'ABC234' }
  const helped = { operation: 'seats.bookFor' as const, input }
  const old = phoneWith({ ...helped, minutesAgo: 60 }, [booked], [])
  expect(await old.settle()).toEqual([])
  expect(old.sent).toEqual([])
  expect(old.intents.all()).toEqual([])
})

it('takes “given back already” for a cancellation that arrived', async () => {
  const { settle } = phoneWith({ ...cancel, minutesAgo: 2 }, [refused('ALREADY_CANCELLED')], [])
  expect(await settle()).toEqual([expect.stringContaining('已经退了')])
})

it('sends a young word about a station again, drops an old one, and speaks of neither', async () => {
  const report = {
    operation: 'stations.report' as const,
    input: { stationId: 'nongye.s1', kind: 'closed' },
  }
  const young = phoneWith({ ...report, minutesAgo: 2 }, [booked], [])
  expect(await young.settle()).toEqual([])
  expect(young.sent).toMatchObject([{ requestId: 'request-of-before' }])
  const old = phoneWith({ ...report, minutesAgo: 60 }, [booked], [])
  expect(await old.settle()).toEqual([])
  expect(old.sent).toEqual([])
  expect(old.intents.all()).toEqual([])
})

describe('where a family is concerned', () => {
  const [small, big] = ['m-aaaaaaaaaaaaaaaa', 'm-bbbbbbbbbbbbbbbb']
  const seat = (attendeeId: string) => ({
    ...{ attendeeId, name: '小满', status: 'booked' as const },
    ...{ number: null, state: null },
  })
  const both = { poolId: 'nongye.p1', attendeeIds: [small, big] }

  it('does not take the seat of one child for the seats of two', async () => {
    const one = { ...held, attendees: [seat(small)] }
    const old = phoneWith({ ...book, input: both, minutesAgo: 60 }, [], [one])
    expect(await old.settle()).toEqual([expect.stringContaining('没有报上')])
    const young = phoneWith(
      { ...book, input: both, minutesAgo: 2 },
      [refused('ALREADY_BOOKED')],
      [one],
    )
    expect(await young.settle()).toEqual([expect.stringContaining('没有报上')])
    const two = { ...held, attendees: [seat(small), seat(big)] }
    const arrived = phoneWith({ ...book, input: both, minutesAgo: 60 }, [], [two])
    expect(await arrived.settle()).toEqual(['上次没等到回音：“零基础吉他”报上了。'])
  })

  it('does not take a child’s seat for one’s own', async () => {
    const childs = { ...held, attendees: [seat(small)] }
    const { settle } = phoneWith({ ...book, minutesAgo: 60 }, [], [childs])
    expect(await settle()).toEqual([expect.stringContaining('没有报上')])
  })

  it('tells whether one of several seats was given back', async () => {
    const input = { bookingId: 'nongye.b1', attendeeIds: [big] }
    const gone = { ...held, attendees: [seat(small)] }
    const back = phoneWith({ ...cancel, input, minutesAgo: 60 }, [], [gone])
    expect(await back.settle()).toEqual([expect.stringContaining('已经退了')])
    const still = { ...held, attendees: [seat(small), seat(big)] }
    const kept = phoneWith({ ...cancel, input, minutesAgo: 60 }, [], [still])
    expect(await kept.settle()).toEqual([expect.stringContaining('没有退成')])
  })

  it('says that a seat for somebody else was taken after all, and sends no old one', async () => {
    const forOther = {
      operation: 'seats.bookFor' as const,
      input: { poolId: 'nongye.p1', code: 'ABC234' },
    }
    const young = phoneWith({ ...forOther, minutesAgo: 2 }, [booked], [])
    expect(await young.settle()).toEqual(['上次没等到回音：替人报的名报上了。'])
    const old = phoneWith({ ...forOther, minutesAgo: 60 }, [booked], [])
    expect(await old.settle()).toEqual([])
    expect(old.sent).toEqual([])
  })
})
