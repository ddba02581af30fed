import { read, utils } from '@e965/xlsx'
import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Role } from '../../../src/domain/access/role'
import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { HOUR, toInstantText } from '../../../src/domain/time/instant'
import { BEGINS, aLesson } from '../../support/builders/attendance'
import { type Caller, callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let volunteer: Caller
let staff: Caller
beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  volunteer = await employed('volunteer')
  staff = await employed('staff')
})
afterAll(() => database.drop())

function as(subject: string): Caller {
  return callerOf(
    createDispatch({ store: database.store, clock: fixedClock(NOW), log: silentLog }),
    subject,
  )
}

async function employed(role: Role): Promise<Caller> {
  valueOf(await as(role)('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, $2 from changlai.person_identity where subject = $2`,
    [centreId, role],
  )
  return as(role)
}

/** A lesson in which a parent with a child, somebody with a formula for a name and a nameless one sit. */
async function aFullLesson() {
  const { poolId, occurrenceId } = await aLesson(database.store, centreId, {
    activity: { title: '彩泥/手工' },
  })
  const parent = as('parent')
  valueOf(await parent('me.update', { nickname: '示例家长' }))
  const child = await parent('family.save', {
    ...{ kind: 'child', name: '小满', birthDate: '2018-05-01' },
    consent: { rulesVersion: CHILDREN_RULES_VERSION },
  })
  const attendeeIds = ['self', valueOf(child).memberId]
  valueOf(await parent('seats.book', { poolId, attendeeIds, evenIfClashes: true }))
  valueOf(await as('formula')('me.update', { nickname: '=1+2' }))
  valueOf(await as('formula')('seats.book', { poolId, evenIfClashes: true }))
  valueOf(await as('nameless')('seats.book', { poolId, evenIfClashes: true }))
  return { poolId, occurrenceId }
}

/** What Excel would show of a file: every cell of its only sheet as it stands, row by row. */
function cellsOf(base64: string): unknown[][] {
  const book = read(base64, { type: 'base64', cellFormula: true })
  expect(book.SheetNames).toHaveLength(1)
  const sheet = book.Sheets[book.SheetNames[0]!]!
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'))
  expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([])
  return utils.sheet_to_json(sheet, { header: 1, blankrows: true, defval: '' })
}

test('A sheet says no more of anybody than its purpose needs, on the wire and in the file', async () => {
  const { occurrenceId } = await aFullLesson()
  const { attendees } = valueOf(await staff('attendance.roster', { occurrenceId }))
  const child = attendees.find(({ name }) => name === '小满')!
  valueOf(
    await staff('attendance.mark', {
      ...{ occurrenceId, attendeeKey: child.attendeeKey, mark: 'late' },
      seenAt: toInstantText(NOW),
    }),
  )

  const open = valueOf(await volunteer('attendance.sheet', { occurrenceId, purpose: 'sign-in' }))
  expect(open.rows.map(({ name, mark }) => [name, mark])).toEqual([
    ['=*', null],
    ['小*', null],
    ['示*', null],
    [null, null],
  ])
  expect(JSON.stringify(open)).not.toMatch(/小满|示例家长|1\+2/)
  expect(open.file.name).toBe('2026-11-22 彩泥 手工 签到表.xlsx')
  const signed = cellsOf(open.file.base64)
  expect(JSON.stringify(signed)).not.toMatch(/小满|示例家长|1\+2/)
  expect(signed[3]).toEqual(['序号', '姓名', '码尾', '签名'])
  expect(signed.slice(4, 8)).toEqual(
    open.rows.map(({ number, name, codeEnds }) => [
      ...[number, name === '=*' ? "'=*" : (name ?? '（没留名字）'), codeEnds, ''],
    ]),
  )

  const kept = valueOf(await staff('attendance.sheet', { occurrenceId, purpose: 'roster' }))
  expect(kept.rows.find(({ mark }) => mark === 'late')?.name).toBe('小满')
  const listed = cellsOf(kept.file.base64)
  expect(listed.slice(4).flat()).toEqual(expect.arrayContaining(['小满', '迟到', "'=1+2"]))
  expect(JSON.stringify(kept)).not.toContain('2018')

  const refused = await volunteer('attendance.sheet', { occurrenceId, purpose: 'roster' })
  expect(refusalOf(refused).code).toBe('FORBIDDEN')
})

test('2,000 people fit on a sheet of at most 200 KB, and one more is told', async () => {
  const { poolId, occurrenceId } = await aLesson(database.store, centreId, { capacity: 5_000 })
  const seats = async (from: number, to: number) => {
    await database.store.pool.query(
      `with people as (
         insert into changlai.person (person_id, nickname)
         select gen_random_uuid(), '示例居民' || n from generate_series($1::integer, $2::integer) n
         returning person_id, nickname
       ), booked as (
         insert into changlai.booking
           (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
         select $3, $3 || '.s' || substr(nickname, 5), $4, person_id, 'booked',
           translate(lpad(substr(nickname, 5), 8, 'Z'), '01', 'XY'), $5, 1 from people
         returning centre_id, booking_id, pool_id, person_id
       )
       insert into changlai.booking_attendee
         (centre_id, booking_id, person_id, pool_id, holder_id, status)
       select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from booked`,
      [from, to, centreId, poolId, new Date(BEGINS - HOUR)],
    )
  }
  await seats(1, 2_000)
  const asked = { occurrenceId, purpose: 'roster' } as const
  const { rows, file } = valueOf(await staff('attendance.sheet', asked))
  expect(rows).toHaveLength(2_000)
  expect((file.base64.length * 3) / 4).toBeLessThan(200_000)
  await seats(2_001, 2_001)
  expect(refusalOf(await staff('attendance.sheet', asked))).toEqual({
    code: 'TOO_MANY',
    facts: { most: 2_000 },
  })
})
