import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { createReceive } from '../../../src/cloud/files/receive'
import { PERMISSIONS } from '../../../src/cloud/permissions'
import type { Sealing } from '../../../src/cloud/sealing/sealing'
import { type Input, type OperationName, contract } from '../../../src/contract'
import { ROLES } from '../../../src/domain/access/role'
import { HOUR, toInstantText } from '../../../src/domain/time/instant'
import { TestPlatform } from '../../support/builders/alerts'
import { NUMBER_AT, aDrawnPool } from '../../support/builders/ballot'
import { type Caller, callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { testSealing } from '../../support/builders/consultation'
import { NOW, aCentre, aPool, seatsOf } from '../../support/builders/programme'
import { aStation, aTask } from '../../support/builders/station'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'
import { pictureOfAPhone } from '../../support/files/pictures'
import { silentLog } from '../../support/silent-log'
import { attendanceCalls } from './attendance-calls'
import { caseworkCalls } from './casework-calls'
import { consultationCalls } from './consultation-calls'
import { deviceCalls } from './device-calls'
import { lessonCalls } from './lesson-calls'
import { roleCalls } from './role-calls'
import { programmeCalls } from './programme-calls'

/** Everybody who may come: a visitor, a resident, and each role in this centre, another and all. */
const ACTORS = [
  'visitor',
  'resident',
  ...ROLES.flatMap((role) => [`${role}-here`, `${role}-elsewhere`, `${role}-everywhere`]),
]
const TARGETS = ['own', 'strangers', 'none'] as const
type Target = (typeof TARGETS)[number]

let database: TestDatabase
let dispatch: Dispatch
let sealing: Sealing
let centreId: string
let activityId: string

beforeAll(async () => {
  database = await testDatabase()
  sealing = testSealing(database.store)
  const { store } = database
  dispatch = createDispatch({
    store,
    clock: fixedClock(NOW),
    log: silentLog,
    cloudFiles: { read: async () => A_TABLE, remove: async () => {} },
    sealing,
    publicUrl: 'https://calendar.example.cn',
    desks: true,
    alerts: new TestPlatform().alerts,
  })
  centreId = await aCentre(store)
  const elsewhere = await aCentre(store)
  const poolId = await aPool(store, centreId)
  const row = await store.db
    .selectFrom('changlai.pool')
    .select('activity_id')
    .where('pool_id', '=', poolId)
    .executeTakeFirstOrThrow()
  activityId = row.activity_id
  for (const actor of ACTORS.filter((one) => one.includes('-'))) {
    valueOf(await as(actor)('me.get', {}))
    const [role, where] = actor.split('-')
    const centre = where === 'here' ? centreId : where === 'elsewhere' ? elsewhere : '*'
    await store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select $1, person_id, $2 from changlai.person_identity where subject = $3`,
      [centre, role, actor],
    )
  }
})
afterAll(() => database.drop())

function as(actor: string): Caller {
  return callerOf(dispatch, actor === 'visitor' ? null : actor)
}

/** A call of each operation on a target that is the actor's, somebody else's, or does not exist. */
const CALLS: Record<OperationName, (target: Target, actor: string) => Promise<object>> = {
  'centres.list': async () => ({}),
  'centres.open': async (target) => ({
    ...{ centreId: `new${(opened += 1)}`, name: '示例新社区', shortName: '示例新社区' },
    ...{ address: '示例路', location: { lat: 34.7, lng: 113.6, datum: 'GCJ-02' } },
    ...{ phone: '0371-00000000', hours: [{ days: [1], opens: '08:30', closes: '18:00' }] },
    template: target === 'none' ? 'nowhere' : centreId,
  }),
  'figures.centre': async () => ({ centreId, from: '2026-10', to: '2026-11' }),
  'figures.district': async () => ({ from: '2026-10', to: '2026-11' }),
  'calendar.list': async () => ({ centreId, from: '2026-11-22', to: '2026-11-28' }),
  'activities.list': async () => ({ centreId }),
  'activities.get': async (target) => ({
    activityId: target === 'none' ? `${centreId}.nothing` : activityId,
  }),
  'seats.book': async (target) => ({
    poolId: target === 'none' ? `${centreId}.nothing` : await aPool(database.store, centreId),
    evenIfClashes: true,
  }),
  'seats.cancel': async (target, actor) => {
    if (target === 'none') return { bookingId: `${centreId}.nothing` }
    const poolId = await aPool(database.store, centreId)
    const holder = target === 'own' && actor !== 'visitor' ? actor : `stranger-${newRequestId()}`
    const booked = await as(holder)('seats.book', { poolId, evenIfClashes: true })
    return { bookingId: valueOf(booked).bookingId }
  },
  'seats.bookFor': async (target) => ({
    poolId: target === 'none' ? `${centreId}.nothing` : await aPool(database.store, centreId),
    code: await aCodeReadOut(),
  }),
  'seats.mine': async () => ({}),
  'family.list': async () => ({}),
  'family.save': async (_, actor) => {
    await leaveFamily(actor)
    return AN_ELDER
  },
  'family.remove': async (_, actor) => {
    await leaveFamily(actor)
    const made = actor === 'visitor' ? null : valueOf(await as(actor)('family.save', AN_ELDER))
    return made ?? { memberId: 'm-aaaaaaaaaaaaaaaa' }
  },
  'family.code': async () => ({}),
  'family.link': async (_, actor) => {
    await leaveFamily(actor)
    return { code: await aCodeReadOut(), name: '示例外婆' }
  },
  'queue.now': aQueueOr,
  'queue.list': aQueueOr,
  'queue.call': aQueueOr,
  'queue.mark': async (target) => ({ ...(await aQueueOr(target)), number: 1, state: 'absent' }),
  'waitlist.join': async (target) => ({
    poolId: target === 'none' ? `${centreId}.nothing` : (await aFullPool()).poolId,
    evenIfClashes: true,
  }),
  'waitlist.leave': anEntryOf,
  'waitlist.accept': async (target, actor) => ({
    ...(await anEntryOf(target, actor, { offered: true })),
    evenIfClashes: true,
  }),
  'waitlist.mine': async () => ({}),
  'waitlist.list': async (target) => ({
    poolId: target === 'none' ? `${centreId}.nothing` : (await aFullPool()).poolId,
  }),
  'waitlist.pools': async () => ({ centreId }),
  'waitlist.moveUp': async (target) => ({
    ...(await anEntryOf(target, 'visitor', { behindAnother: true })),
    reason: '行动不便',
  }),
  ...attendanceCalls(() => ({ store: database.store, centreId, as })),
  'ballot.enter': async (target) => ({
    wishes: [{ poolId: target === 'none' ? `${centreId}.nothing` : (await aBallot()).poolId }],
    evenIfClashes: true,
  }),
  'ballot.leave': async (target, actor) => {
    if (target === 'none') return { ballotId: `${centreId}.nothing` }
    const { ballotId, poolId } = await aBallot()
    const isOwn = target === 'own' && actor !== 'visitor'
    const holder = as(isOwn ? actor : `enters-${newRequestId()}`)
    valueOf(await holder('ballot.enter', { wishes: [{ poolId }], evenIfClashes: true }))
    return { ballotId }
  },
  'ballot.mine': async () => ({}),
  'ballot.proof': async (target) => ({
    ballotId: target === 'none' ? `${centreId}.nothing` : (await aBallot()).ballotId,
  }),
  'ballot.announce': async (target) => ({
    ...{ centreId, numberSource: '示例数字来源', numberAt: toInstantText(NUMBER_AT) },
    poolIds: [
      target === 'none' ? `${centreId}.nothing` : await aDrawnPool(database.store, centreId),
    ],
  }),
  'ballot.publishNumber': async (target) => ({
    ballotId: target === 'none' ? `${centreId}.nothing` : await aClosedBallot(),
    number: '123456',
  }),
  'ballot.list': async () => ({ centreId }),
  'ballot.pools': async () => ({ centreId }),
  'limits.get': async () => ({ centreId }),
  'limits.set': async (target) => ({
    ...{ centreId, seatsPerTerm: 100 },
    activityId: target === 'none' ? `${centreId}.nothing` : activityId,
  }),
  'stations.list': async () => ({ centreId }),
  'stations.get': async (target) => aStationOr(target),
  'stations.changes': async () => ({}),
  'stations.report': async (target) => ({ ...(await aStationOr(target)), kind: 'closed' }),
  'stations.confirm': async (target) => aStationOr(target),
  'stations.mine': async () => ({}),
  'stations.tasks': async () => ({ centreId }),
  'stations.settle': async (target) => ({
    taskId: target === 'none' ? `${centreId}.nothing` : await aTask(database.store, centreId),
    settlement: 'fixed',
  }),
  'stations.doorSign': async (target) => aStationOr(target),
  'staff.importTimetable': async (target, actor) => ({
    ...{ centreId, year: 2026 },
    fileId: await aFileOf(target, actor, A_TABLE),
  }),
  'staff.today': async () => ({ centreId }),
  'staff.previewPublish': async (target, actor) => ({
    ...{ importId: await anImportOf(target, actor), answers: [] },
  }),
  'staff.publishImport': async (target, actor) => ({
    ...{ importId: await anImportOf(target, actor), answers: [] },
  }),
  'staff.exportTimetable': async () => ({ centreId, from: '2025-01-01', to: '2025-01-02' }),
  'stations.previewImport': aListOf,
  'stations.import': aListOf,
  'stations.photo': async (target) => {
    const station = await aStationOr(target)
    if (target !== 'none') await hangAPhoto(station.stationId)
    return station
  },
  'stations.setPhoto': async (target, actor) => ({
    ...(await aStationOr(target)),
    fileId: await aFileOf(target, actor, await picture),
  }),
  'files.begin': async () => ({ name: '名单.csv', bytes: A_TABLE.length }),
  'files.receive': async (_, actor) => {
    if (actor === 'visitor') return { cloudFileId: `cloud://sample/uploads/${'a'.repeat(26)}` }
    const begun = await as(actor)('files.begin', { name: '名单.csv', bytes: A_TABLE.length })
    return { cloudFileId: `cloud://sample/${valueOf(begun).cloudPath}` }
  },
  ...consultationCalls(() => ({ store: database.store, sealing, centreId, as })),
  ...caseworkCalls(() => ({ store: database.store, sealing, centreId, as })),
  ...lessonCalls(() => ({ store: database.store, centreId, as })),
  ...roleCalls(() => ({ store: database.store, centreId, as })),
  ...deviceCalls(() => ({ store: database.store, as })),
  ...programmeCalls(() => ({
    ...{ centreId, as },
    aFileOf: async (target, actor) => aFileOf(target, actor, await picture),
  })),
  'me.get': async () => ({}),
  'me.update': async () => ({ nickname: '示例' }),
  'me.calendarAddress': async () => ({}),
  'me.makeCalendarAddress': async () => ({}),
  'me.revokeCalendarAddress': async () => ({ since: toInstantText(NOW) }),
  'me.data': async () => ({}),
  'me.export': async () => ({}),
  'me.erase': async () => {
    // Somebody else may give roles after them, and nobody's matter is in their hands.
    await database.store.pool.query(
      `with successor as (insert into changlai.person (person_id) values (gen_random_uuid()) returning person_id)
       insert into changlai.role_grant (centre_id, person_id, role)
       select distinct held.centre_id, successor.person_id, held.role
       from changlai.role_grant as held cross join successor where held.role in ('director', 'district')`,
    )
    await database.store.pool.query(
      `update changlai.consultation set state = 'closed', closed_at = now(), awaiting = null
       where state in ('assigned', 'accepted')`,
    )
    return { confirm: '注销' }
  },
}

/** How many centres were asked for; each has a key of its own. */
let opened = 0

const A_TABLE = Buffer.from('名称,地址,经度,纬度\n示例驿站,工人路,113.6206,34.7492\n')
const picture = pictureOfAPhone('png')
const AN_ELDER = { kind: 'elder', name: '示例外婆' } as const

/** A code of somebody new. */
async function aCodeReadOut(): Promise<string> {
  const elder = as(`elder-${newRequestId()}`)
  return valueOf(await elder('family.code', {})).code
}

/** A family holds six at most. */
async function leaveFamily(actor: string): Promise<void> {
  if (actor === 'visitor') return
  const person = as(actor)
  const { members } = valueOf(await person('family.list', {}))
  for (const { memberId } of members) valueOf(await person('family.remove', { memberId }))
}

/** The queue of a clinic that is today, in which a stranger waits. */
async function aQueueOr(target: Target): Promise<{ poolId: string }> {
  if (target === 'none') return { poolId: `${centreId}.nothing` }
  const lessons = [{ startsAt: NOW + HOUR, endsAt: NOW + 3 * HOUR }]
  const poolId = await aPool(database.store, centreId, { lessons, columns: { numbered: true } })
  valueOf(await as(`waits-${newRequestId()}`)('seats.book', { poolId }))
  return { poolId }
}

/** A pool with one seat, which somebody has and can give back. */
async function aFullPool() {
  const poolId = await aPool(database.store, centreId, { capacity: 1 })
  const holder = as(`holder-${newRequestId()}`)
  const { bookingId } = valueOf(await holder('seats.book', { poolId }))
  return { poolId, giveBack: async () => valueOf(await holder('seats.cancel', { bookingId })) }
}

/** An entry on a waiting list, of the actor where it is to be their own, else of a stranger. */
async function anEntryOf(
  target: Target,
  actor: string,
  wish: { offered?: boolean; behindAnother?: boolean } = {},
): Promise<{ entryId: string }> {
  if (target === 'none') return { entryId: `${centreId}.nothing` }
  const { poolId, giveBack } = await aFullPool()
  const join = async (name: string) =>
    valueOf(await as(name)('waitlist.join', { poolId, evenIfClashes: true })).entryId
  if (wish.behindAnother) await join(`waits-${newRequestId()}`)
  const isOwn = target === 'own' && actor !== 'visitor'
  const entryId = await join(isOwn ? actor : `waits-${newRequestId()}`)
  if (wish.offered) await giveBack()
  return { entryId }
}

/** A ballot that takes entries, announced by somebody of the staff. */
async function aBallot(): Promise<{ ballotId: string; poolId: string }> {
  const poolId = await aDrawnPool(database.store, centreId)
  const announced = { numberSource: '示例数字来源', numberAt: toInstantText(NUMBER_AT) }
  const { ballotId } = valueOf(
    await as('staff-here')('ballot.announce', { centreId, poolIds: [poolId], ...announced }),
  )
  return { ballotId, poolId }
}

/** A ballot that is closed and whose number is due, as if its announcement were long past. */
async function aClosedBallot(): Promise<string> {
  const { ballotId } = await aBallot()
  await database.store.pool.query(
    `update changlai.ballot
     set announced_at = $2::timestamptz - interval '3 hours',
       closes_at = $2::timestamptz - interval '2 hours',
       number_at = $2::timestamptz - interval '1 hour', closed_at = $2,
       list = '', list_hash = encode(sha256(''), 'hex')
     where ballot_id = $1`,
    [ballotId, new Date(NOW)],
  )
  return ballotId
}

async function aListOf(target: Target, actor: string): Promise<object> {
  return { centreId, fileId: await aFileOf(target, actor, A_TABLE), datum: 'GCJ-02' }
}

async function hangAPhoto(stationId: string): Promise<void> {
  const actor = 'district-everywhere'
  const fileId = await aFileOf('own', actor, await picture)
  valueOf(await as(actor)('stations.setPhoto', { stationId, fileId }))
}

/** A file of the actor, of somebody else, or none at all. */
/** The import of a timetable that the actor sent, or somebody else, or nobody. */
async function anImportOf(target: 'none' | 'own' | 'strangers', actor: string): Promise<string> {
  const fileId = await aFileOf(target, actor, A_TABLE)
  return `${centreId}.${fileId.slice(2)}-2026`
}

async function aFileOf(target: Target, actor: string, content: Buffer): Promise<string> {
  const none = `f-${'a'.repeat(26)}`
  if (target === 'none' || actor === 'visitor') return none
  const receive = createReceive(database.store, fixedClock(NOW))
  const subject = target === 'own' ? actor : `sender-${newRequestId()}`
  const received = await receive({
    identity: { provider: 'local', subject },
    name: '名单.csv',
    content,
  })
  return (received as { fileId: string }).fileId
}

async function aStationOr(target: Target): Promise<{ stationId: string }> {
  const none = `${centreId}.nothing`
  return { stationId: target === 'none' ? none : await aStation(database.store, centreId) }
}

/** What names a target that need not be there; everything else is asked of something that is. */
const ALWAYS_THERE: OperationName[] = [
  'attendance.lessons',
  'attendance.poster',
  'attendance.makePoster',
  'attendance.contested',
  'consultation.slots',
  'staff.today',
  'stations.tasks',
  'programme.list',
  'waitlist.pools',
  'ballot.list',
  'ballot.pools',
  'limits.get',
  'staff.exportTimetable',
  'figures.centre',
  'consultation.sendFeedback',
  'casework.list',
  'casework.waiting',
  'casework.feedback',
  'casework.officeHours',
  'casework.publishHours',
  'roles.list',
  'roles.invitations',
  'roles.invite',
  'audit.search',
]
/** Targets that an input can name in more than one way, so that the table does not say which. */
const NAMED_OTHERWISE: OperationName[] = [
  'stations.get',
  'centres.open',
  'consultation.request',
  'ballot.enter',
  'ballot.proof',
]

/** Of what is no centre's own, only who has the role everywhere does anything. */
function holds(actor: string, roles: readonly string[], ofNoCentre = false): boolean {
  const [role, where] = actor.split('-')
  return roles.includes(role!) && (where === 'everywhere' || (where === 'here' && !ofNoCentre))
}

function expected(operation: OperationName, actor: string, target: Target): string {
  const { who, role, target: field, relation } = PERMISSIONS[operation]
  if (who === 'resident' && actor === 'visitor') return 'UNAUTHENTICATED'
  if (role !== null && !holds(actor, role, field === null)) return 'FORBIDDEN'
  const named =
    (field !== null && !ALWAYS_THERE.includes(operation)) || NAMED_OTHERWISE.includes(operation)
  if (named && target === 'none') return 'NOT_FOUND'
  if (relation === 'own' && target === 'strangers') return PERMISSIONS[operation].stranger!
  return 'OK'
}

test('Every operation has a rule and a call in this test', () => {
  const operations = Object.keys(contract).sort()
  expect(Object.keys(PERMISSIONS).sort()).toEqual(operations)
  expect(Object.keys(CALLS).sort()).toEqual(operations)
})

test('The rules name only fields that their operation takes, and say what strangers get', () => {
  for (const [operation, { target, relation, stranger, role }] of Object.entries(PERMISSIONS)) {
    const { entries } = contract[operation as OperationName].input as unknown as {
      entries?: Record<string, unknown>
    }
    if (target !== null) expect(Object.keys(entries!)).toContain(target)
    expect(relation === 'own').toBe(stranger !== null)
    // Of no one centre is only what the district does, which keeps all of them.
    const ofDistrict = role?.length === 1 && role[0] === 'district'
    if (relation === 'own' || (role !== null && !ofDistrict)) expect(target).not.toBeNull()
  }
})

test('What stands open to visitors is what a shared page shows, and a desk’s own sign-in', () => {
  const open = Object.entries(PERMISSIONS).filter(([, { who }]) => who !== 'resident')
  expect(open.map(([operation]) => operation).sort()).toEqual([
    'activities.get',
    'activities.list',
    'ballot.proof',
    'calendar.list',
    'centres.list',
    'consultation.statistics',
    'devices.begin',
    'devices.claim',
    'programme.cover',
    'queue.now',
    'stations.changes',
    'stations.get',
    'stations.list',
    'stations.photo',
  ])
})

/** The targets that differ for a call: what is not told for whom it is has no owner. */
function targetsOf(operation: OperationName): readonly Target[] {
  const told = CALLS[operation].length
  return told === 0 ? ['strangers'] : told === 1 ? ['strangers', 'none'] : TARGETS
}

test('A call that is not told the target or for whom it is needs to know neither', () => {
  for (const operation of Object.keys(contract) as OperationName[]) {
    const asked = targetsOf(operation)
    for (const actor of ACTORS) {
      const codes = TARGETS.map((target) =>
        expected(operation, actor, asked.includes(target) ? target : 'strangers'),
      )
      expect({ operation, codes }).toEqual({
        ...{ operation, codes: TARGETS.map((target) => expected(operation, actor, target)) },
      })
    }
  }
})

/** Whoever erases their account has nothing left that is asked about after it: it is done at the end. */
const LAST: OperationName = 'me.erase'

let operationsSince = 0

/**
 * What PostgreSQL does by itself within a minute. Without it statements of the later operations are
 * planned for tables that are still empty, and hold each row against all of the centre.
 */
async function gatherStatistics(): Promise<void> {
  operationsSince += 1
  if (operationsSince % 10 === 1) await asOwner(database, 'analyze')
}

function doesAsTheRuleSays(operation: OperationName): void {
  beforeAll(gatherStatistics)
  /** Who may not do a thing changes nothing: all of them are refused the same. */
  const untouched: Partial<Record<Target, object>> = {}
  const inputFor = async (target: Target, actor: string): Promise<object> => {
    const isShared = target !== 'own' && expected(operation, actor, target) === 'FORBIDDEN'
    if (!isShared) return CALLS[operation](target, actor)
    return (untouched[target] ??= await CALLS[operation](target, actor))
  }

  test.each(ACTORS)('asked by a %s does what the rule says', async (actor) => {
    for (const target of targetsOf(operation)) {
      const input = await inputFor(target, actor)
      const answer = await as(actor)(operation, input as never)
      const code = answer.ok ? 'OK' : answer.code
      expect({ target, code }).toEqual({ target, code: expected(operation, actor, target) })
    }
  })
}

describe.each((Object.keys(contract) as OperationName[]).filter((one) => one !== LAST))(
  '%s',
  doesAsTheRuleSays,
)

const AT_THE_DOOR = ['scan', 'lessons', 'roster', 'sheet', 'mark'].map((one) => ({
  operation: `attendance.${one}`,
  role: ['volunteer', 'teacher', 'staff', 'director', 'district'],
}))
const PROFESSIONAL = ['lawyer', 'mediator']
const CASEWORK = [
  ...['list', 'open', 'attachment', 'accept', 'decline', 'ask', 'propose', 'close'].map((one) => ({
    operation: `casework.${one}`,
    role: PROFESSIONAL,
  })),
  { operation: 'casework.handOver', role: ['lawyer'] },
  { operation: 'casework.referral', role: PROFESSIONAL },
  ...['waiting', 'candidates', 'assign', 'feedback', 'answerFeedback'].map((one) => ({
    operation: `casework.${one}`,
    role: ['staff', 'director', 'district'],
  })),
  { operation: 'casework.officeHours', role: PROFESSIONAL },
  { operation: 'casework.publishHours', role: PROFESSIONAL },
]

const PROGRAMME = [
  ...['list', 'get', 'preview', 'save', 'publish', 'discard', 'postpone', 'cancel'],
  ...['previewChange', 'setCover'],
]

test('What only a role may do is what staff, helpers and the doctor do for their centre', () => {
  const kept = Object.entries(PERMISSIONS).filter(([, { role }]) => role !== null)
  expect(kept.map(([operation, { role }]) => ({ operation, role }))).toEqual([
    { operation: 'centres.open', role: ['district'] },
    { operation: 'seats.bookFor', role: ['volunteer', 'staff', 'director', 'district'] },
    { operation: 'queue.list', role: ['doctor', 'staff', 'director', 'district'] },
    { operation: 'queue.call', role: ['doctor', 'staff', 'director', 'district'] },
    { operation: 'queue.mark', role: ['doctor', 'staff', 'director', 'district'] },
    { operation: 'waitlist.list', role: ['staff', 'director', 'district'] },
    { operation: 'waitlist.pools', role: ['staff', 'director', 'district'] },
    { operation: 'waitlist.moveUp', role: ['staff', 'director', 'district'] },
    ...AT_THE_DOOR,
    ...['poster', 'makePoster', 'contested', 'settle'].map((one) => ({
      operation: `attendance.${one}`,
      role: ['staff', 'director', 'district'],
    })),
    { operation: 'lessons.move', role: ['staff', 'director', 'district'] },
    { operation: 'lessons.cancel', role: ['staff', 'director', 'district'] },
    { operation: 'lessons.previewMove', role: ['staff', 'director', 'district'] },
    ...PROGRAMME.map((one) => ({
      operation: `programme.${one}`,
      role: ['staff', 'director', 'district'],
    })),
    { operation: 'notices.previewMessage', role: ['staff', 'director', 'district'] },
    { operation: 'notices.send', role: ['staff', 'director', 'district'] },
    { operation: 'figures.centre', role: ['staff', 'director', 'district'] },
    { operation: 'figures.district', role: ['district'] },
    { operation: 'ballot.announce', role: ['staff', 'director', 'district'] },
    { operation: 'ballot.publishNumber', role: ['staff', 'director', 'district'] },
    { operation: 'ballot.list', role: ['staff', 'director', 'district'] },
    { operation: 'ballot.pools', role: ['staff', 'director', 'district'] },
    { operation: 'limits.get', role: ['staff', 'director', 'district'] },
    { operation: 'limits.set', role: ['staff', 'director', 'district'] },
    { operation: 'stations.tasks', role: ['staff', 'director', 'district'] },
    { operation: 'stations.settle', role: ['staff', 'director', 'district'] },
    { operation: 'stations.doorSign', role: ['staff', 'director', 'district'] },
    { operation: 'stations.previewImport', role: ['staff', 'director', 'district'] },
    { operation: 'stations.import', role: ['staff', 'director', 'district'] },
    { operation: 'stations.setPhoto', role: ['staff', 'director', 'district'] },
    ...CASEWORK,
    { operation: 'staff.importTimetable', role: ['staff', 'director', 'district'] },
    ...[
      ...['list', 'invitations', 'invite', 'revokeInvitation', 'remove'].map(
        (one) => `roles.${one}`,
      ),
      'audit.search',
    ].map((operation) => ({ operation, role: ['director', 'district'] })),
    {
      operation: 'staff.today',
      role: [
        ...['volunteer', 'teacher', 'doctor', 'lawyer', 'mediator'],
        ...['staff', 'director', 'district'],
      ],
    },
    { operation: 'staff.previewPublish', role: ['staff', 'director', 'district'] },
    { operation: 'staff.publishImport', role: ['staff', 'director', 'district'] },
    { operation: 'staff.exportTimetable', role: ['staff', 'director', 'district'] },
  ])
})

test('A role that was taken away is gone with the next call, and one that was given is there', async () => {
  const person = as('comes-and-goes')
  const ask = async () => (await person('stations.tasks', { centreId })).ok
  expect(await ask()).toBe(false)
  const { pool } = database.store
  await pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select $1, person_id, 'staff' from changlai.person_identity where subject = 'comes-and-goes'`,
    [centreId],
  )
  expect(await ask()).toBe(true)
  await pool.query(
    `delete from changlai.role_grant where person_id =
       (select person_id from changlai.person_identity where subject = 'comes-and-goes')`,
  )
  expect(await ask()).toBe(false)
})

test('A stranger who tries to take or leave somebody’s place changes nothing', async () => {
  const { entryId } = await anEntryOf('strangers', 'visitor', { offered: true })
  for (const actor of ACTORS) {
    expect((await as(actor)('waitlist.accept', { entryId })).ok).toBe(false)
    expect((await as(actor)('waitlist.leave', { entryId })).ok).toBe(false)
  }
  const row = await database.store.db
    .selectFrom('changlai.waitlist_entry')
    .select('state')
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow()
  expect(row.state).toBe('offered')
})

test('Who may not settle a task changes nothing by trying', async () => {
  const taskId = await aTask(database.store, centreId)
  for (const actor of ACTORS.filter((one) => !holds(one, ['staff', 'director', 'district']))) {
    expect((await as(actor)('stations.settle', { taskId, settlement: 'gone' })).ok).toBe(false)
  }
  const row = await database.store.db
    .selectFrom('changlai.station_task')
    .select('settlement')
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow()
  expect(row.settlement).toBeNull()
})

test('A stranger who tries to cancel changes nothing', async () => {
  const poolId = await aPool(database.store, centreId)
  const holder = as('holder')
  const { bookingId } = valueOf(await holder('seats.book', { poolId }))
  for (const actor of ACTORS) {
    expect((await as(actor)('seats.cancel', { bookingId })).ok).toBe(false)
  }
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 1, booked: 1, people: 1 })
})

test('Nobody changes or removes somebody of another family, nor books for them', async () => {
  const poolId = await aPool(database.store, centreId)
  const holder = as('holder-of-family')
  const { memberId } = valueOf(await holder('family.save', AN_ELDER))
  for (const actor of ACTORS.filter((one) => one !== 'visitor')) {
    const person = as(actor)
    const changed = await person('family.save', { ...AN_ELDER, memberId, name: '示例他人' })
    const removed = await person('family.remove', { memberId })
    const booked = await person('seats.book', { poolId, attendeeIds: [memberId] })
    for (const answer of [changed, removed, booked]) {
      expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    }
  }
  const { members } = valueOf(await holder('family.list', {}))
  expect(members).toMatchObject([{ memberId, name: '示例外婆' }])
  expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
})

test('Nobody without the role marks anybody, or settles a strike, by trying', async () => {
  const mark = (await CALLS['attendance.mark']('strangers', 'visitor')) as Input<'attendance.mark'>
  const scan = (await CALLS['attendance.scan']('strangers', 'visitor')) as Input<'attendance.scan'>
  const settle = await CALLS['attendance.settle']('strangers', 'visitor')
  for (const actor of ACTORS.filter((one) => !holds(one, AT_THE_DOOR[0]!.role))) {
    expect((await as(actor)('attendance.mark', mark)).ok).toBe(false)
    expect((await as(actor)('attendance.scan', scan)).ok).toBe(false)
    expect((await as(actor)('attendance.settle', settle as never)).ok).toBe(false)
  }
  const roster = { occurrenceId: mark.occurrenceId }
  const { attendees } = valueOf(await as('staff-here')('attendance.roster', roster))
  expect(attendees).toMatchObject([{ mark: null }])
})

test('Nobody without the role calls a number by trying', async () => {
  const { poolId } = await aQueueOr('strangers')
  for (const actor of ACTORS.filter(
    (one) => !holds(one, ['doctor', 'staff', 'director', 'district']),
  )) {
    expect((await as(actor)('queue.call', { poolId })).ok).toBe(false)
    const mark = { poolId, number: 1, state: 'seen' } as const
    expect((await as(actor)('queue.mark', mark)).ok).toBe(false)
  }
  const queue = valueOf(await as('visitor')('queue.now', { poolId }))
  expect(queue).toMatchObject({ called: null, nextUp: 1, waiting: 1, mine: [] })
})

test('Nobody sees a booking of somebody else among their own', async () => {
  for (const actor of ACTORS.filter((one) => one !== 'visitor')) {
    const person = await database.store.db
      .selectFrom('changlai.person_identity')
      .select('person_id')
      .where('subject', '=', actor)
      .executeTakeFirstOrThrow()
    const { bookings } = valueOf(await as(actor)('seats.mine', {}))
    const rows = await database.store.db
      .selectFrom('changlai.booking')
      .select('person_id')
      .where(
        'booking_id',
        'in',
        bookings.map(({ bookingId }) => bookingId),
      )
      .execute()
    expect(rows.every(({ person_id }) => person_id === person.person_id)).toBe(true)
    expect(rows).toHaveLength(bookings.length)
  }
})

describe(LAST, () => doesAsTheRuleSays(LAST))
