import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aCentre } from '../../support/builders/programme'
import { builtProgram, fromSource } from '../../support/built-programs'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { startNode } from '../../support/host-process'
import { csv, gb18030, workbook } from '../../support/station-list'

const HEADER = ['名称', '地址', '开放时间', '设施', '经度', '纬度']
const GOOD = [
  ['甲驿站', '桐柏路 1 号', '24小时', '热水', 113.62, 34.74],
  ['乙驿站', '桐柏路 2 号', '工作日9:00-17:00', '图书角', 113.63, 34.74],
]
const BAD = ['丙驿站', '桐柏路 3 号', '工作日', '', 34.74, 113.62]

/** Each run starts a process; where the machine is busy that takes seconds. */
jest.setTimeout(120_000)

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'changlai-list-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const full = path.join(folder, name)
  await writeFile(full, bytes)
  return full
}
async function ran(program: readonly string[], ...args: string[]) {
  const command = startNode([...program, ...args], { DATABASE_URL: database.ownerUrl })
  const { code } = await command.ended
  return { code, said: command.output() }
}
/** As an operator does. */
const runFromSource = (...args: string[]) => ran(fromSource('import-stations'), ...args)
const run = (...args: string[]) => ran(builtProgram('import-stations'), ...args)
const names = async () =>
  (
    await asOwner<{ name: string; centre_id: string }>(
      database,
      'select centre_id, name from changlai.station order by name',
    )
  ).map(({ centre_id, name }) => `${centre_id} ${name}`)

test('the command shows, asks, writes, and writes nothing twice', async () => {
  const list = await file('驿站.xlsx', workbook([['2026 年名单'], HEADER, ...GOOD]))
  const refused = await runFromSource(list)
  expect(refused).toEqual({ code: 1, said: expect.stringContaining('还没有中心') })

  await aCentre(database.store, { centre_id: 'one' })
  const guessed = await run(list, '--apply')
  expect(guessed.code).toBe(2)
  expect(guessed.said).toContain('坐标：名单没有写明是哪一种，猜是')
  expect(guessed.said).toContain('什么也没有写入')
  expect(await names()).toEqual([])

  const shown = await run(list, '--datum', 'gcj02')
  expect(shown.code).toBe(0)
  expect(shown.said).toMatch(/新增 2 {2}有变化 0/)
  expect(shown.said).toMatch(
    /第 4 行 {2}乙驿站 {2}桐柏路 2 号 {2}周一至周五 9:00–17:00，节假日休息/,
  )
  expect(shown.said).toMatch(/图书角 {2}第 4 行/)
  expect(shown.said).toContain('这是预览')
  expect(await names()).toEqual([])

  const written = await run(list, '--datum', 'GCJ-02', '--apply')
  expect(written).toEqual({ code: 0, said: expect.stringContaining('已写入：新增 2') })
  expect(await names()).toEqual(['one 乙驿站', 'one 甲驿站'])
  const again = await run(list, '--datum', 'GCJ-02', '--apply')
  expect(again).toEqual({ code: 0, said: expect.stringContaining('新增 0  有变化 0  没变化 2') })

  await aCentre(database.store, { centre_id: 'two' })
  const which = await run(list)
  expect(which.code).toBe(2)
  expect(which.said).toContain('--centre two')
  expect((await run(list, '--centre', 'three')).code).toBe(2)
})

test('rows with errors are told and left out, the others are written', async () => {
  await aCentre(database.store, { centre_id: 'three' })
  const header = [...HEADER.slice(0, 4), '经度（高德）', '纬度（高德）']
  const list = await file('a.txt', gb18030(csv([header, ...GOOD, BAD])))
  const { code, said } = await run(list, '--centre', 'three', '--apply')
  expect(code).toBe(3)
  expect(said).toContain('坐标：GCJ-02（高德、腾讯地图），名单里写明')
  expect(said).toMatch(/第 4 行 {2}开放时间 +“工作日”没有写几点到几点/)
  expect(said).toMatch(/第 4 行 {2}经度（高德） +经度和纬度像是写反了/)
  expect(said).toContain('已写入：新增 2')
  expect(said).toContain('有错误的行没有写入')
  expect((await names()).filter((name) => name.startsWith('three'))).toHaveLength(2)

  const careful = await run(list, '--centre', 'three', '--apply', '--remove-missing')
  expect(careful).toEqual({ code: 2, said: expect.stringContaining('不能用 --remove-missing') })
})

test('what cannot be done is one sentence', async () => {
  const pdf = await file('b.xlsx', Buffer.from('%PDF-1.7'))
  expect(await run(pdf, '--centre', 'one')).toEqual({
    code: 1,
    said: '这是PDF 文件，不是表格；请选 Excel（xlsx、xls）或 CSV 表格\n',
  })
  expect(await run(path.join(folder, 'none.csv'))).toEqual({
    code: 1,
    said: expect.stringContaining('没有这个文件'),
  })
  expect(await run()).toEqual({ code: 1, said: expect.stringContaining('用法') })
  expect(await run(pdf, '--sideways')).toEqual({ code: 1, said: expect.stringContaining('用法') })
  expect(await run(pdf, '--datum', 'x')).toEqual({
    code: 1,
    said: expect.stringContaining('不认识坐标“x”'),
  })
})
