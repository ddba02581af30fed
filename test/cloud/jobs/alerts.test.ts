import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs, sendDueAlerts } from '../../../src/cloud/jobs'
import { localAlerts } from '../../../src/cloud/hosts/local/alerts'
import type { TemplateName } from '../../../src/domain/alerts/purpose'
import { DAY, HOUR, MINUTE, SECOND, toInstantText } from '../../../src/domain/time/instant'
import { alertsOf, TestPlatform } from '../../support/builders/alerts'
import { CLOSES, NUMBER_AT, aDrawnPool } from '../../support/builders/ballot'
import {
  type Caller,
  callerOf,
  newRequestId,
  refusalOf,
  valueOf,
} from '../../support/builders/caller'
import { lessonsOf, staffOf } from '../../support/builders/course'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
let platform: TestPlatform
const clock = fixedClock(NOW)
const hostOf = () => ({
  ...{ store: database.store, clock, log: silentLog, alerts: platform.alerts },
})
const named = (name: string) => callerOf(createDispatch(hostOf()), name)
const someone = () => named(`someone-${newRequestId()}`)
const jobs = () => runDueJobs(hostOf())
const send = () => sendDueAlerts(hostOf())
/** 15:00 on Thursday the 26th; NOW is Sunday at nine. */
const LESSON = Date.parse('2026-11-26T15:00:00+08:00')

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set(NOW)
  platform = new TestPlatform()
  await database.store.pool.query(
    'delete from changlai.alert; delete from changlai.alert_acceptance; delete from changlai.alert_answer',
  )
})

const accept = async (person: Caller, ...templates: TemplateName[]) =>
  valueOf(
    await person('alerts.accept', {
      answers: templates.map((template) => ({ template, answer: 'accept' })),
    }),
  )
const leftOf = async (person: Caller, template: TemplateName) =>
  valueOf(await person('alerts.mine', {})).templates.find((one) => one.template === template)!

async function aLesson(startsAt = LESSON, columns: object = {}) {
  const poolId = await aPool(database.store, centreId, {
    ...{ capacity: 10, columns },
    lessons: [{ startsAt, endsAt: startsAt + HOUR }],
  })
  return { poolId, lesson: (await lessonsOf(database.store, poolId))[0]! }
}

/** Somebody with a seat who accepted these messages. */
async function aBooker(poolId: string, ...templates: TemplateName[]) {
  const person = someone()
  const { bookingId } = valueOf(await person('seats.book', { poolId, evenIfClashes: true }))
  if (templates.length > 0) await accept(person, ...templates)
  return { person, bookingId, page: `pages/booking/ticket/ticket?bookingId=${bookingId}` }
}

const statesOf = async () => (await alertsOf(database.store)).map(({ state, why }) => why ?? state)

describe('reminders', () => {
  test('come the evening before and two hours before, once each, to who asked for them', async () => {
    const { poolId } = await aLesson()
    const { person, page } = await aBooker(poolId, 'tomorrow', 'soon')
    await aBooker(poolId)
    clock.set(LESSON - DAY + 2 * HOUR)
    await jobs()
    expect(platform.told()).toEqual([])
    clock.set(LESSON - DAY + 3 * HOUR)
    await jobs()
    await Promise.all([jobs(), jobs()])
    expect(platform.told()).toEqual([['tomorrow', '示例讲座', page]])
    expect(await leftOf(person, 'tomorrow')).toMatchObject({ left: 0, answer: 'accept' })
    clock.set(LESSON - 2 * HOUR)
    await jobs()
    await jobs()
    expect(platform.told()).toEqual([['soon', '示例讲座', page]])
  })

  test('are caught up after an outage while they are of use, and left out then', async () => {
    const { poolId } = await aLesson()
    await aBooker(poolId, 'tomorrow', 'soon')
    clock.set(LESSON - DAY + 6 * HOUR + 25 * MINUTE)
    await jobs()
    expect(platform.told()).toHaveLength(1)
    clock.set(LESSON - 20 * MINUTE)
    await jobs()
    expect(platform.told()).toEqual([])
  })

  test('that were written and not sent before the night are not sent in the morning', async () => {
    const { poolId } = await aLesson()
    const { person } = await aBooker(poolId, 'tomorrow')
    platform.answers.push({ outcome: 'later', code: -1 })
    clock.set(LESSON - DAY + 3 * HOUR)
    await jobs()
    platform.taken.length = 0
    clock.set(LESSON - DAY + 7 * HOUR)
    await send()
    expect(await statesOf()).toEqual(['waiting'])
    clock.set(LESSON - 5 * HOUR)
    await send()
    expect(platform.told()).toEqual([])
    expect(await statesOf()).toEqual(['late'])
    expect(await leftOf(person, 'tomorrow')).toMatchObject({ left: 1 })
  })

  test('follow a lesson that was moved, and say nothing of a seat that was given back', async () => {
    const staff = await staffOf(database.store, named, centreId)
    const { poolId, lesson } = await aLesson()
    const { person, bookingId, page } = await aBooker(poolId, 'tomorrow')
    await accept(person, 'tomorrow')
    const { person: gone, bookingId: givenBack } = await aBooker(poolId, 'tomorrow')
    clock.set(LESSON - DAY)
    valueOf(await gone('seats.cancel', { bookingId: givenBack }))
    clock.set(LESSON - DAY + 3 * HOUR)
    await jobs()
    expect(platform.told()).toEqual([['tomorrow', '示例讲座', page]])
    const [startsAt, endsAt] = [LESSON + 2 * DAY, LESSON + 2 * DAY + HOUR].map(toInstantText)
    valueOf(
      await staff('lessons.move', {
        ...{ occurrenceId: lesson.occurrenceId, startsAt: startsAt!, endsAt: endsAt! },
        ...{ place: lesson.place, reason: '老师临时有事' },
        expected: {
          ...{ startsAt: toInstantText(lesson.startsAt), endsAt: toInstantText(lesson.endsAt) },
          ...{ place: lesson.place, state: lesson.state },
        },
      }),
    )
    clock.set(LESSON + DAY + 3 * HOUR)
    await jobs()
    expect(platform.told()).toEqual([['tomorrow', '示例讲座', page]])
    expect(valueOf(await person('seats.mine', {})).bookings[0]).toMatchObject({ bookingId })
  })

  test('that are no longer true when they are due to be sent are not sent, and cost nothing', async () => {
    const { poolId } = await aLesson()
    const { person, bookingId } = await aBooker(poolId, 'soon')
    clock.set(LESSON - 2 * HOUR - 10 * MINUTE)
    platform.answers.push({ outcome: 'later', code: -1 })
    clock.set(LESSON - 2 * HOUR)
    await jobs()
    await database.store.pool.query(
      `update changlai.booking_attendee set status = 'cancelled' where booking_id = $1`,
      [bookingId],
    )
    platform.taken.length = 0
    clock.set(LESSON - HOUR)
    await send()
    expect(platform.told()).toEqual([])
    expect(await statesOf()).toEqual(['gone'])
    expect(await leftOf(person, 'soon')).toMatchObject({ left: 1 })
  })

  test('of a private hour say that there is news, and nothing that it is', async () => {
    const { poolId } = await aLesson(LESSON, { intake: 'legal' })
    const person = someone()
    await accept(person, 'private')
    const { rows } = await database.store.pool.query<{ person_id: string }>(
      'select person_id from changlai.alert_acceptance',
    )
    await database.store.pool.query(
      `with booking as (
         insert into changlai.booking (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
         values ($1, $1 || '.private', $2, $3, 'booked', 'ABCDEFGH', $4) returning *)
       insert into changlai.booking_attendee (centre_id, booking_id, person_id, pool_id, holder_id, status)
       select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from booking`,
      [centreId, poolId, rows[0]!.person_id, new Date(NOW)],
    )
    clock.set(LESSON - DAY + 3 * HOUR)
    await jobs()
    clock.set(LESSON - 2 * HOUR)
    await jobs()
    const [message, ...others] = platform.taken
    expect(others).toEqual([])
    expect(Object.values(message!.fields)).toEqual(['您的预约有新消息', '2026年11月25日 18:00'])
    expect(message!.page).toBe('pages/home/home')
    expect(JSON.stringify(message)).not.toMatch(/示例讲座|讲座室|legal|private\?/)
  })
})

describe('what happens', () => {
  test('is told with the same commit: a seat from the waiting list', async () => {
    const startsAt = NOW + 10 * DAY
    const poolId = await aPool(database.store, centreId, {
      ...{ capacity: 1, lessons: [{ startsAt, endsAt: startsAt + HOUR }] },
    })
    const { person: holder, bookingId } = await aBooker(poolId)
    const waiting = someone()
    valueOf(await waiting('waitlist.join', { poolId }))
    await accept(waiting, 'seat')
    valueOf(await holder('seats.cancel', { bookingId }))
    expect((await alertsOf(database.store)).map(({ purpose }) => purpose)).toEqual(['seat-offered'])
    await send()
    expect(platform.told()).toEqual([['seat', '示例讲座', 'pages/waitlist/mine/mine']])
  })

  test('at night is told at eight, and not where it was settled meanwhile', async () => {
    const startsAt = NOW + 10 * DAY
    const poolId = await aPool(database.store, centreId, {
      ...{ capacity: 2, lessons: [{ startsAt, endsAt: startsAt + HOUR }] },
    })
    const holders = [await aBooker(poolId), await aBooker(poolId)]
    const waiting = [someone(), someone()]
    for (const one of waiting) {
      valueOf(await one('waitlist.join', { poolId }))
      await accept(one, 'seat')
    }
    clock.set(NOW + 14 * HOUR)
    for (const { person, bookingId } of holders) {
      valueOf(await person('seats.cancel', { bookingId }))
    }
    await send()
    expect(platform.told()).toEqual([])
    const { entryId } = valueOf(await waiting[0]!('waitlist.mine', {})).entries[0]!
    valueOf(await waiting[0]!('waitlist.leave', { entryId }))
    clock.set(NOW + 23 * HOUR)
    await send()
    expect(platform.told()).toHaveLength(1)
    expect((await statesOf()).sort()).toEqual(['gone', 'sent'])
    expect(await leftOf(waiting[0]!, 'seat')).toMatchObject({ left: 1 })
  })

  test('to a lesson is told once, to who accepted it, and not to who has read it in the app', async () => {
    const staff = await staffOf(database.store, named, centreId)
    const { poolId, lesson } = await aLesson()
    const { page } = await aBooker(poolId, 'change')
    const { person: reader } = await aBooker(poolId, 'change')
    await aBooker(poolId)
    valueOf(
      await staff('lessons.cancel', {
        occurrenceId: lesson.occurrenceId,
        expected: {
          ...{ startsAt: toInstantText(lesson.startsAt), endsAt: toInstantText(lesson.endsAt) },
          ...{ place: lesson.place, state: lesson.state },
        },
        reason: '老师临时有事',
      }),
    )
    const { noticeId } = valueOf(await reader('notices.mine', {})).notices[0]!
    valueOf(await reader('notices.read', { upTo: noticeId }))
    await send()
    expect(platform.taken.map(({ fields }) => Object.values(fields))).toEqual([
      ['示例讲座', '取消了', '2026年11月26日 15:00', '这一次不上了，不用跑一趟'],
    ])
    expect(platform.told()).toEqual([['change', '示例讲座', page]])
    expect((await statesOf()).sort()).toEqual(['gone', 'sent'])
  })
})

test('A draw tells who won until when to confirm, and who lost that they lost', async () => {
  const poolId = await aDrawnPool(database.store, centreId, { capacity: 1 })
  const staff = [
    await staffOf(database.store, named, centreId),
    await staffOf(database.store, named, centreId),
  ]
  const numberAt = toInstantText(NUMBER_AT)
  const ballot = { centreId, poolIds: [poolId], numberSource: '双色球第 2026138 期', numberAt }
  const { ballotId } = valueOf(await staff[0]!('ballot.announce', ballot))
  const people = [someone(), someone(), someone()]
  for (const [at, person] of people.entries()) {
    valueOf(await person('ballot.enter', { wishes: [{ poolId }] }))
    if (at < 2) await accept(person, 'seat')
  }
  clock.set(CLOSES)
  await jobs()
  clock.set(NUMBER_AT)
  for (const one of staff)
    valueOf(await one('ballot.publishNumber', { ballotId, number: '123456' }))
  await jobs()
  await jobs()
  const results = platform.taken.map(({ fields, page }) => [page, Object.values(fields)[1]])
  const won = await Promise.all(
    people
      .slice(0, 2)
      .map(async (one) => valueOf(await one('waitlist.mine', {})).entries[0]!.state),
  )
  expect(results.sort()).toEqual(
    won
      .map((state) => ['pages/ballot/mine/mine', state === 'offered' ? '摇中了' : '没摇中'])
      .sort(),
  )
})

describe('the ledger', () => {
  test('counts one acceptance for one tap, however often it is sent, and holds 20', async () => {
    const person = someone()
    const requestId = newRequestId()
    const answers = [
      { template: 'tomorrow' as const, answer: 'accept' as const },
      { template: 'soon' as const, answer: 'ban' as const },
    ]
    for (let times = 0; times < 3; times += 1) {
      valueOf(await person('alerts.accept', { answers }, requestId))
    }
    expect(await leftOf(person, 'tomorrow')).toMatchObject({ left: 1, answer: 'accept' })
    expect(await leftOf(person, 'soon')).toMatchObject({ left: 0, answer: 'ban' })
    for (let times = 0; times < 21; times += 1) await accept(person, 'tomorrow')
    expect(await leftOf(person, 'tomorrow')).toMatchObject({ left: 20 })
    expect(valueOf(await someone()('alerts.mine', {})).templates).toHaveLength(5)
  })

  test('knows no template that the deployment has not, and asks for none where it has none', async () => {
    const quiet = callerOf(
      createDispatch({ store: database.store, clock, log: silentLog }),
      `someone-${newRequestId()}`,
    )
    expect(valueOf(await quiet('alerts.mine', {}))).toEqual({ templates: [], local: false })
    const answers = [{ template: 'seat' as const, answer: 'accept' as const }]
    expect(refusalOf(await quiet('alerts.accept', { answers }))).toEqual({
      ...{ code: 'NOT_OFFERED', facts: { template: 'seat' } },
    })
  })

  test('gives two messages at once no acceptance twice', async () => {
    const startsAt = NOW + 10 * DAY
    const waiting = someone()
    await accept(waiting, 'seat')
    for (const hours of [0, 5]) {
      const begins = startsAt + hours * HOUR
      const poolId = await aPool(database.store, centreId, {
        ...{ capacity: 1, lessons: [{ startsAt: begins, endsAt: begins + HOUR }] },
      })
      const { person, bookingId } = await aBooker(poolId)
      valueOf(await waiting('waitlist.join', { poolId, evenIfClashes: true }))
      valueOf(await person('seats.cancel', { bookingId }))
    }
    await send()
    expect(platform.told()).toHaveLength(1)
    expect((await statesOf()).sort()).toEqual(['no-acceptance', 'sent'])
  })
})

describe('a try', () => {
  async function aDueAlert(accepted = 1) {
    const { poolId } = await aLesson()
    const booker = await aBooker(poolId, 'soon')
    for (let more = 1; more < accepted; more += 1) await accept(booker.person, 'soon')
    clock.set(LESSON - 2 * HOUR)
    return booker
  }

  test('that the person’s phone refuses (43101) spends all that the ledger has, and asks anew', async () => {
    const { person } = await aDueAlert(3)
    platform.answers.push({ outcome: 'refused', code: 43101 })
    await jobs()
    clock.set(LESSON - HOUR)
    await send()
    expect(platform.taken).toHaveLength(1)
    expect(await statesOf()).toEqual(['refused'])
    expect(await leftOf(person, 'soon')).toMatchObject({ left: 0, answer: 'reject' })
  })

  test('with wrong fields (47003) is given up, logged without a word of it, and counted', async () => {
    const { person } = await aDueAlert()
    platform.answers.push({ outcome: 'wrong-fields', code: 47003 })
    const lines: unknown[] = []
    const log = { ...silentLog, error: (...line: unknown[]) => void lines.push(line) }
    await runDueJobs({ ...hostOf(), log })
    expect(await statesOf()).toEqual(['wrong-fields'])
    expect(lines).toEqual([
      [
        { purpose: 'lesson-soon', why: 'wrong-fields', code: 47003, tries: 1 },
        'a message could not be sent',
      ],
    ])
    expect(await leftOf(person, 'soon')).toMatchObject({ left: 1 })
    const { rows } = await database.store.pool.query<{ count: number }>(
      `select count from changlai.alert_tally where purpose = 'lesson-soon' and outcome = 'wrong-fields'`,
    )
    expect(rows[0]!.count).toBe(1)
  })

  test('that surely did not arrive is made again, with pauses that grow', async () => {
    await aDueAlert()
    platform.answers.push({ outcome: 'later', code: -1 }, { outcome: 'later', code: -1 })
    await jobs()
    expect((await alertsOf(database.store))[0]!.nextTryAt).toBe(LESSON - 2 * HOUR + 20 * SECOND)
    clock.set(LESSON - 2 * HOUR + 20 * SECOND)
    await send()
    clock.set(LESSON - 2 * HOUR + 50 * SECOND)
    await send()
    expect(platform.taken).toHaveLength(2)
    clock.set(LESSON - 2 * HOUR + 60 * SECOND)
    await send()
    expect(platform.taken).toHaveLength(3)
    expect(await statesOf()).toEqual(['sent'])
  })

  test('whose host is killed between sending and writing it down is made once more at most', async () => {
    const { person } = await aDueAlert(3)
    const killed = () =>
      new Promise<void>((resolve) => {
        // The host sends and is gone: nothing comes after this.
        platform.onTaken = () => (resolve(), new Promise(() => {}))
        void jobs()
      })
    await killed()
    await database.store.pool.query(`update changlai.job set lease = null, leased_until = null`)
    platform.onTaken = () => {}
    clock.set(LESSON - 2 * HOUR + 30 * SECOND)
    await send()
    expect(platform.taken).toHaveLength(1)
    clock.set(LESSON - 2 * HOUR + 61 * SECOND)
    await killed()
    await database.store.pool.query(`update changlai.job set lease = null, leased_until = null`)
    platform.onTaken = () => {}
    clock.set(LESSON - HOUR)
    await send()
    expect(platform.taken).toHaveLength(2)
    expect(await statesOf()).toEqual(['unknown'])
    expect(await leftOf(person, 'soon')).toMatchObject({ left: 2 })
  })

  test.each([
    ['spent its acceptance', { outcome: 'refused', code: 43101 } as const, 2],
    ['did not arrive, or a second one was spent', { outcome: 'sent', code: 0 } as const, 1],
  ])(
    'made again after a lost one tells by the platform’s answer that the first %s',
    async (...one) => {
      const [, answer, left] = one
      const { person } = await aDueAlert(3)
      platform.answers.push({ outcome: 'unknown', code: null }, answer)
      await jobs()
      clock.set(LESSON - HOUR)
      await send()
      expect(platform.taken).toHaveLength(2)
      expect(await statesOf()).toEqual(['sent'])
      expect(await leftOf(person, 'soon')).toMatchObject({ left })
    },
  )

  test('of two hosts at once is one', async () => {
    const { poolId } = await aLesson()
    for (let people = 0; people < 10; people += 1) await aBooker(poolId, 'soon')
    clock.set(LESSON - 2 * HOUR)
    const { remindOfLessons } = await import('../../../src/cloud/jobs/remind-of-lessons')
    const { sendAlerts } = await import('../../../src/cloud/jobs/send-alerts')
    // Without the leases of the jobs: the alerts have their own.
    await Promise.all([remindOfLessons(hostOf()), remindOfLessons(hostOf())])
    const sent = await Promise.all([
      sendAlerts(hostOf()),
      sendAlerts(hostOf()),
      sendAlerts(hostOf()),
    ])
    expect(sent.reduce((sum, one) => sum + one)).toBe(10)
    expect(new Set(platform.taken.map(({ subject }) => subject)).size).toBe(10)
    expect(platform.taken).toHaveLength(10)
  })
})

test('The local host keeps what it delivers for its person, a page at a time, and nobody else reads it', async () => {
  const { poolId } = await aLesson()
  const host = { ...hostOf(), alerts: localAlerts(database.store, clock) }
  const { person } = await aBooker(poolId, 'tomorrow')
  const { person: other } = await aBooker(poolId)
  clock.set(LESSON - DAY + 3 * HOUR)
  await runDueJobs(host)
  const page = valueOf(await person('alerts.delivered', {}))
  expect(page).toEqual({
    delivered: [
      {
        alertId: expect.any(String),
        template: 'tomorrow',
        lines: ['示例讲座', '2026年11月26日 15:00', '一楼讲座室', '明天的课。来不了，点开退掉'],
        deliveredAt: toInstantText(LESSON - DAY + 3 * HOUR),
      },
    ],
    after: null,
  })
  expect(valueOf(await other('alerts.delivered', {})).delivered).toEqual([])
  expect(refusalOf(await person('alerts.delivered', { after: 'x' })).code).toBe('INVALID_INPUT')
})

test('A month after their end alerts are forgotten, and acceptances a year after the tap', async () => {
  const { poolId } = await aLesson()
  const { person } = await aBooker(poolId, 'soon', 'change')
  clock.set(LESSON - 2 * HOUR)
  await jobs()
  clock.set(LESSON + 29 * DAY)
  expect((await jobs()).alertsForgotten).toBe(0)
  clock.set(LESSON + 30 * DAY)
  expect((await jobs()).alertsForgotten).toBe(1)
  clock.set(NOW + 366 * DAY)
  await jobs()
  expect(await leftOf(person, 'change')).toMatchObject({ left: 0 })
})
