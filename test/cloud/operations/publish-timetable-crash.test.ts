import { fixedClock } from '../../../src/cloud/clock'
import { createDispatch } from '../../../src/cloud/dispatch'
import { createReceive } from '../../../src/cloud/files/receive'
import type { Answer, Output } from '../../../src/contract'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'
import { peopleOf } from '../../support/builders/course'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { type Cell, workbook } from '../../support/station-list'
import { committedAtOnce } from '../../race/weakened'
import { type Crash, crashingStore } from '../../simulation/crashing'

jest.setTimeout(60_000)

const HEAD: Cell[] = ['课程名称', '上课时间', '老师', '人数']
const TERM = '2026年12月5日起每周六 9:00-10:30 共4次'
/** One class stays, one moves, one is gone and called off; and one is new. */
const BEFORE: Cell[][] = [
  ['少儿书法', TERM, '示例王老师', 20],
  ['茶艺', TERM, '示例李老师', 20],
  ['合唱', TERM, '', 20],
]
const AFTER: Cell[][] = [
  ['少儿书法', '2026年12月6日起每周日 9:00-10:30 共5次', '示例王老师', 20],
  ['茶艺', TERM, '示例李老师', 20],
  ['吉他', TERM, '', 20],
]
const CLERK = { provider: 'local' as const, subject: 'clerk' }

let database: TestDatabase
let clerk: Caller
let people: ReturnType<typeof peopleOf>
const clock = fixedClock(NOW)

beforeAll(async () => {
  database = await testDatabase()
  people = peopleOf(database.store, clock)
  clerk = people.named(CLERK.subject)
  valueOf(await clerk('me.get', {}))
})
afterAll(() => database.drop())

async function imported(centreId: string, rows: Cell[][]): Promise<string> {
  const receive = createReceive(database.store, clock)
  const content = Buffer.from(workbook([HEAD, ...rows]))
  const received = await receive({ identity: CLERK, name: '课程表.xlsx', content })
  if ('refused' in received) throw new Error(received.refused)
  const wish = { centreId, fileId: received.fileId, year: 2026 }
  return valueOf(await clerk('staff.importTimetable', wish)).importId
}

/** A centre with a published sheet, with people who have seats, and what its next sheet is to do. */
async function aDesk() {
  const centreId = await aCentre(database.store)
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'clerk'`,
    [centreId],
  )
  const importId = await imported(centreId, BEFORE)
  const { classes } = valueOf(await clerk('staff.publishImport', { importId, answers: {} }))
  for (const { activityId } of [classes[0]!, classes[2]!]) {
    const { pools } = valueOf(await people.someone()('activities.get', { activityId: activityId! }))
    const booking = { poolId: pools[0]!.poolId, evenIfClashes: true }
    valueOf(await people.someone()('seats.book', booking))
  }
  const input = {
    ...{ importId: await imported(centreId, AFTER), answers: {}, reason: '示例原因' },
    cancel: [classes[2]!.activityId!],
  }
  return { centreId, input }
}

const WRITTEN = [
  ...['activity', 'activity_change', 'occurrence', 'lesson_change', 'pool', 'booking'],
  ...['notice', 'timetable_class'],
]

/** Everything that publishing writes in a centre, by table. */
async function writtenOf(centreId: string): Promise<Record<string, unknown[]>> {
  const each = WRITTEN.map(
    (table) => `select '${table}' as of, to_jsonb(one) as row
      from changlai.${table} as one where centre_id = $1`,
  )
  const { rows } = await database.store.pool.query<{ of: string; row: unknown }>(
    `${each.join(' union all ')} order by of, row`,
    [centreId],
  )
  const of = (table: string) => rows.filter((one) => one.of === table).map(({ row }) => row)
  return Object.fromEntries(WRITTEN.map((table) => [table, of(table)]))
}

const DONE = {
  counts: { added: 1, changed: 1, unchanged: 1, skipped: 0 },
  ...{ told: 2, missing: [], cancelled: [{ title: '合唱', told: 1 }] },
}

/**
 * Publishes a sheet and is cut off at every statement in turn, before or after it, until one attempt
 * gets through or was in force when it was cut off; gives how many left everything as it was.
 */
async function cutOffUntilDone(when: Crash['when'], store = database.store) {
  const { centreId, input } = await aDesk()
  const crashing = crashingStore(store)
  const before = await writtenOf(centreId)
  const requestId = newRequestId()
  const request = { operation: 'staff.publishImport', input, requestId, client: '1.0.0' }
  for (let statement = 1; statement < 150; statement += 1) {
    // A host of its own, which knows nobody yet: so each attempt asks the same in the same order.
    const dispatch = createDispatch({ store: crashing, clock, log: silentLog })
    crashing.crashAt({ statement, when })
    const { answer } = await dispatch({ request, identity: CLERK })
    const wasCut = crashing.crashAt(null)
    const after = await writtenOf(centreId)
    if (wasCut && JSON.stringify(after) === JSON.stringify(before)) {
      expect(answer).toMatchObject({ ok: false, code: 'UNAVAILABLE' })
      continue
    }
    // What was in force is told to whoever asks again, and nothing is done twice.
    const again: Output<'staff.publishImport'> = valueOf(
      await clerk('staff.publishImport', input, requestId),
    )
    expect(again).toMatchObject(DONE)
    const told = answer as Answer<'staff.publishImport'>
    if (told.ok) expect(told.value).toEqual(again)
    expect(await writtenOf(centreId)).toEqual(after)
    return { left: statement - 1, wasCut, before, after }
  }
  throw new Error('it never got through')
}

test.each([
  ['before', false],
  ['after', true],
] as const)(
  'A sheet that is cut off %s any statement is published whole or not at all',
  async (when, wasCut) => {
    const done = await cutOffUntilDone(when)
    // Cut off after the last statement, it was in force and nobody was told.
    expect(done.wasCut).toBe(wasCut)
    expect(done.left).toBeGreaterThan(30)
    const { after, before } = done
    expect(after.activity).toHaveLength(4)
    expect(after.timetable_class).toHaveLength(4)
    // No seat is lost, and each of the two is told once.
    expect(before.booking).toHaveLength(2)
    expect(after.booking).toEqual(before.booking)
    expect(after.notice).toHaveLength(2)
    expect(after.activity_change).toHaveLength(before.activity_change!.length + 3)
  },
)

test('The control: what is written outside the transaction is left behind', async () => {
  const { store } = database
  const torn = committedAtOnce(store, 'programme.change', store.pool)
  await expect(cutOffUntilDone('before', torn)).rejects.toThrow()
  const { rows } = await store.pool.query(
    `select from changlai.activity_change where number > (
       select version from changlai.activity
       where activity.activity_id = activity_change.activity_id)`,
  )
  expect(rows).toHaveLength(1)
})
