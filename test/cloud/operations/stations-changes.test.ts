import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Output } from '../../../src/contract'
import { mergeChanges } from '../../../src/domain/stations/merge-changes'
import { unpackStations } from '../../../src/domain/stations/packed-list'
import type { StationBrief } from '../../../src/domain/stations/station'
import { MINUTE, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation, changeStation } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { realisticStations } from '../../support/stations'

type Changes = Output<'stations.changes'>

let database: TestDatabase
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)
const visitor = () => as(null)

beforeEach(async () => {
  clock.set(NOW)
  database = await testDatabase()
})
afterEach(() => database.drop())

const unpack = ({ packed }: Changes) =>
  unpackStations(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'))

/** What a phone has: the list and the versions that it stands for. */
interface Phone {
  stations: readonly StationBrief[]
  versions: Record<string, number>
}
const NEW_PHONE: Phone = { stations: [], versions: {} }

/** Asks for every page, as a phone does; `between` happens after each page but the last. */
async function refreshed(phone: Phone, between?: () => Promise<unknown>) {
  const pages: Changes[] = []
  let after: string | undefined
  do {
    const page = valueOf(
      await visitor()('stations.changes', { have: phone.versions, ...(after ? { after } : {}) }),
    )
    pages.push(page)
    after = page.after ?? undefined
    if (after) await between?.()
  } while (after)
  return {
    pages,
    phone: {
      stations: pages
        .map((page) => ({ stations: unpack(page), removed: page.removed }))
        .reduce(mergeChanges, phone.stations),
      versions: Object.assign({}, phone.versions, ...pages.map((page) => page.versions)) as Record<
        string,
        number
      >,
    },
  }
}

const byId = (stations: readonly StationBrief[]) =>
  [...stations].sort((a, b) => (a.stationId < b.stationId ? -1 : 1))

async function wholeList() {
  return byId((await refreshed(NEW_PHONE)).phone.stations)
}

test('A phone that has nothing gets everything, as the table has it', async () => {
  const [here, there] = [await aCentre(database.store), await aCentre(database.store)]
  const first = await aStation(database.store, here, {
    confirmed_at: new Date(NOW - 5 * MINUTE),
    confirmed_by: 3,
    doubt_until: new Date(NOW + 90 * MINUTE),
    doubted_by: 2,
    facilities: { water: 'broken', wifi: 'doubted' },
  })
  const second = await aStation(database.store, there, { hours: null, entrance: null })
  const gone = await aStation(database.store, there, { removed_at: new Date(NOW) })
  const { pages, phone } = await refreshed(NEW_PHONE)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatchObject({ now: toInstantText(NOW), removed: [], after: null })
  expect(phone.versions).toEqual({ [here]: 1, [there]: 2 })
  expect(byId(phone.stations).map(({ stationId }) => stationId)).toEqual([first, second].sort())
  expect(phone.stations.find(({ stationId }) => stationId === first)).toMatchObject({
    name: expect.stringContaining('示例驿站'),
    entrance: '东门进',
    facilities: { water: 'broken', wifi: 'doubted' },
    confirmedAt: NOW - 5 * MINUTE,
    confirmedBy: 3,
    doubtUntil: NOW + 90 * MINUTE,
    doubtedBy: 2,
  })
  expect(phone.stations.find(({ stationId }) => stationId === second)).toMatchObject({
    hours: null,
    entrance: null,
  })
  expect(phone.stations.some(({ stationId }) => stationId === gone)).toBe(false)
})

test('A phone that is up to date gets nothing, and then only what changed', async () => {
  const [here, there] = [await aCentre(database.store), await aCentre(database.store)]
  const [one, other] = [await aStation(database.store, here), await aStation(database.store, here)]
  await aStation(database.store, there)
  let { phone } = await refreshed(NEW_PHONE)
  const nothing = await refreshed(phone)
  expect(nothing.pages.map((page) => [unpack(page), page.removed])).toEqual([[[], []]])
  expect(nothing.phone).toEqual(phone)

  valueOf(await as('rider')('stations.confirm', { stationId: one }))
  await changeStation(database.store, other, { removed_at: new Date(NOW) })
  const difference = await refreshed(phone)
  expect(difference.pages.flatMap(unpack).map(({ stationId }) => stationId)).toEqual([one])
  expect(difference.pages[0]!.removed).toEqual([other])
  expect(difference.pages[0]!.versions).toEqual({ [here]: 4, [there]: 1 })
  phone = difference.phone
  expect(byId(phone.stations)).toEqual(await wholeList())
})

test('A phone that holds a number which a restored database has not reached gets that centre again', async () => {
  const [here, there] = [await aCentre(database.store), await aCentre(database.store)]
  const stationId = await aStation(database.store, here)
  await aStation(database.store, there)
  const have = { [here]: 900, [there]: 1, nowhere: 5 }
  const page = valueOf(await visitor()('stations.changes', { have }))
  expect(unpack(page).map((station) => station.stationId)).toEqual([stationId])
  expect(page.versions).toEqual({ [here]: 1, [there]: 1 })
  expect([...page.ahead!].sort()).toEqual([here, 'nowhere'].sort())
})

test('The marks of the notice come along from yesterday on for sixty days', async () => {
  clock.set(Date.parse('2026-09-21T00:30:00+08:00'))
  const { holidays } = valueOf(await visitor()('stations.changes', {}))
  const days = Object.keys(holidays).sort()
  expect(days[0]! >= '2026-09-20' && days[days.length - 1]! <= '2026-11-20').toBe(true)
  expect(holidays).toMatchObject({ '2026-09-20': 'work', '2026-10-01': 'rest' })
})

test('A cursor of something else is refused', async () => {
  for (const after of ['nonsense', Buffer.from('[1,2,3]').toString('base64url')]) {
    expect(refusalOf(await visitor()('stations.changes', { after }))).toEqual({
      code: 'INVALID_INPUT',
      facts: { path: 'after', reason: 'CURSOR' },
    })
  }
})

/** What may happen to the list, by anybody, between two refreshes of a phone. */
const anEdit = fc.record({
  kind: fc.constantFrom('add', 'rename', 'remove', 'restore', 'confirm', 'lock'),
  centre: fc.nat(2),
  station: fc.nat(7),
})

test('After any history of edits, a phone that refreshed at any times has the full list', async () => {
  const { store } = database
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: anEdit }, fc.constant('refresh' as const)), {
        minLength: 5,
        maxLength: 25,
      }),
      async (history) => {
        const centres = await Promise.all([0, 1, 2].map(() => aCentre(store)))
        const keys: Record<number, string[]> = { 0: [], 1: [], 2: [] }
        let { phone } = await refreshed(NEW_PHONE)
        for (const step of history) {
          if (step === 'refresh') {
            phone = (await refreshed(phone)).phone
            continue
          }
          const known = keys[step.centre]!
          const stationId = known[step.station % Math.max(known.length, 1)]
          if (step.kind === 'add' || stationId === undefined) {
            known.push(await aStation(store, centres[step.centre]!))
          } else if (step.kind === 'rename') {
            await changeStation(store, stationId, { name: `示例 ${newRequestId().slice(-8)}` })
          } else if (step.kind === 'remove') {
            await changeStation(store, stationId, { removed_at: new Date(NOW) })
          } else if (step.kind === 'restore') {
            await changeStation(store, stationId, { removed_at: null })
          } else {
            const kind = step.kind === 'confirm' ? 'fine' : 'closed'
            await as(`somebody-${newRequestId()}`)('stations.report', { stationId, kind })
          }
        }
        phone = (await refreshed(phone)).phone
        expect(byId(phone.stations)).toEqual(await wholeList())
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

describe('with 2,000 stations in the table', () => {
  async function fill(centreId: string) {
    const rows = realisticStations(2_000, NOW).map((station, index) => ({
      ...station,
      stationId: `${centreId}.${station.stationId.split('.')[1]!}`,
      doorCode: index
        .toString(26)
        .padStart(6, '0')
        .replace(/./g, (digit) => 'ABCDEFGHJKMNPQRSTUVWXYZ234'[Number.parseInt(digit, 26)]!),
    }))
    await database.store.pool.query(`insert into changlai.station_list values ($1, 2000)`, [
      centreId,
    ])
    await database.store.pool.query(
      `insert into changlai.station (centre_id, station_id, door_code, name, address, entrance, lat,
         lng, hours, facilities, run_by, confirmed_at, confirmed_by, doubt_until, doubted_by, version)
       select $1, s ->> 'stationId', s ->> 'doorCode', s ->> 'name', s ->> 'address',
         s ->> 'entrance', (s ->> 'lat')::float8, (s ->> 'lng')::float8,
         nullif(s -> 'hours', 'null'), s -> 'facilities', '示例',
         to_timestamp((s ->> 'confirmedAt')::float8 / 1000), (s ->> 'confirmedBy')::int,
         to_timestamp((s ->> 'doubtUntil')::float8 / 1000), (s ->> 'doubtedBy')::int, number
       from jsonb_array_elements($2::jsonb) with ordinality as list(s, number)`,
      [centreId, JSON.stringify(rows)],
    )
    return rows
  }

  test('The whole list comes in two pages of together at most 64 KB', async () => {
    const rows = await fill(await aCentre(database.store))
    const { pages, phone } = await refreshed(NEW_PHONE)
    expect(pages.map((page) => unpack(page).length)).toEqual([1_000, 1_000])
    expect(pages[0]!.versions).toEqual({})
    expect(pages.reduce((sum, { packed }) => sum + packed.length, 0)).toBeLessThanOrEqual(65_536)
    expect(byId(phone.stations).map(({ stationId }) => stationId)).toEqual(
      rows.map(({ stationId }) => stationId).sort(),
    )
  })

  test('What changes between two pages is not lost, wherever it stood', async () => {
    const centreId = await aCentre(database.store)
    const rows = await fill(centreId)
    const [early, late] = [rows[3]!.stationId, rows[1_990]!.stationId]
    const [gone, renamed] = [rows[5]!.stationId, rows[1_500]!.stationId]
    let edited = false
    const { phone } = await refreshed(NEW_PHONE, async () => {
      if (edited) return
      edited = true
      for (const stationId of [early, late, renamed]) {
        await changeStation(database.store, stationId, { name: '改过名的驿站' })
      }
      await changeStation(database.store, gone, { removed_at: new Date(NOW) })
      await aStation(database.store, centreId)
    })
    const named = phone.stations.filter(({ name }) => name === '改过名的驿站')
    expect(named.map(({ stationId }) => stationId).sort()).toEqual([early, late, renamed].sort())
    expect(phone.versions).toEqual({ [centreId]: 2_005 })
    expect(byId(phone.stations)).toEqual(await wholeList())
  })
})
