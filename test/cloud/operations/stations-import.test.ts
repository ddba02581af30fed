import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { createReceive } from '../../../src/cloud/files/receive'
import type { Input } from '../../../src/contract'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { type Cell, csv, workbook } from '../../support/station-list'

const TITLES = '名称 地址 开放时间 设施 经度 纬度'.split(' ')
const ROWS: Cell[][] = [
  ['甲驿站', '桐柏路 1 号', '24小时', '热水、充电', 113.62, 34.74],
  ['乙驿站', '桐柏路 2 号', '每天8:00-20:00', '微波炉、按摩椅', 113.63, 34.74],
]
const WRONG: Cell[] = ['丙驿站', '桐柏路 3 号', '看心情', '', 113.64, 34.74]

let database: TestDatabase
let centreId: string
let taken = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  centreId = await aCentre(database.store)
  await appoint('clerk', centreId)
})

async function appoint(name: string, centre: string): Promise<void> {
  valueOf(await as(name)('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = $2`,
    [centre, name],
  )
}

const dependencies = () => ({ store: database.store, clock: fixedClock(NOW), log: silentLog })
const as = (name: string) => callerOf(createDispatch(dependencies()), name)

async function sent(rows: readonly (readonly Cell[])[], from = 'clerk'): Promise<string> {
  return sentBytes(Buffer.from(workbook([TITLES, ...rows])), from)
}

async function sentBytes(content: Buffer, from = 'clerk'): Promise<string> {
  const receive = createReceive(database.store, fixedClock(NOW))
  const identity = { provider: 'local' as const, subject: from }
  const received = await receive({ identity, name: '名单.xlsx', content })
  if ('refused' in received) throw new Error(received.refused)
  return received.fileId
}

const preview = (input: Omit<Input<'stations.previewImport'>, 'centreId'>) =>
  as('clerk')('stations.previewImport', { centreId, ...input })
const take = (input: Omit<Input<'stations.import'>, 'centreId'>, requestId?: string) =>
  as('clerk')('stations.import', { centreId, ...input }, requestId)
const names = async () => {
  const { stations } = valueOf(await as('clerk')('stations.list', { centreId }))
  return stations.map(({ name }) => name)
}
const none = { added: 0, changed: 0, same: 0, takenOff: 0, missing: 0, wrong: 0 }

test('A list is shown in words first, which changes nothing', async () => {
  const fileId = await sent([...ROWS, WRONG])
  expect(valueOf(await preview({ fileId, datum: 'GCJ-02' }))).toEqual({
    sheet: '驿站',
    datum: 'GCJ-02',
    datumSource: 'given',
    counts: { ...none, added: 2, wrong: 1 },
    added: [
      { row: 2, name: '甲驿站', what: '桐柏路 1 号 · 24 小时 · 充电、饮水' },
      { row: 3, name: '乙驿站', what: '桐柏路 2 号 · 每天 8:00–20:00 · 微波炉' },
    ],
    changed: [],
    takenOff: [],
    missing: [],
    errors: [
      { row: 4, column: '开放时间', problem: expect.stringContaining('字起'), read: '看心情' },
    ],
    unknownWords: [{ word: '按摩椅', rows: [3] }],
    unreadColumns: [],
  })
  expect(await names()).toEqual([])
})

test('A list is taken in without its wrong rows, and changes nothing the second time', async () => {
  const fileId = await sent([...ROWS, WRONG])
  const { counts } = valueOf(await take({ fileId, datum: 'GCJ-02' }))
  expect(counts).toEqual({ ...none, added: 2, wrong: 1 })
  expect((await names()).sort()).toEqual(['乙驿站', '甲驿站'])
  const again = valueOf(await take({ fileId, datum: 'GCJ-02' }))
  expect(again.counts).toEqual({ ...none, same: 2, wrong: 1 })

  const changed = await sent([['甲驿站', '桐柏路 1 号', '8:00-22:00', '充电', 113.62, 34.74]])
  const what = valueOf(await preview({ fileId: changed, datum: 'GCJ-02' }))
  expect(what.changed).toEqual([
    {
      row: 2,
      name: '甲驿站',
      what: '开放时间：24 小时 → 每天 8:00–22:00；设施：充电、饮水 → 充电',
    },
  ])
  expect(what.missing).toEqual([{ name: '乙驿站', what: '桐柏路 2 号' }])
  valueOf(await take({ fileId: changed, datum: 'GCJ-02', removeMissing: true }))
  expect(await names()).toEqual(['甲驿站'])
  valueOf(await take({ fileId: await sent(ROWS), datum: 'GCJ-02', restore: true }))
  expect((await names()).sort()).toEqual(['乙驿站', '甲驿站'])
})

test('The same requestId gives the same answer and writes once', async () => {
  const fileId = await sent(ROWS)
  const requestId = 'import-once-0001'
  const both = await Promise.all([1, 2].map(() => take({ fileId, datum: 'GCJ-02' }, requestId)))
  const [first, second] = both.map(valueOf)
  expect(first).toEqual({ counts: { ...none, added: 2 } })
  expect(second).toEqual(first)
  expect(await names()).toHaveLength(2)
})

test('A datum that nobody named is asked for before anything is written', async () => {
  const fileId = await sent(ROWS)
  expect(valueOf(await preview({ fileId })).datumSource).toBe('guessed')
  const { code, facts } = refusalOf(await take({ fileId }))
  expect({ code, facts }).toEqual({ code: 'DATUM_UNKNOWN', facts: { guess: expect.any(String) } })
  expect(await names()).toEqual([])
})

test('With wrong rows nothing is taken for missing', async () => {
  valueOf(await take({ fileId: await sent(ROWS), datum: 'GCJ-02' }))
  const fileId = await sent([ROWS[0]!, WRONG])
  const refused = refusalOf(await take({ fileId, datum: 'GCJ-02', removeMissing: true }))
  expect(refused).toMatchObject({ code: 'ROWS_WRONG', facts: { wrong: 1 } })
  expect(await names()).toHaveLength(2)
})

test('What is no list is refused in words, and so is somebody else’s file', async () => {
  const pdf = await sentBytes(Buffer.from('%PDF-1.7 a poster'))
  for (const ask of [preview, take]) {
    expect(refusalOf(await ask({ fileId: pdf, datum: 'GCJ-02' }))).toMatchObject({
      code: 'LIST_REFUSED',
      facts: { problem: expect.stringContaining('PDF') },
    })
    const others = await sent(ROWS, `somebody-else-${(taken += 1)}`)
    expect(refusalOf(await ask({ fileId: others, datum: 'GCJ-02' }))).toMatchObject({
      code: 'NOT_FOUND',
      facts: { what: 'file' },
    })
  }
})

test('CSV does as well, and staff of one centre write into no other', async () => {
  const fileId = await sentBytes(Buffer.from(csv([TITLES, ...ROWS])))
  valueOf(await preview({ fileId, datum: 'WGS-84' }))
  const elsewhere = await aCentre(database.store)
  const refused = await as('clerk')('stations.import', {
    ...{ centreId: elsewhere, fileId, datum: 'GCJ-02' as const },
  })
  expect(refusalOf(refused).code).toBe('FORBIDDEN')
})
