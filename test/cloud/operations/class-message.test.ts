import { fixedClock } from '../../../src/cloud/clock'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { type Caller, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { peopleOf, staffOf } from '../../support/builders/course'
import { NOW, aCentre, aPool, anActivity } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
let centreId: string
let staff: Caller
const clock = fixedClock(NOW)
beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
  staff = await staffOf(database.store, peopleOf(database.store, clock).named, centreId)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

const people = () => peopleOf(database.store, clock)
/** An activity with two pools, of which the first is over in two days. */
async function aClass() {
  const { store } = database
  const activityId = await anActivity(store, centreId, { title: '示例合唱' })
  const [first, second] = [
    await aPool(store, centreId, { activityId }),
    await aPool(store, centreId, {
      activityId,
      lessons: [{ startsAt: NOW + 4 * DAY, endsAt: NOW + 4 * DAY + HOUR }],
    }),
  ]
  return { activityId, first, second }
}
const messagesOf = async (person: Caller) => {
  const { notices } = valueOf(await person('notices.mine', { messages: true }))
  return notices.flatMap((notice) => (notice.kind === 'class-message' ? [notice] : []))
}
const text = '周四请带一支毛笔，教室换到三楼。'

test('Everybody with a seat reads it once, and whoever booked for a child', async () => {
  const { activityId, first, second } = await aClass()
  const { someone, aParent } = people()
  const { parent, child } = await aParent()
  const single = someone()
  const gave = someone()
  valueOf(await parent('seats.book', { poolId: first, attendeeIds: [child, 'self'] }))
  valueOf(await parent('seats.book', { poolId: second, attendeeIds: [child] }))
  valueOf(await single('seats.book', { poolId: second }))
  const { bookingId } = valueOf(await gave('seats.book', { poolId: second }))
  valueOf(await gave('seats.cancel', { bookingId }))
  const preview = { title: '示例合唱', people: 2, sentToday: 0, mostADay: 3 }
  expect(valueOf(await staff('notices.previewMessage', { activityId }))).toEqual(preview)
  const one = await staff('notices.previewMessage', { activityId, poolId: first })
  expect(valueOf(one)).toEqual({ ...preview, people: 1 })
  const requestId = newRequestId()
  const sent = await staff('notices.send', { activityId, text }, requestId)
  expect(valueOf(sent)).toMatchObject({ told: 2 })
  expect(await staff('notices.send', { activityId, text }, requestId)).toEqual(sent)
  for (const person of [parent, single]) {
    expect(await messagesOf(person)).toEqual([
      expect.objectContaining({ title: '示例合唱', centreName: '示例社区', text, isRead: false }),
    ])
  }
  expect(await messagesOf(gave)).toEqual([])
  // A client that knows of changes alone is told of no other.
  expect(valueOf(await single('notices.mine', {}))).toMatchObject({ notices: [], unread: 0 })
  const [newest] = await messagesOf(single)
  const upTo = newest!.noticeId
  expect(valueOf(await single('notices.read', { upTo }))).toEqual({ unread: 0 })
  const { rows } = await database.store.pool.query(
    'select text, told, sent_by is not null as by from changlai.class_message where activity_id = $1',
    [activityId],
  )
  expect(rows).toEqual([{ text, told: 2, by: true }])
})

test('Three a day, counted one by one however many send at once; who has none left is asked no more', async () => {
  const { activityId, first } = await aClass()
  const person = people().someone()
  valueOf(await person('seats.book', { poolId: first }))
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((one) => staff('notices.send', { activityId, text: `第 ${one} 条` })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  const refused = answers.find(({ ok }) => !ok)!
  expect(refusalOf(refused)).toEqual({ code: 'ENOUGH_TODAY', facts: { mostADay: 3 } })
  clock.set(NOW + 15 * HOUR)
  valueOf(await staff('notices.send', { activityId, text }))
  expect(await messagesOf(person)).toHaveLength(4)
  clock.set(NOW + 9 * DAY)
  expect(refusalOf(await staff('notices.send', { activityId, text })).code).toBe('NOBODY_TO_TELL')
})

test('A link, a stranger’s number, and another centre’s class are refused', async () => {
  const { activityId, first } = await aClass()
  const { activityId: other } = await aClass()
  const say = async (what: string) =>
    refusalOf(await staff('notices.send', { activityId, text: what }))
  const facts = { phone: '0371-00000000' }
  const code = 'NOT_IN_A_MESSAGE'
  expect(await say('来 example.com 看')).toEqual({ code, facts: { ...facts, what: 'link' } })
  expect(await say('打 1380000 0000')).toEqual({ code, facts: { ...facts, what: 'phone' } })
  const own = await staff('notices.send', { activityId, text: '有事打 0371 00000000' })
  expect(refusalOf(own).code).toBe('NOBODY_TO_TELL')
  const wrong = { activityId: other, poolId: first, text }
  expect(refusalOf(await staff('notices.send', wrong))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'pool' },
  })
  const stranger = await people().someone()('notices.send', { activityId, text })
  expect(refusalOf(stranger).code).toBe('FORBIDDEN')
})
