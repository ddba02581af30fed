import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Input } from '../../../src/contract'
import { DAY, HOUR, MINUTE, parseInstant, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation, aTask, changeStation, stationRow } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

type Report = Omit<Input<'stations.report'>, 'stationId'>

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)
const someone = () => as(`someone-${newRequestId()}`)
const staff = () => as('staff')

beforeAll(async () => {
  database = await testDatabase()
  valueOf(await staff()('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, 'district' from changlai.person_identity where subject = 'staff'`,
  )
})
beforeEach(async () => {
  clock.set(NOW)
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** Two people say the same of a station; gives them and the task that they opened. */
async function twoSay(stationId: string, report: Report) {
  const people = [someone(), someone()]
  for (const me of people) valueOf(await me('stations.report', { stationId, ...report }))
  const { tasks } = valueOf(await staff()('stations.tasks', { centreId }))
  const { taskId } = tasks.find(
    (task) => task.stationId === stationId && task.kind === report.kind,
  )!
  return { people, taskId }
}

const CHARGER = { kind: 'broken', facility: 'charging' } as const
const stateOf = async (stationId: string, facility: string) =>
  valueOf(await as(null)('stations.get', { stationId })).facilities.find(
    (one) => one.facility === facility,
  )!.state

test('Staff read what people wrote, and how many they are, but not who', async () => {
  const stationId = await aStation(database.store, centreId, { name: '示例驿站' })
  const notes = ['一', '二', '三', '四', '五', '六']
  for (const [index, note] of notes.entries()) {
    clock.set(NOW + index * MINUTE)
    valueOf(await someone()('stations.report', { stationId, kind: 'closed', note }))
  }
  valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  const { tasks, after } = valueOf(await staff()('stations.tasks', { centreId }))
  expect(after).toBeNull()
  expect(tasks).toEqual([
    {
      ...{ taskId: tasks[0]!.taskId, stationId, stationName: '示例驿站' },
      ...{ kind: 'closed', facility: null, people: 7, answer: null },
      openedAt: toInstantText(NOW + MINUTE),
      notes: notes
        .slice(1)
        .map((note, index) => ({ note, at: toInstantText(NOW + (index + 1) * MINUTE) }))
        .reverse(),
    },
  ])
})

test.each(['fixed', 'fine-after-all'] as const)(
  '“%s” lifts the doubt at once, and everybody who said so reads the answer',
  async (settlement) => {
    const stationId = await aStation(database.store, centreId)
    const { people, taskId } = await twoSay(stationId, { kind: 'closed', note: '锁着' })
    clock.set(NOW + HOUR)
    const line = '门卫睡着了，已经说过他'
    const value = valueOf(await staff()('stations.settle', { taskId, settlement, line }))
    expect(value).toMatchObject({ taskId, settledAt: toInstantText(NOW + HOUR), doubt: null })
    for (const me of people) {
      const { reports } = valueOf(await me('stations.mine', {}))
      expect(reports).toEqual([
        expect.objectContaining({
          ...{ stationId, kind: 'closed', facility: null },
          answer: { settlement, line, at: toInstantText(NOW + HOUR) },
        }),
      ])
    }
    expect(valueOf(await staff()('stations.tasks', { centreId })).tasks).toEqual([])
    // What was answered counts no more: one more person is one person.
    const another = valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
    expect(another.doubt).toBeNull()
    // Who finds it locked again after the answer says something new.
    expect(
      valueOf(await people[0]!('stations.report', { stationId, kind: 'closed' })).doubt,
    ).toEqual({ until: toInstantText(NOW + 13 * HOUR), by: 2 })
    expect(valueOf(await staff()('stations.tasks', { centreId })).tasks).toHaveLength(1)
  },
)

test('What is being mended is broken until a later answer, and stays on the list of tasks', async () => {
  const stationId = await aStation(database.store, centreId)
  const { people, taskId } = await twoSay(stationId, CHARGER)
  expect(await stateOf(stationId, 'charging')).toBe('doubted')
  const wait = { taskId, settlement: 'will-take-time', line: '配件周五到' } as const
  const value = valueOf(await staff()('stations.settle', wait))
  expect(value.facilities).toContainEqual({ facility: 'charging', state: 'broken' })
  clock.set(NOW + 20 * DAY)
  for (const me of [someone(), someone(), people[0]!]) {
    valueOf(await me('stations.report', { stationId, kind: 'fine', facility: 'charging' }))
  }
  expect(await stateOf(stationId, 'charging')).toBe('broken')
  const { tasks } = valueOf(await staff()('stations.tasks', { centreId }))
  expect(tasks).toMatchObject([
    {
      taskId,
      answer: { settlement: 'will-take-time', line: '配件周五到', at: toInstantText(NOW) },
    },
  ])
  valueOf(await staff()('stations.settle', { taskId, settlement: 'fixed' }))
  expect(await stateOf(stationId, 'charging')).toBe('working')
  expect(valueOf(await people[1]!('stations.mine', {})).reports[0]!.answer).toMatchObject({
    settlement: 'fixed',
    line: null,
  })
})

test('A station that stays closed for a while is doubted until a later answer', async () => {
  const stationId = await aStation(database.store, centreId)
  const { taskId } = await twoSay(stationId, { kind: 'closed' })
  valueOf(await staff()('stations.settle', { taskId, settlement: 'will-take-time' }))
  clock.set(NOW + 60 * DAY)
  for (const me of [someone(), someone(), someone()]) {
    valueOf(await me('stations.confirm', { stationId }))
  }
  const { doubt } = valueOf(await as(null)('stations.get', { stationId }))
  expect(parseInstant(doubt!.until)).toBeGreaterThan(NOW + 3_650 * DAY)
  expect(doubt!.by).toBe(2)
  const settled = valueOf(await staff()('stations.settle', { taskId, settlement: 'fixed' }))
  expect(settled.doubt).toBeNull()
})

test('What is gone leaves the list, and everything that waited gets the same answer', async () => {
  const stationId = await aStation(database.store, centreId)
  const { people, taskId } = await twoSay(stationId, { kind: 'moved' })
  const other = await twoSay(stationId, CHARGER)
  const before = await stationRow(database.store, stationId)
  valueOf(await staff()('stations.settle', { taskId, settlement: 'gone', line: '搬到对面了' }))
  expect(refusalOf(await as(null)('stations.get', { stationId })).code).toBe('NOT_FOUND')
  const after = await stationRow(database.store, stationId)
  expect(after.removed_at).toBe(NOW)
  expect(after.version).toBeGreaterThan(before.version)
  expect(valueOf(await staff()('stations.tasks', { centreId })).tasks).toEqual([])
  for (const me of [...people, ...other.people]) {
    expect(valueOf(await me('stations.mine', {})).reports[0]!.answer).toMatchObject({
      settlement: 'gone',
      line: '搬到对面了',
    })
  }
})

test('A task is answered for good once, and the same request gets the same answer', async () => {
  const stationId = await aStation(database.store, centreId)
  const { taskId } = await twoSay(stationId, { kind: 'closed' })
  const requestId = newRequestId()
  const settle = { taskId, settlement: 'fixed' } as const
  const first = await staff()('stations.settle', settle, requestId)
  valueOf(first)
  const { version } = await stationRow(database.store, stationId)
  clock.set(NOW + HOUR)
  expect(await staff()('stations.settle', settle, requestId)).toEqual(first)
  expect(refusalOf(await staff()('stations.settle', settle))).toEqual({
    code: 'ALREADY_SETTLED',
    facts: { at: toInstantText(NOW) },
  })
  expect((await stationRow(database.store, stationId)).version).toBe(version)
})

test('There is no task of no such key, nor of a station that was taken off otherwise', async () => {
  const notFound = { code: 'NOT_FOUND', facts: { what: 'task' } }
  const settle = (taskId: string) => staff()('stations.settle', { taskId, settlement: 'fixed' })
  expect(refusalOf(await settle(`${centreId}.nothing`))).toEqual(notFound)
  const stationId = await aStation(database.store, centreId)
  const taskId = await aTask(database.store, centreId, { station_id: stationId })
  await changeStation(database.store, stationId, { removed_at: new Date(NOW) })
  expect(refusalOf(await settle(taskId))).toEqual(notFound)
  expect(valueOf(await staff()('stations.tasks', { centreId })).tasks).toEqual([])
  expect(refusalOf(await staff()('stations.tasks', { centreId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
})

test('Every task is on exactly one page, longest waiting first, and every report of mine', async () => {
  const expected: string[] = []
  for (let index = 0; index < 45; index += 1) {
    const opened_at = new Date(NOW + Math.floor(index / 3) * MINUTE)
    expected.push(await aTask(database.store, centreId, { opened_at }))
  }
  const tasks = []
  let after: string | undefined
  do {
    const page = valueOf(await staff()('stations.tasks', { centreId, ...(after ? { after } : {}) }))
    tasks.push(...page.tasks)
    after = page.after ?? undefined
  } while (after)
  expect(tasks.map(({ taskId }) => taskId).sort()).toEqual([...expected].sort())
  const opened = tasks.map(({ openedAt }) => openedAt)
  expect(opened).toEqual([...opened].sort())

  const me = someone()
  for (let index = 0; index < 23; index += 1) {
    clock.set(NOW + Math.floor(index / 2) * 20 * MINUTE)
    const stationId = await aStation(database.store, centreId)
    valueOf(await me('stations.confirm', { stationId }))
  }
  const first = valueOf(await me('stations.mine', {}))
  const second = valueOf(await me('stations.mine', { after: first.after! }))
  const reports = [...first.reports, ...second.reports]
  expect([first.reports.length, second.reports.length, second.after]).toEqual([20, 3, null])
  expect(new Set(reports.map(({ reportId }) => reportId)).size).toBe(23)
  const said = reports.map(({ reportedAt }) => reportedAt)
  expect(said).toEqual([...said].sort().reverse())
  for (const operation of ['stations.mine', 'stations.tasks'] as const) {
    const input = { ...(operation === 'stations.tasks' ? { centreId } : {}), after: 'nonsense' }
    expect(refusalOf(await staff()(operation, input as never))).toMatchObject({
      code: 'INVALID_INPUT',
    })
  }
})
