import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { createReceive } from '../../../src/cloud/files/receive'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { type Cell, workbook } from '../../support/station-list'

const HEAD: Cell[] = ['课程名称', '上课时间', '老师', '地点', '人数', '年龄', '费用']
const BOOK: Cell[] = [
  '少儿书法',
  '2026年12月5日起每周六 9:00-10:30 共4次',
  ...['示例王老师', '三楼书画室', 2, '6-10岁', '免费'],
]
const TEA: Cell[] = [
  '茶艺',
  '2026年12月8日起每周二 19:00-20:30 共3次',
  '示例李老师',
  '二楼',
  12,
  '',
  '30元',
]
const CALLIGRAPHY = ['2026-12-05', '2026-12-12', '2026-12-19', '2026-12-26']

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
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
  const read = await as('clerk')('staff.importTimetable', {
    ...{ centreId, fileId: received.fileId, year: 2026 },
  })
  return valueOf(read).importId
}
const sheet = (...rows: Cell[][]) => sent(workbook([HEAD, ...rows]))
const preview = async (importId: string, more: object = {}) =>
  valueOf(await as('clerk')('staff.previewPublish', { importId, answers: [], ...more }))
const publish = (importId: string, more: object = {}) =>
  as('clerk')('staff.publishImport', { importId, answers: {}, ...more })

const activities = async () => {
  const { rows } = await database.store.pool.query<{ title: string; version: number }>(
    'select title, version from changlai.activity where centre_id = $1 order by title',
    [centreId],
  )
  return rows
}
const calendar = async (title: string) => {
  const { rows } = await database.store.pool.query<{ day: string; state: string }>(
    `select lesson.day::text, lesson.state from changlai.occurrence as lesson
     join changlai.activity using (centre_id, activity_id)
     where centre_id = $1 and title = $2 order by starts_at`,
    [centreId, title],
  )
  return rows.filter(({ state }) => state !== 'cancelled').map(({ day }) => day)
}
const bookings = async () => {
  const { rows } = await database.store.pool.query(
    'select * from changlai.booking where centre_id = $1 order by booking_id',
    [centreId],
  )
  return rows
}

async function booked(title: string): Promise<void> {
  const { rows } = await database.store.pool.query<{ poolId: string }>(
    `select pool_id as "poolId" from changlai.pool join changlai.activity using (centre_id, activity_id)
     where centre_id = $1 and title = $2`,
    [centreId, title],
  )
  valueOf(await as(`resident of ${centreId}`)('me.get', {}))
  valueOf(await as(`resident of ${centreId}`)('seats.book', { poolId: rows[0]!.poolId }))
}

test('A sheet is published, can be booked, and taken in again changes nothing', async () => {
  const importId = await sheet(BOOK, TEA)
  expect((await preview(importId)).counts).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    skipped: 0,
  })
  const first = valueOf(await publish(importId))
  expect(first.classes.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
  expect(await calendar('少儿书法')).toEqual(CALLIGRAPHY)
  await booked('少儿书法')
  const [before, seats] = [await activities(), await bookings()]
  const again = valueOf(await publish(await sheet(TEA, BOOK)))
  expect(again).toMatchObject({
    ...{ counts: { added: 0, changed: 0, unchanged: 2, skipped: 0 }, told: 0, missing: [] },
  })
  expect(await activities()).toEqual(before)
  expect(await bookings()).toEqual(seats)
})

test('Taken in again it changes what changed, tells who has a seat, and keeps what was done by hand', async () => {
  valueOf(await publish(await sheet(BOOK, TEA)))
  await booked('少儿书法')
  const seats = await bookings()
  const listed = valueOf(await as('clerk')('programme.list', { centreId }))
  const tea = listed.activities.find(({ title }) => title === '茶艺')!
  const kept = valueOf(await as('clerk')('programme.get', { activityId: tea.activityId }))
  const plan = { ...kept.plan, host: '示例新老师' }
  valueOf(
    await as('clerk')('programme.save', {
      ...{ centreId, activityId: tea.activityId, version: kept.version, plan, reason: null },
    }),
  )
  const moved = [...BOOK.slice(0, 1), '2026年12月6日起每周日 9:00-10:30 共4次', ...BOOK.slice(2)]
  const importId = await sheet(moved, TEA, [
    '合唱',
    '2026年12月9日 9:00-10:00',
    '',
    '',
    '不限',
    '',
    '',
  ])
  const looked = await preview(importId)
  expect(looked.classes).toMatchObject([
    {
      ...{ outcome: 'changed', changes: ['lessons'], people: 1 },
      lessonChanges: { moved: 4, cancelled: 0, added: 0 },
    },
    { outcome: 'unchanged', host: '示例新老师' },
    { outcome: 'added', capacity: null },
  ])
  const seen = Object.fromEntries(
    looked.classes.flatMap(({ stands }) => (stands ? [[stands.activityId, stands.version]] : [])),
  )
  const result = valueOf(await publish(importId, { seen, reason: '改到周日' }))
  expect(result).toMatchObject({ told: 1, counts: { added: 1, changed: 1, unchanged: 1 } })
  expect(await bookings()).toEqual(seats)
  expect(await calendar('少儿书法')).toEqual([
    '2026-12-06',
    '2026-12-13',
    '2026-12-20',
    '2026-12-27',
  ])
  const { notices } = valueOf(await as(`resident of ${centreId}`)('notices.mine', {}))
  expect(notices).toMatchObject([{ reason: '改到周日' }])
  expect(valueOf(await publish(importId, { reason: '改到周日' })).counts).toMatchObject({
    unchanged: 3,
  })
})

test('What is open is refused cell by cell, and answered in place', async () => {
  const open = await sheet(
    BOOK,
    ['茶艺', '2月30日 9:00', '', '', 10, '', ''],
    ['合唱', '2026年12月9日 9:00', ...['', '', '', '', '']],
  )
  expect(refusalOf(await publish(open))).toMatchObject({
    ...{ code: 'OPEN_QUESTIONS', facts: { cells: ['B3', 'B4', 'A4'] } },
  })
  expect(refusalOf(await publish(open, { answers: [{ cell: 'Z9' }] }))).toMatchObject({
    ...{ code: 'UNKNOWN_CELL', facts: { cell: 'Z9' } },
  })
  expect(await activities()).toEqual([])
  const answers = [
    { cell: 'A3', when: '12月19日 9:00-11:00' },
    { cell: 'A4', endsAfterMinutes: 60, place: '多功能厅' },
  ]
  const value = valueOf(await publish(open, { answers, defaults: { seats: null } }))
  expect(value.counts).toEqual({ added: 3, changed: 0, unchanged: 0, skipped: 0 })
  expect(await calendar('茶艺')).toEqual(['2026-12-19'])
  // The same sheet without any answer asks nothing twice.
  expect((await preview(open)).open).toEqual([])
})

test('Where the seventh class cannot be, nothing is published; the same request has one answer', async () => {
  valueOf(await publish(await sheet(BOOK)))
  await booked('少儿书法')
  const six = Array.from({ length: 6 }, (_, at): Cell[] => [
    `示例课${'一二三四五六'.charAt(at)}`,
    ...TEA.slice(1),
  ])
  const noSeats = [...BOOK.slice(0, 4), 1, ...BOOK.slice(5)]
  await database.store.pool.query(
    `update changlai.pool set taken = 2 where centre_id = $1 and taken = 1`,
    [centreId],
  )
  const importId = await sheet(...six, noSeats)
  expect(refusalOf(await publish(importId))).toMatchObject({
    code: 'CANNOT_CHANGE',
    facts: { cell: 'A8', title: '少儿书法', problem: 'CAPACITY_BELOW_TAKEN', taken: 2 },
  })
  expect(await activities()).toMatchObject([{ title: '少儿书法', version: 1 }])
  const dispatch = createDispatch(dependencies())
  const skipped = { importId, answers: { A8: { skip: true } } }
  const once = await callerOf(dispatch, 'clerk')(
    'staff.publishImport',
    skipped,
    'request-publish-1',
  )
  const twice = await callerOf(dispatch, 'clerk')(
    'staff.publishImport',
    skipped,
    'request-publish-1',
  )
  expect(valueOf(twice)).toEqual(valueOf(once))
  expect(await activities()).toHaveLength(7)
})

test('What is missing is left alone and reported, and called off where staff say so', async () => {
  valueOf(await publish(await sheet(BOOK, TEA)))
  await booked('少儿书法')
  const importId = await sheet([
    ...TEA.slice(0, 1),
    '2026年12月1日起每周二 19:00-20:30 共4次',
    ...TEA.slice(2),
  ])
  const { missing } = await preview(importId)
  expect(missing).toMatchObject([{ title: '少儿书法', people: 1 }])
  expect(valueOf(await publish(importId)).missing).toHaveLength(1)
  expect(await calendar('少儿书法')).toEqual(CALLIGRAPHY)
  const cancel = missing.map(({ activityId }) => activityId)
  expect(valueOf(await publish(importId, { cancel, reason: '老师请假' }))).toMatchObject({
    ...{ cancelled: [{ title: '少儿书法', told: 1 }], missing: [] },
  })
  expect(await calendar('少儿书法')).toEqual([])
  // It is not opened anew by the sheet that still has it.
  expect((await preview(await sheet(BOOK, TEA))).classes[0]).toMatchObject({ outcome: 'skipped' })
})

test('A class edited since it was looked at is named, and nothing changes', async () => {
  valueOf(await publish(await sheet(BOOK)))
  const importId = await sheet([...BOOK.slice(0, 4), 20, ...BOOK.slice(5)])
  const [looked] = (await preview(importId)).classes
  const seen = { [looked!.stands!.activityId]: 7 }
  expect(refusalOf(await publish(importId, { seen }))).toMatchObject({
    ...{ code: 'CHANGED_MEANWHILE', facts: { cell: 'A2', title: '少儿书法' } },
  })
})

test('What is given back reads as the very same classes', async () => {
  const guitar: Cell[] = [
    '吉他（提高班）',
    '2026年12月10日起每周四 19:00-20:30 共5次 节假日照常',
    '',
    '',
    15,
    '18岁以上',
    '',
  ]
  valueOf(await publish(await sheet(BOOK, TEA, guitar)))
  const span = { centreId, from: '2026-12-01', to: '2026-12-31' }
  const given = valueOf(await as('clerk')('staff.exportTimetable', span))
  expect(given.classes).toBe(3)
  const importId = await sent(Buffer.from(given.content, 'base64'))
  const looked = await preview(importId)
  expect(looked.open).toEqual([])
  expect(looked.counts).toEqual({ added: 0, changed: 0, unchanged: 3, skipped: 0 })
  expect(looked.classes.map(({ title }) => title)).toEqual(['少儿书法', '茶艺', '吉他（提高班）'])
})
