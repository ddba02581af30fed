import type { Answer } from '../../src/contract'
import { fixedClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import { createReceive } from '../../src/cloud/files/receive'
import type { Store } from '../../src/cloud/store'
import { callerOf, newRequestId, valueOf } from '../support/builders/caller'
import { NOW, aCentre } from '../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { type Cell, workbook } from '../support/station-list'
import { interrupted } from './interleaved'
import { without } from './weakened'

const ROUNDS = 2
const TITLES = ['少儿书法', '茶艺', '合唱', '吉他', '太极']
const HEAD: Cell[] = ['课程名称', '上课时间', '老师', '人数']

let database: TestDatabase
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
})
afterAll(() => database.drop())

const as = (clerk: string) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), clerk)

interface Desk {
  centreId: string
  /** Their own at each desk: a person may send so many files in a day. */
  clerks: [string, string]
}

async function aDesk(): Promise<Desk> {
  const centreId = await aCentre(database.store)
  const clerks: Desk['clerks'] = [`one-${newRequestId()}`, `other-${newRequestId()}`]
  for (const clerk of clerks) valueOf(await as(clerk)('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = any($2)`,
    [centreId, clerks],
  )
  return { centreId, clerks }
}

const rowsBy = (teacher: string): Cell[][] =>
  TITLES.map((title) => [title, '2026年12月5日起每周六 9:00-10:30 共4次', teacher, 20])

/** A clerk's own reading of a sheet. */
async function imported(
  { centreId }: Desk,
  clerk: string,
  teacher = '示例王老师',
): Promise<string> {
  const content = Buffer.from(workbook([HEAD, ...rowsBy(teacher)]))
  const identity = { provider: 'local' as const, subject: clerk }
  const received = await createReceive(
    database.store,
    clock,
  )({
    ...{ identity, name: '课程表.xlsx', content },
  })
  if ('refused' in received) throw new Error(received.refused)
  const wish = { centreId, fileId: received.fileId, year: 2026 }
  return valueOf(await as(clerk)('staff.importTimetable', wish)).importId
}

/** Each of two clerks sent the same sheet. */
const theSameSheet = (desk: Desk): Promise<Wish[]> =>
  Promise.all(desk.clerks.map(async (clerk) => ({ clerk, importId: await imported(desk, clerk) })))

interface Wish {
  clerk: string
  importId: string
  seen?: Record<string, number>
  requestId?: string
}

/** All publish at once; gives what each was told: its counts, or the refusal. */
async function atOnce(store: Store, wishes: readonly Wish[]) {
  const dispatch = createDispatch({ store, clock, log: silentLog })
  const answers = await Promise.all(
    wishes.map(async ({ clerk, importId, seen, requestId = newRequestId() }) => {
      const input = { importId, answers: {}, ...(seen && { seen }) }
      const request = { operation: 'staff.publishImport', input, requestId, client: '1.0.0' }
      const identity = { provider: 'local' as const, subject: clerk }
      return (await dispatch({ request, identity })).answer as Answer<'staff.publishImport'>
    }),
  )
  const told = answers.map((answer) =>
    answer.ok
      ? `${answer.value.counts.added} added, ${answer.value.counts.changed} changed, ${answer.value.counts.unchanged} unchanged`
      : answer.code,
  )
  return { answers, told: told.sort() }
}

const ONCE = ['0 added, 0 changed, 5 unchanged', '5 added, 0 changed, 0 unchanged']

/** How much of everything stands in a centre. */
async function standing({ centreId }: Desk) {
  const { rows } = await database.store.pool.query<Record<string, number>>(
    `select ${['activity', 'occurrence', 'pool', 'activity_change', 'timetable_class']
      .map(
        (table) =>
          `(select count(*)::int from changlai.${table} where centre_id = $1) as ${table.replace('_', '')}`,
      )
      .join(', ')}`,
    [centreId],
  )
  return rows[0]!
}
const EACH_ONCE = { activity: 5, occurrence: 20, pool: 5, activitychange: 5, timetableclass: 5 }

test('Of two clerks who publish the same sheet at once one opens its classes, the other finds them there', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await aDesk()
    expect((await atOnce(database.store, await theSameSheet(desk))).told).toEqual(ONCE)
    expect(await standing(desk)).toEqual(EACH_ONCE)
  }
})

test('One import published from two desks at once, each request sent twice, is published once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await aDesk()
    const [clerk] = desk.clerks
    const importId = await imported(desk, clerk)
    const [one, other] = [newRequestId(), newRequestId()]
    const wishes = [one, other, one, other].map((requestId) => ({ clerk, importId, requestId }))
    const { told, answers } = await atOnce(database.store, wishes)
    expect(told).toEqual([ONCE[0], ...ONCE, ONCE[1]])
    expect(answers.slice(2).map(valueOf)).toEqual(answers.slice(0, 2).map(valueOf))
    expect(await standing(desk)).toEqual(EACH_ONCE)
  }
})

test('Of two who change the same classes otherwise, who comes later is told which was changed meanwhile', async () => {
  const desk = await aDesk()
  valueOf((await atOnce(database.store, [await wishOf(desk, 0, '示例王老师')])).answers[0]!)
  for (let round = 1; round <= ROUNDS; round += 1) {
    const wishes = await Promise.all(
      ['示例李老师', '示例赵老师'].map((teacher, at) =>
        wishOf(desk, at as 0 | 1, `${teacher.slice(0, 3)}${round}`),
      ),
    )
    const { told, answers } = await atOnce(database.store, wishes)
    expect(told).toEqual(['0 added, 5 changed, 0 unchanged', 'CHANGED_MEANWHILE'])
    const late = answers.find(({ ok }) => !ok)
    expect(late).toMatchObject({ facts: { cell: 'A2', title: TITLES[0] } })
    const { rows } = await database.store.pool.query(
      'select distinct host, version from changlai.activity where centre_id = $1',
      [desk.centreId],
    )
    expect(rows).toEqual([
      { host: `示例${answers[0]!.ok ? '李' : '赵'}${round}`, version: round + 1 },
    ])
  }
})

/** A clerk with a sheet of this teacher's classes, who has looked at what it would change. */
async function wishOf(desk: Desk, at: 0 | 1, teacher: string): Promise<Wish> {
  const clerk = desk.clerks[at]
  const importId = await imported(desk, clerk, teacher)
  const looked = valueOf(await as(clerk)('staff.previewPublish', { importId, answers: {} }))
  const seen = looked.classes.flatMap(({ stands }) =>
    stands ? [[stands.activityId, stands.version] as const] : [],
  )
  return { clerk, importId, seen: Object.fromEntries(seen) }
}

/**
 * Two publish the same sheet, the second once the first was told which classes stand; what they are
 * told, and how many classes come of it.
 */
async function publishedInBetween(store: Store) {
  const desk = await aDesk()
  const [one, other] = await theSameSheet(desk)
  let second: ReturnType<typeof atOnce>
  const publish = (wish: Wish) => atOnce(through, [wish])
  const read = { after: 'timetable.keys', meanwhile: () => (second = publish(other!)) }
  const through = interrupted(store, database, read)
  const told = [...(await publish(one!)).told, ...(await second!).told].sort()
  return { told, activities: (await standing(desk)).activity! }
}
const unguarded = () =>
  publishedInBetween(without(database.store, 'timetable.hold', 'for no key update'))

test('A sheet that is published while another is compared opens nothing twice', async () => {
  expect(await publishedInBetween(database.store)).toEqual({ told: ONCE, activities: 5 })
})

test('The control: without the centre’s lock the other runs into the wall of the keys', async () => {
  expect(await unguarded()).toEqual({ told: [ONCE[1], 'UNAVAILABLE'], activities: 5 })
})

test('The control: without the wall of the keys too, every class is there twice', async () => {
  await asOwner(database, 'drop index changlai.activity_import_key_once')
  expect((await unguarded()).activities).toBe(10)
})
