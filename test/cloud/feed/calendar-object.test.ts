import { execFileSync } from 'node:child_process'
import nodeIcal, { type VEvent } from 'node-ical'
import { calendarObject } from '@/cloud/feed/calendar-object'
import type { FeedActivity, FeedOccurrence } from '@/cloud/store/queries/feed'
import { expand, type Rule } from '@/domain/calendar/recurrence'
import { MINUTE } from '@/domain/time/instant'
import { builtProgram } from '../../support/built-programs'

const centre = { centreId: 'nongye', name: '示例社区党群服务中心', address: '示例路 1 号' }
const thursdays: Rule = {
  frequency: 'weekly',
  weekdays: [4],
  startsOn: '2026-11-23',
  time: '15:00',
  durationMinutes: 90,
}

function laidOut(rule: Rule, through: string): FeedOccurrence[] {
  return expand(rule, rule.startsOn, through).map((one) => ({
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    originalStartsAt: one.originalStartsAt,
    topic: null,
    place: '讲座室',
    state: one.startsAt === one.originalStartsAt ? 'scheduled' : 'rescheduled',
  }))
}

function activity(over: Partial<FeedActivity> & { rule: Rule }): FeedActivity {
  return {
    activityId: 'nongye.lecture',
    title: '社区大讲堂：冬季急救；心肺复苏，现场练习',
    category: 'lecture',
    description: '郑大一附院的医生来讲。\n带上家里的老人。',
    host: '示例社区',
    bring: '身份证, 水杯',
    createdAt: Date.UTC(2026, 10, 22),
    occurrences: laidOut(over.rule, '2027-03-31'),
    ...over,
  }
}

/** All that an independent reader makes of the feed: the starts of what takes place and of what was cancelled. */
function readBack(text: string) {
  const read = { held: [] as number[], cancelled: [] as number[], places: new Set<string>() }
  const window = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2099-12-31T00:00:00Z') }
  for (const component of Object.values(nodeIcal.sync.parseICS(text))) {
    if (component?.type !== 'VEVENT') continue
    for (const instance of nodeIcal.expandRecurringEvent(component, window)) {
      const event: VEvent = instance.event
      const starts = event.status === 'CANCELLED' ? read.cancelled : read.held
      starts.push(instance.start.getTime())
      read.places.add(JSON.stringify(event.location))
    }
  }
  read.held.sort((a, b) => a - b)
  read.cancelled.sort((a, b) => a - b)
  return read
}

const startsOf = (occurrences: FeedOccurrence[], state: (state: string) => boolean) =>
  occurrences
    .filter((one) => state(one.state))
    .map((one) => one.startsAt)
    .sort((a, b) => a - b)

function expectSameCalendar(one: FeedActivity): string {
  const text = calendarObject(centre, [one])
  const read = readBack(text)
  expect(read.held).toEqual(startsOf(one.occurrences, (state) => state !== 'cancelled'))
  expect(read.cancelled).toEqual(startsOf(one.occurrences, (state) => state === 'cancelled'))
  return text
}

const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')

describe('the feed, read back by another library', () => {
  test.each<[string, Rule]>([
    ['every Thursday', thursdays],
    ['every Thursday but rest days', { ...thursdays, onRestDays: 'drop' }],
    ['every Thursday, moved off rest days', { ...thursdays, onRestDays: 'postpone' }],
    ['every second week on two days', { ...thursdays, weekdays: [2, 6], interval: 2 }],
    ['a term of twelve lessons', { ...thursdays, weekdays: [1], time: '19:00', count: 12 }],
    [
      'a term that jumps the holidays',
      { ...thursdays, weekdays: [5], count: 12, onRestDays: 'postpone' },
    ],
    ['a term until a day', { ...thursdays, until: '2027-01-14' }],
    [
      'the second Saturday of the month',
      { ...thursdays, frequency: 'monthly', nthWeekday: { nth: 2, weekday: 6 } },
    ],
    ['the last day of the month', { ...thursdays, frequency: 'monthly', monthDays: [-1] }],
    ['the 31st', { ...thursdays, frequency: 'monthly', monthDays: [31] }],
    ['some days', { ...thursdays, frequency: 'dates', dates: ['2026-12-05', '2027-01-09'] }],
    [
      'a festival by the lunar calendar',
      { ...thursdays, frequency: 'lunar-yearly', lunarMonth: 1, lunarDay: 15 },
    ],
    [
      'days left out and days added',
      { ...thursdays, exceptDates: ['2026-12-10'], extraDates: ['2026-12-12', '2027-01-02'] },
    ],
  ])('%s gives the same occurrences', (_name, rule) => {
    const one = activity({ rule })
    expect(one.occurrences.length).toBeGreaterThan(0)
    expectSameCalendar(one)
  })

  test('what was cancelled, moved or put into another room is told of that day alone', () => {
    const occurrences = laidOut(thursdays, '2027-03-31')
    occurrences[2]!.state = 'cancelled'
    const moved = occurrences[4]!
    moved.state = 'rescheduled'
    moved.startsAt += 30 * MINUTE
    moved.endsAt += 30 * MINUTE
    occurrences[5]!.place = '一楼大厅'
    const text = expectSameCalendar(activity({ rule: thursdays, occurrences }))
    expect(text.match(/^RECURRENCE-ID;TZID=Asia\/Shanghai:/gm)).toHaveLength(3)
    expect(text.match(/^STATUS:CANCELLED/gm)).toHaveLength(1)
    expect(text).toContain('RECURRENCE-ID;TZID=Asia/Shanghai:20261210T150000')
    expect(readBack(text).places.size).toBe(2)
  })

  test('an occurrence that was deleted is an exception of the rule', () => {
    const occurrences = laidOut(thursdays, '2027-03-31').filter((_, index) => index !== 3)
    const text = expectSameCalendar(activity({ rule: thursdays, occurrences }))
    expect(text).toContain('EXDATE;TZID=Asia/Shanghai:20261217T150000')
  })

  test('a rule that began long before its occurrences were laid out starts with the first of them', () => {
    const old = { ...thursdays, startsOn: '2025-01-06' }
    const occurrences = laidOut(old, '2027-01-31').slice(-8)
    const text = expectSameCalendar(activity({ rule: old, occurrences }))
    expect(text).not.toContain('EXDATE')
  })

  test('the slots of an afternoon are one series each, with ids of their own', () => {
    const rule: Rule = {
      ...thursdays,
      frequency: 'monthly',
      nthWeekday: { nth: 3, weekday: 5 },
    }
    const occurrences = laidOut(rule, '2027-03-31').flatMap((afternoon) =>
      [0, 30, 60].map((minutes) => ({
        ...afternoon,
        startsAt: afternoon.startsAt + minutes * MINUTE,
        endsAt: afternoon.startsAt + (minutes + 30) * MINUTE,
        originalStartsAt: afternoon.originalStartsAt + minutes * MINUTE,
      })),
    )
    const text = expectSameCalendar(activity({ rule, occurrences }))
    const ids = [...text.matchAll(/^UID:(.*)\r$/gm)].map((match) => match[1])
    expect(ids).toEqual([
      'nongye.lecture@changlai',
      'nongye.lecture-30@changlai',
      'nongye.lecture-60@changlai',
    ])
  })
})

describe('the text of the feed', () => {
  const text = calendarObject(centre, [activity({ rule: thursdays })])

  test('has lines of at most 75 bytes that end with CRLF', () => {
    const lines = text.split('\r\n')
    expect(lines.join('\n')).not.toContain('\r')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('carries Asia/Shanghai and writes wall-clock times in it, and stamps in UTC', () => {
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n')
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261126T150000\r\n')
    expect(text).toContain('DTEND;TZID=Asia/Shanghai:20261126T163000\r\n')
    for (const stamp of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED']) {
      expect(text).toMatch(new RegExp(`^${stamp}:20261122T000000Z\\r$`, 'm'))
    }
  })

  test('writes the recurrence as a rule that ends where nobody knows the holidays yet', () => {
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270325T155959Z\r\n')
  })

  test('escapes commas, semicolons and line breaks', () => {
    const plain = unfolded(text)
    expect(plain).toContain('SUMMARY:社区大讲堂：冬季急救；心肺复苏，现场练习')
    expect(plain).toContain('请带：身份证\\, 水杯')
    expect(plain).toContain('郑大一附院的医生来讲。\\n带上家里的老人。')
  })

  test('gives no GEO, for ours would be of another datum', () => {
    expect(text).not.toMatch(/^GEO|X-APPLE-STRUCTURED/m)
  })

  test.each(['America/New_York', 'Pacific/Kiritimati'])(
    'is the same for the same programme on a host in %s',
    (zone) => {
      const printed = execFileSync(process.execPath, builtProgram('print-feed'), {
        input: JSON.stringify({ centre, activities: [activity({ rule: thursdays })] }),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
      expect(printed).toBe(text)
    },
  )

  test('of a centre without a programme is an empty calendar', () => {
    const empty = calendarObject(centre, [])
    expect(empty).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(empty).not.toContain('VEVENT')
  })
})
