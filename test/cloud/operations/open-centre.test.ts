import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { peopleOf } from '../../support/builders/course'
import { NOW, aCentre, aPool, anActivity } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let district: Caller
const clock = fixedClock(NOW)
beforeAll(async () => {
  database = await testDatabase()
  district = peopleOf(database.store, clock).named('district')
  valueOf(await district('me.get', {}))
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '*', person_id, 'district' from changlai.person_identity where subject = 'district'`,
  )
})
afterAll(() => database.drop())

const wish = {
  name: '示例新社区党群服务中心',
  shortName: '示例新社区',
  address: '示例路（示例门牌）',
  location: { lat: 34.75, lng: 113.6, datum: 'GCJ-02' as const },
  phone: '0371-00000000',
  hours: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '18:00' }],
}

test('A centre is there at once, with what its template publishes as drafts without lessons', async () => {
  const { store } = database
  const template = await aCentre(store, { courses_per_term: 2 })
  const seating = JSON.stringify({ per: 'occurrence', capacity: 20 })
  const activity = { title: '示例合唱', seats_per_term: 3, parallel_group: '合唱', seating }
  await aPool(store, template, { activity })
  await anActivity(store, template, { published: false })
  await anActivity(store, template, { state: 'cancelled' })
  await aPool(store, template, { activity: { category: 'legal' }, columns: { intake: 'legal' } })
  const requestId = newRequestId()
  const opened = await district('centres.open', { ...wish, centreId: 'xin', template }, requestId)
  expect(valueOf(opened)).toEqual({ centreId: 'xin', drafts: 1 })
  expect(await district('centres.open', { ...wish, centreId: 'xin', template }, requestId)).toEqual(
    opened,
  )
  const { centres } = valueOf(await peopleOf(store, clock).someone()('centres.list', {}))
  expect(centres[centres.length - 1]).toEqual({ ...wish, centreId: 'xin' })
  // Nothing of a draft is shown, nor does the clock give it lessons.
  await runDueJobs({ store, clock, log: silentLog })
  expect(valueOf(await district('activities.list', { centreId: 'xin' })).activities).toEqual([])
  const { rows } = await store.pool.query(
    `select title, published, seats_per_term, parallel_group, seating->>'per' as per,
       (select courses_per_term from changlai.centre where centre_id = 'xin') as courses,
       (select count(*) from changlai.occurrence where centre_id = 'xin') as lessons
     from changlai.activity where centre_id = 'xin'`,
  )
  expect(rows).toEqual([
    {
      ...{ title: '示例合唱', published: false, seats_per_term: 3, parallel_group: '合唱' },
      ...{ per: 'occurrence', courses: 2, lessons: 0 },
    },
  ])
})

test('One key is one centre, whoever asks first; a template has to be there', async () => {
  const asked = { ...wish, centreId: 'tong', template: null }
  const both = await Promise.all([district('centres.open', asked), district('centres.open', asked)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(refusalOf(both.find(({ ok }) => !ok)!)).toEqual({
    code: 'CENTRE_ID_TAKEN',
    facts: { name: wish.name },
  })
  const none = { ...wish, centreId: 'wu', template: 'nowhere' }
  expect(refusalOf(await district('centres.open', none))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'template' },
  })
})

test.each([
  ['location.lat', { location: { ...wish.location, lat: 90 } }],
  ['phone', { phone: '打这个' }],
  ['hours', { hours: [{ days: [8], opens: '08:30', closes: '18:00' }] }],
  ['hours', { hours: [{ days: [1], opens: '8点', closes: '18:00' }] }],
  ['centreId', { centreId: '新' }],
])('What is wrong with %s is named', async (path, wrong) => {
  const input = { ...wish, centreId: 'cuo', template: null, ...wrong }
  expect(refusalOf(await district('centres.open', input))).toMatchObject({
    code: 'INVALID_INPUT',
    facts: { path },
  })
})
