import { createStationList } from '@/gateway/stations/station-list'
import { phone } from '../surroundings'
import { Server, byId } from './server'

const MINUTE = 60_000

function setUp(server = new Server(), storage = phone()) {
  const time = { now: 1_000_000 }
  const start = () => createStationList({ call: server.call, storage, now: () => time.now })
  return { server, storage, time, start, list: start() }
}

/** A centre `a` with this many stations. */
function serverOf(count: number, pageSize = 1_000): Server {
  const server = new Server(pageSize)
  for (let i = 0; i < count; i++) server.put('a', `s${i}`, `${(i * 7_919) % 99_991} 号驿站`)
  return server
}

const names = (list: ReturnType<typeof createStationList>) =>
  list
    .opened()
    .getState()
    .stations?.map(({ name }) => name)

it('has nothing before the first list came', () => {
  expect(setUp().list.opened().getState()).toMatchObject({
    ...{ stations: null, finder: null, marks: {}, savedAt: 0 },
    ...{ copied: false, busy: false, failure: null },
  })
})

it('paints from the copy in the next run, says that it is one, and of when', async () => {
  const { list, start, server, time } = setUp(serverOf(3))
  server.holidays = { '2026-10-01': 'rest' }
  await list.refresh()
  time.now += 5 * MINUTE
  const known = start().opened().getState()
  expect(known).toMatchObject({
    ...{ copied: true, savedAt: 1_000_000, marks: { '2026-10-01': 'rest' }, failure: null },
  })
  expect(byId(known.stations!)).toEqual(server.list())
  const origin = { lat: 34.75, lng: 113.61 }
  expect(known.finder!.find({ origin, now: time.now, marks: {}, limit: 9 })).toHaveLength(3)
})

it('asks only for what changed since', async () => {
  const { list, server } = setUp(serverOf(40))
  await list.refresh()
  server.put('a', 's1', '新名字')
  server.remove('a', 's2')
  await list.refresh()
  expect(byId(list.opened().getState().stations!)).toEqual(server.list())
  expect(server.asked.map(({ have }) => have)).toEqual([{}, { a: 40 }])
})

it('forgets what never was when the server was set back to an earlier day', async () => {
  const { list, start, storage } = setUp(serverOf(5))
  await list.refresh()
  const restored = serverOf(2)
  restored.put('a', 's1', '后来改的名字')
  const later = setUp(restored, storage).list
  await later.refresh()
  expect(byId(later.opened().getState().stations!)).toEqual(restored.list())
  expect(restored.asked.map(({ have }) => have)).toEqual([{ a: 5 }, {}])
  expect(byId(start().opened().getState().stations!)).toEqual(restored.list())
})

it('keeps stations and finder as they are while nothing changes, in memory and on the phone', async () => {
  const { list, storage, time } = setUp(serverOf(3))
  await list.refresh()
  const [before, kept] = [list.opened().getState(), storage.texts.get('stations')!]
  time.now += MINUTE
  await list.refresh()
  const after = list.opened().getState()
  expect(after.stations).toBe(before.stations)
  expect(after.finder).toBe(before.finder)
  expect(after.savedAt).toBe(before.savedAt + MINUTE)
  expect(storage.texts.get('stations')).toHaveLength(kept.length)
})

it('keeps the copy on screen when the server does not answer, and says why', async () => {
  const { list, start, server } = setUp(serverOf(3))
  await list.refresh()
  server.fault = () => 'lost'
  const later = start()
  await later.refresh()
  expect(later.opened().getState()).toMatchObject({
    ...{ copied: true, busy: false, savedAt: 1_000_000, failure: { code: 'UNREACHABLE' } },
  })
  expect(names(later)).toHaveLength(3)
  server.fault = () => null
  await later.refresh()
  expect(later.opened().getState()).toMatchObject({ copied: false, failure: null })
})

it('takes all pages or none', async () => {
  const { list, start, server } = setUp(serverOf(5, 2))
  server.fault = () => (server.asked.length === 2 ? 'lost' : null)
  await list.refresh()
  expect(list.opened().getState().stations).toBeNull()
  expect(start().opened().getState().stations).toBeNull()
  server.fault = () => null
  await list.refresh()
  expect(byId(list.opened().getState().stations!)).toEqual(server.list())
})

it('gives up on a server whose pages do not end', async () => {
  const { list } = setUp(serverOf(100, 1))
  await list.refresh()
  expect(list.opened().getState()).toMatchObject({
    ...{ stations: null, busy: false, failure: { code: 'UNREACHABLE' } },
  })
})

it('asks when it is shown only after a while, and once for two who look at once', async () => {
  const { list, server, time } = setUp(serverOf(1))
  await Promise.all([list.refreshIfOlder(MINUTE), list.refreshIfOlder(MINUTE)])
  time.now += MINUTE - 1
  await list.refreshIfOlder(MINUTE)
  expect(server.asked).toHaveLength(1)
  time.now += 1
  await list.refreshIfOlder(MINUTE)
  expect(server.asked).toHaveLength(2)
})

it('asks at once in the next run, however young the copy is', async () => {
  const { list, start, server } = setUp(serverOf(1))
  await list.refresh()
  await start().refreshIfOlder(MINUTE)
  expect(server.asked).toHaveLength(2)
})

it('asks after what is under way, so that the answer is younger than the wish for it', async () => {
  const { list, server } = setUp(serverOf(1))
  const first = list.refresh()
  await list.refresh()
  await first
  expect(server.asked).toHaveLength(2)
})

describe('a copy that cannot be read', () => {
  it.each([
    ['no JSON', () => '{'],
    ['null', () => 'null'],
    ['another form', (text: string) => text.replace('"form":1', '"form":2')],
    ['a part missing', (text: string) => text.replace('"holidays"', '"days"')],
    ['no list', (text: string) => text.replace(/"base":\[.*?\]/, '"base":7')],
    ['cut short within', (text: string) => text.replace(/("packed":"[^"]{40})[^"]*/, '$1')],
  ])('is none: %s', async (_what, spoil) => {
    const { list, start, server, storage } = setUp(serverOf(30))
    await list.refresh()
    storage.set('stations', spoil(storage.get('stations')!))
    const later = start()
    expect(later.opened().getState().stations).toBeNull()
    await later.refresh()
    expect(server.asked[1]!.have).toEqual({})
    expect(byId(later.opened().getState().stations!)).toEqual(server.list())
    expect(byId(start().opened().getState().stations!)).toEqual(server.list())
  })
})

it('asks for the whole list again after a difference that it could not read', async () => {
  const { list, server } = setUp(serverOf(30))
  await list.refresh()
  server.put('a', 's1', '新名字')
  server.fault = () => 'garbled'
  await list.refresh()
  expect(list.opened().getState()).toMatchObject({ failure: { code: 'UNREACHABLE' } })
  expect(names(list)).toHaveLength(30)
  server.fault = () => null
  await list.refresh()
  expect(server.asked.map(({ have }) => have)).toEqual([{}, { a: 30 }, {}])
  expect(list.opened().getState()).toMatchObject({ failure: null })
  expect(byId(list.opened().getState().stations!)).toEqual(server.list())
})

describe('the whole list', () => {
  it('is asked for again when more than twenty changes lie over it', async () => {
    const { list, server } = setUp(serverOf(4_000, 5_000))
    await list.refresh()
    for (let change = 1; change <= 22; change++) {
      server.put('a', 's1', `第 ${change} 个名字`)
      await list.refresh()
    }
    const whole = server.asked.map(({ have }) => Object.keys(have).length === 0)
    expect(whole.lastIndexOf(true)).toBe(22)
    expect(whole.filter(Boolean)).toHaveLength(2)
  })

  it('is asked for again when what changed is more than a quarter of it', async () => {
    const { list, server, storage } = setUp(serverOf(200))
    await list.refresh()
    const base = storage.get('stations')!.length
    for (let i = 0; i < 100; i++) server.put('a', `s${i}`, `改过的 ${i} 号驿站`)
    await list.refresh()
    expect(storage.get('stations')!.length).toBeGreaterThan(base * 1.25)
    await list.refresh()
    expect(server.asked.map(({ have }) => have)).toEqual([{}, { a: 200 }, {}])
    expect(storage.get('stations')!.length).toBeLessThan(base * 1.25)
  })

  it('is not kept over a megabyte; the one before stays until then', async () => {
    const { list, start, server } = setUp(serverOf(2))
    await list.refresh()
    const before = server.list()
    // Nothing that deflates: names of characters by chance.
    const noise = Array.from({ length: 900_000 }, (_, i) =>
      String.fromCharCode(0x4e00 + (((i * i * 2_654_435_761 + i * 40_503) >>> 7) % 20_000)),
    ).join('')
    server.put('a', 'big', noise)
    await list.refresh()
    expect(list.opened().getState().stations).toHaveLength(3)
    const later = start()
    expect(byId(later.opened().getState().stations!)).toEqual(before)
    await later.refresh()
    expect(server.asked[2]!.have).toEqual({ a: 2 })
  })

  it('goes on from memory on a phone that is full', async () => {
    const { list, start, server } = setUp(serverOf(3), phone(100))
    await list.refresh()
    expect(list.opened().getState()).toMatchObject({ copied: false, failure: null })
    expect(names(list)).toHaveLength(3)
    expect(start().opened().getState().stations).toBeNull()
    server.put('a', 's1', '新名字')
    await list.refresh()
    expect(byId(list.opened().getState().stations!)).toEqual(server.list())
  })
})
