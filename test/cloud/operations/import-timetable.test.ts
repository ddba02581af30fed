import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { createReceive } from '../../../src/cloud/files/receive'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { type Cell, csv, gb18030, workbook } from '../../support/station-list'

const ROWS: Cell[][] = [
  ['课程', '上课时间', '老师', '人数', '年龄', '费用'],
  ['书法', '9月6日起 每周六 上午9点 共8次', '示例王老师', '30人/班', '小学一至三年级', '免费'],
  ['茶艺', '2月30日 9:00', null, null, null, null],
  ['合唱', '时间待定', null, null, null, null],
]

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  valueOf(await as('clerk')('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'clerk'`,
    [centreId],
  )
})
afterAll(() => database.drop())

const dependencies = () => ({ store: database.store, clock: fixedClock(NOW), log: silentLog })
const as = (name: string) => callerOf(createDispatch(dependencies()), name)

async function sent(content: Uint8Array): Promise<string> {
  const receive = createReceive(database.store, fixedClock(NOW))
  const identity = { provider: 'local' as const, subject: 'clerk' }
  const received = await receive({ identity, name: '课程表.xlsx', content: Buffer.from(content) })
  if ('refused' in received) throw new Error(received.refused)
  return received.fileId
}

const understood = async (fileId: string, year = 2026) =>
  as('clerk')('staff.importTimetable', { centreId, fileId, year })

test.each<[string, Uint8Array]>([
  ['Excel', workbook(ROWS)],
  ['CSV in GB18030', gb18030(csv(ROWS))],
])('A timetable in %s is understood cell by cell, and nothing is changed', async (_, content) => {
  const fileId = await sent(content)
  const value = valueOf(await understood(fileId))
  const [book, choir] = value.activities
  expect(book).toEqual({
    ...{ title: '书法', teacher: '示例王老师', place: null, capacity: 30 },
    ages: { min: 6, max: 9 },
    fee: { free: true, amountFen: 0, currency: 'CNY' },
    lessons: Array.from({ length: 8 }, (_week, week) => ({
      startsAt: expect.stringMatching(/^2026-(09|10)-\d\dT09:00:00\+08:00$/) as string,
      endsAt: null,
      ...(week === 0 ? { startsAt: '2026-09-12T09:00:00+08:00' } : {}),
    })),
    cells: ['A2', 'B2', 'C2', 'D2', 'E2', 'F2'],
  })
  expect(choir).toMatchObject({ title: '合唱', lessons: [] })
  expect(value.rejected).toEqual([{ cell: 'B3', why: '没有2月30日这一天' }])
  expect(value.questions.map(({ cell }) => cell)).toContain('B4')
  expect(valueOf(await understood(fileId))).toEqual(value)
  const { rows } = await database.store.pool.query('select from changlai.activity')
  expect(rows).toEqual([])
})

test('What is no table, or not one’s own, is refused in words', async () => {
  const many = Array.from({ length: 5001 }, (_, row): Cell[] => [`课 ${row}`, '周一 9:00'])
  expect(refusalOf(await understood(await sent(workbook(many))))).toMatchObject({
    ...{ code: 'TABLE_REFUSED', facts: { problem: expect.stringContaining('5000 行') as string } },
  })
  expect(refusalOf(await understood('f-abcdefghijklmnopqrstuvwx23'))).toMatchObject({
    ...{ code: 'NOT_FOUND', facts: { what: 'file' } },
  })
  expect(await understood(await sent(workbook(ROWS)), 1990)).toMatchObject({
    ...{ code: 'INVALID_INPUT', facts: { path: 'year' } },
  })
})
