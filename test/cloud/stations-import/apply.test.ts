import { strToU8 } from 'fflate'
import { type ApplyOptions, applyDrafts, importing } from '@/cloud/stations-import/apply'
import type { Draft } from '@/cloud/stations-import/drafts'
import { makePlan } from '@/cloud/stations-import/plan'
import { type Preview, previewList } from '@/cloud/stations-import/preview'
import { centresForImport, knownStations } from '@/cloud/store/queries/stations-import'
import { aCentre } from '../../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { type Cell, csv } from '../../support/station-list'

const NOW = new Date('2026-11-24T12:00:00+08:00')
const HEADER = '名称 地址 开放时间 设施 经度 纬度 电话 负责单位 入口'.split(' ')
const LIST: Cell[][] = [
  [
    '甲驿站',
    '桐柏路 1 号',
    '24小时',
    '热水、充电',
    113.62,
    34.74,
    '0371-1000001',
    '区总工会',
    '南门',
  ],
  ['乙驿站', '桐柏路 2 号', '每天8:00-20:00', '微波炉', 113.63, 34.74, '', '区总工会', ''],
  ['丙驿站', '桐柏路 3 号', '', '', 113.64, 34.74, '', '', ''],
]
/** The list with cells of a row changed, by their column. */
const listWith = (row: number, changes: Record<string, Cell>) =>
  LIST.map((cells, at) =>
    at === row ? cells.map((cell, column) => changes[HEADER[column]!] ?? cell) : cells,
  )

let database: TestDatabase
let centreId: string
let made = 0
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  made += 1
  centreId = `import${made}`
  await aCentre(database.store, { centre_id: centreId })
})

async function preview(rows: Cell[][]): Promise<Preview> {
  const centres = await centresForImport(database.store.db)
  return previewList(strToU8(csv([HEADER, ...rows])), {
    centre: centres.find((centre) => centre.centreId === centreId)!,
    otherCentres: [],
    known: await knownStations(database.store.pool, centreId),
    datum: 'GCJ-02',
    year: 2026,
  })
}
const write = (drafts: readonly Draft[], options: ApplyOptions) =>
  importing(database.store, (client) => applyDrafts(client, centreId, drafts, options))
async function apply(rows: Cell[][], more: { removeMissing?: boolean; restore?: boolean } = {}) {
  const { drafts } = await preview(rows)
  const options = { removeMissing: false, restore: false, now: NOW, ...more }
  return write(drafts, options)
}
interface Row {
  station_id: string
  name: string
  version: number
  [column: string]: unknown
}
const stations = () =>
  asOwner<Row>(
    database,
    `select *, version::int as version from changlai.station where centre_id = '${centreId}' order by name`,
  )
const version = async () => {
  const rows = await asOwner<{ version: number }>(
    database,
    `select version::int as version from changlai.station_list where centre_id = '${centreId}'`,
  )
  return rows[0]?.version ?? 0
}

describe('importing a list', () => {
  test('adds its stations with keys and door codes of their own', async () => {
    const plan = await apply(LIST)
    expect(plan).toMatchObject({ added: [{}, {}, {}], changed: [], same: [], missing: [] })
    const rows = await stations()
    expect(rows).toMatchObject([
      {
        name: '丙驿站',
        hours: null,
        facilities: {},
        entrance: null,
        phone: null,
        run_by: '',
        version: 1,
      },
      { name: '乙驿站', hours: { weekly: [{ opens: '08:00', closes: '20:00' }] }, version: 1 },
      {
        name: '甲驿站',
        address: '桐柏路 1 号',
        entrance: '南门',
        lat: 34.74,
        lng: 113.62,
        facilities: { charging: 'working', water: 'working' },
        run_by: '区总工会',
        phone: '0371-1000001',
        source_key: '甲驿站|桐柏路1号',
        removed_at: null,
      },
    ])
    expect(new Set(rows.map(({ door_code }) => door_code)).size).toBe(3)
    expect(rows.every(({ station_id }) => station_id.startsWith(`${centreId}.`))).toBe(true)
  })

  test('again changes nothing, not even the version', async () => {
    await apply(LIST)
    const before = await stations()
    const again = await apply(LIST.map((row) => row.map((cell) => cell && ` ${cell} `)))
    expect(again).toMatchObject({ added: [], changed: [], same: [{}, {}, {}], missing: [] })
    expect(await stations()).toEqual(before)
    expect(await version()).toBe(1)
  })

  test('writes what changed of a station, with the next version, and nothing else', async () => {
    await apply(LIST)
    const before = await stations()
    const plan = await apply(
      listWith(1, { 开放时间: '24小时', 设施: '微波炉、热水', 电话: '96000' }),
    )
    expect(plan.changed.map(({ fields }) => fields)).toEqual([['hours', 'facilities', 'phone']])
    const [c, b, a] = await stations()
    expect([c, a]).toEqual([before[0], before[2]])
    expect(b).toMatchObject({
      station_id: before[1]!.station_id,
      door_code: before[1]!.door_code,
      version: 2,
      phone: '96000',
      facilities: { microwave: 'working', water: 'working' },
    })
  })

  test('leaves what its empty cells do not say, and how facilities stand', async () => {
    await apply(LIST)
    await asOwner(
      database,
      `update changlai.station set facilities = '{"charging":"broken","water":"working"}'
       where centre_id = '${centreId}' and name = '甲驿站'`,
    )
    const empty = { 开放时间: '', 电话: '', 负责单位: '', 入口: '' }
    expect((await apply(listWith(0, empty))).changed).toEqual([])
    await apply(listWith(0, { ...empty, 设施: '充电、空调' }))
    expect((await stations())[2]).toMatchObject({
      facilities: { charging: 'broken', 'air-conditioning': 'working' },
      phone: '0371-1000001',
      entrance: '南门',
    })
  })

  test('knows a station of the same name near by though its address is written otherwise', async () => {
    await apply(LIST)
    const near = await apply(listWith(0, { 地址: '桐柏路1号院', 经度: 113.6205 }))
    expect(near.changed.map(({ fields }) => fields)).toEqual([['address', 'point']])
    const far = await apply(listWith(0, { 地址: '桐柏路1号楼', 经度: 113.6215 }))
    expect(far).toMatchObject({ added: [{ content: { name: '甲驿站' } }], missing: [{}] })
    expect(await stations()).toHaveLength(4)
  })

  test('lets two stations change places', async () => {
    await apply(LIST)
    const ids = (await stations()).map(({ station_id }) => station_id)
    const turned = [
      ['甲驿站', '桐柏路 2 号', ...LIST[1]!.slice(2)],
      ['乙驿站', '桐柏路 1 号', ...LIST[0]!.slice(2)],
      LIST[2]!,
    ]
    await apply(turned)
    expect(await apply(turned)).toMatchObject({ added: [], changed: [] })
    expect((await stations()).map(({ station_id }) => station_id)).toEqual(
      expect.arrayContaining(ids),
    )
  })

  test('takes stations off only when it is told to, and answers who waits about them', async () => {
    await apply(LIST)
    const [, b] = await stations()
    await asOwner(
      database,
      `insert into changlai.station_task (centre_id, task_id, station_id, kind, opened_at)
       values ('${centreId}', '${centreId}.task', '${b!.station_id}', 'closed', now())`,
    )
    const shorter = [LIST[0]!, LIST[2]!]
    expect(await apply(shorter)).toMatchObject({ missing: [{ name: '乙驿站' }] })
    expect((await stations())[1]).toMatchObject({ removed_at: null, version: 1 })
    await apply(shorter, { removeMissing: true })
    expect((await stations())[1]).toMatchObject({ removed_at: NOW, version: 2 })
    const tasks = await asOwner(
      database,
      `select settlement from changlai.station_task where centre_id = '${centreId}'`,
    )
    expect(tasks).toEqual([{ settlement: 'gone' }])
    expect(await apply(shorter)).toMatchObject({ same: [{}, {}], missing: [] })
  })

  test('puts back what was taken off only when it is told to', async () => {
    await apply(LIST)
    await apply([LIST[0]!, LIST[2]!], { removeMissing: true })
    expect(await apply(LIST)).toMatchObject({ added: [], takenOff: [{}] })
    expect(await version()).toBe(2)
    await apply(LIST, { restore: true })
    const rows = await stations()
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatchObject({ name: '乙驿站', removed_at: null, version: 3 })
  })

  test('by several at once adds each station once', async () => {
    const { drafts } = await preview(LIST)
    const options = { removeMissing: false, restore: false, now: NOW }
    await Promise.all(Array.from({ length: 6 }, () => write(drafts, options)))
    expect((await stations()).map(({ name }) => name)).toEqual(['丙驿站', '乙驿站', '甲驿站'])
  })

  test('of 5,000 rows fits into one transaction', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => [
      `驿站 ${at}`,
      `桐柏路 ${at} 号`,
      '24小时',
      '热水',
      113.4 + at / 20_000,
      34.74,
    ])
    expect((await apply(many)).added).toHaveLength(5000)
    expect((await apply(many)).same).toHaveLength(5000)
    expect(await version()).toBe(1)
  })

  test('leaves out what is too far from the centre, and says so', async () => {
    const { drafts, errors } = await preview(listWith(0, { 经度: 116.4, 纬度: 39.9 }))
    expect(drafts.map(({ name }) => name)).toEqual(['乙驿站', '丙驿站'])
    expect(errors).toEqual([
      {
        row: 2,
        column: '经度',
        problem: expect.stringContaining('超过 60 公里'),
        read: '116.4，39.9',
      },
    ])
  })
})

describe('the plan', () => {
  test('gives each station to one row at most', () => {
    const draft = {
      row: 2,
      sourceKey: '甲|一',
      name: '甲',
      address: '一',
      point: { lat: 34.74, lng: 113.62 },
      entrance: null,
      hours: null,
      facilities: null,
      runBy: null,
      phone: null,
    }
    const known = {
      stationId: 'c.a',
      ...{ name: '甲', address: '三', lat: 34.74, lng: 113.62, sourceKey: null },
      ...{ entrance: null, hours: null, facilities: {}, runBy: '', phone: null, removed: false },
    }
    const other = { ...draft, row: 3, sourceKey: '甲|二', address: '二' }
    const plan = makePlan([draft, other], [known])
    expect(plan.changed.map((one) => one.draft.row)).toEqual([2])
    expect(plan.added.map((one) => one.draft.row)).toEqual([3])
  })
})
