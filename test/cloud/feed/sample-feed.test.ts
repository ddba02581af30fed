import nodeIcal, { type VEvent } from 'node-ical'
import { fixedClock } from '@/cloud/clock'
import { createDispatch } from '@/cloud/dispatch'
import { calendarObject } from '@/cloud/feed/calendar-object'
import { programmeOf } from '@/cloud/store/queries/feed'
import { seedSampleProgramme } from '@/cloud/sample'
import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { addDays } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const TODAY = '2026-11-22'
const DAYS = 110
let database: TestDatabase

interface Listed {
  title: string
  topic?: string
  startsAt: string
  endsAt: string
  state: string
}
type Page = { occurrences: Listed[]; after: string | null }

beforeAll(async () => {
  database = await testDatabase()
  const clock = fixedClock(`${TODAY}T09:00:00+08:00`)
  await seedSampleProgramme({ store: database.store, clock, log: silentLog })
  // One lecture is cancelled, and one is held an hour later in another room.
  await change('nongye.dajiangtang-20261203', `state = 'cancelled'`)
  await change(
    'nongye.dajiangtang-20261210',
    `state = 'rescheduled', place = '一楼大厅',
     starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`,
  )
}, 60_000)

afterAll(() => database.drop())

async function change(occurrenceId: string, set: string): Promise<void> {
  const { rowCount } = await database.store.pool.query(
    `update changlai.occurrence set ${set} where centre_id = 'nongye' and occurrence_id = $1`,
    [occurrenceId],
  )
  expect(rowCount).toBe(1)
}

const line = (startsAt: number, endsAt: number, title: string, cancelled: boolean) =>
  `${new Date(startsAt).toISOString()} ${new Date(endsAt).toISOString()} ${title} ${cancelled ? 'cancelled' : 'held'}`

/** What calendar.list says from today on, page by page. */
async function listed(centreId: string): Promise<string[]> {
  const clock = fixedClock(`${TODAY}T09:00:00+08:00`)
  const dispatch = createDispatch({ store: database.store, clock, log: silentLog })
  const lines: string[] = []
  for (let day = 0; day < DAYS; day += 55) {
    const [from, to] = [addDays(TODAY, day), addDays(TODAY, day + 54)]
    let after: string | null = null
    do {
      const input = { centreId, from, to, ...(after === null ? {} : { after }) }
      const request = { operation: 'calendar.list', input }
      const { answer } = await dispatch({ request, identity: null })
      const page = (answer as { value: Page }).value
      for (const one of page.occurrences) {
        const [starts, ends] = [parseInstant(one.startsAt), parseInstant(one.endsAt)]
        lines.push(
          line(
            starts,
            ends,
            occurrenceTitle(one.title, { topic: one.topic }),
            one.state === 'cancelled',
          ),
        )
      }
      after = page.after
    } while (after !== null)
  }
  return lines.sort()
}

/** What another library reads in the feed, from today on. */
async function subscribed(centreId: string): Promise<string[]> {
  const { centre, activities } = (await programmeOf(database.store, centreId))!
  const text = calendarObject(centre, activities)
  const from = new Date(`${TODAY}T00:00:00+08:00`)
  const to = new Date(from.getTime() + DAYS * 86_400_000 - 1)
  const lines: string[] = []
  for (const component of Object.values(nodeIcal.sync.parseICS(text))) {
    if (component?.type !== 'VEVENT') continue
    for (const { start, end, event } of nodeIcal.expandRecurringEvent(component, { from, to })) {
      const { summary, status }: VEvent = event
      const title = typeof summary === 'string' ? summary : summary.val
      lines.push(line(start.getTime(), end.getTime(), title, status === 'CANCELLED'))
    }
  }
  return lines.sort()
}

test.each(['nongye', 'tongfu', 'fangji'])(
  'a subscriber of %s sees the same occurrences as its residents',
  async (centreId) => {
    const residents = await listed(centreId)
    expect(residents.length).toBeGreaterThan(20)
    expect(await subscribed(centreId)).toEqual(residents)
  },
)

test('most of the programme is written as rules', async () => {
  const { centre, activities } = (await programmeOf(database.store, 'nongye'))!
  const text = calendarObject(centre, activities)
  const occurrences = activities.flatMap((activity) => activity.occurrences)
  const events = [...text.matchAll(/^UID:(.*)\r\n(?:.*\r\n)*?END:VEVENT/gm)]
  const masters = events.filter(([event]) => !event.includes('RECURRENCE-ID')).map(([, id]) => id)
  expect(masters.length).toBeLessThan(occurrences.length / 5)
  expect(new Set(masters).size).toBe(masters.length)
  expect(text.match(/^RRULE:/gm)!.length).toBeGreaterThan(15)
})

test('a lecture with a topic is called by it, under the id of its series', async () => {
  const { centre, activities } = (await programmeOf(database.store, 'nongye'))!
  const text = calendarObject(centre, activities)
  const titles = [
    ...text.matchAll(/^UID:nongye\.dajiangtang@changlai\r\n(?:.*\r\n)*?SUMMARY:(.*)\r$/gm),
  ]
  expect(titles[0]![1]).toBe('社区大讲堂')
  expect(titles.slice(1).some(([, title]) => title!.startsWith('社区大讲堂：'))).toBe(true)
})
