import nodeIcal, { type VEvent } from 'node-ical'
import { privateCalendar } from '@/cloud/feed/private-calendar'
import type { Sitting, SittingAttendee } from '@/cloud/store/queries/private-calendar'
import { DAY, HOUR } from '@/domain/time/instant'

const AT = Date.UTC(2026, 2, 3, 11)
const NOW = AT - DAY
const me: SittingAttendee = { isSelf: true, name: null, held: true }
const child: SittingAttendee = { isSelf: false, name: '小满', held: true }

const LESSON: Sitting = {
  bookingId: 'nongye.b1',
  originalStartsAt: AT,
  startsAt: AT,
  endsAt: AT + HOUR,
  state: 'scheduled',
  centreName: '示例社区党群服务中心',
  centreAddress: '示例路 1 号',
  bookedAt: AT - 48 * HOUR,
  cancelledAt: null,
  changes: 0,
  changedAt: null,
  attendees: [me],
  what: { title: '书法入门', topic: null, lesson: 3, place: '二楼教室', bring: '毛笔, 墨' },
}

function textOf(...sittings: Sitting[]): string {
  return privateCalendar(sittings, NOW).replace(/\r\n /g, '')
}

function read(one: Sitting): VEvent {
  const events = Object.values(nodeIcal.sync.parseICS(privateCalendar([one], NOW)))
  return events.find((event) => event?.type === 'VEVENT') as VEvent
}

test('A lesson is what, where and when, in the time of Shanghai, as another library reads it', () => {
  const event = read(LESSON)
  expect(event).toMatchObject({
    uid: 'nongye.b1-20260303T1900@changlai',
    summary: '书法入门 第 3 课',
    location: '二楼教室，示例社区党群服务中心，示例路 1 号',
    description: '请带：毛笔, 墨',
    status: 'CONFIRMED',
    sequence: 0,
    class: 'PRIVATE',
  })
  expect(event.start.getTime()).toBe(AT)
  expect(event.end!.getTime()).toBe(AT + HOUR)
  expect(event.lastmodified!.getTime()).toBe(LESSON.bookedAt)
  expect(event.dtstamp.getTime()).toBe(NOW)
  const text = textOf(LESSON)
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260303T190000\r\n')
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n')
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n')
})

test.each<[string, SittingAttendee[]]>([
  ['书法入门 第 3 课', [me]],
  ['书法入门 第 3 课（小满）', [child]],
  ['书法入门 第 3 课（我、小满）', [me, child]],
  ['书法入门 第 3 课（一位家里人）', [{ ...child, name: null }]],
  ['书法入门 第 3 课（小满）', [{ ...me, held: false }, child]],
])('For whom it is: %s', (summary, attendees) => {
  expect(read({ ...LESSON, attendees }).summary).toBe(summary)
})

test('A moved lesson keeps its UID, and nobody claims to know when it was moved', () => {
  const moved = read({
    ...LESSON,
    state: 'rescheduled',
    startsAt: AT + DAY,
    endsAt: AT + DAY + HOUR,
  })
  expect(moved.uid).toBe(read(LESSON).uid)
  expect(moved.start.getTime()).toBe(AT + DAY)
  expect(moved).toMatchObject({ status: 'CONFIRMED', sequence: 1 })
  expect(moved.lastmodified).toBeUndefined()
})

test('A lesson that staff moved twice says so, and when', () => {
  const changedAt = AT - 5 * HOUR
  const moved = {
    ...LESSON,
    state: 'rescheduled' as const,
    startsAt: AT + DAY,
    endsAt: AT + 2 * DAY,
  }
  const event = read({ ...moved, changes: 2, changedAt })
  expect(event).toMatchObject({ status: 'CONFIRMED', sequence: 2 })
  expect(event.lastmodified!.getTime()).toBe(changedAt)
  const cancelled = read({ ...moved, state: 'cancelled', changes: 3, changedAt })
  expect(cancelled).toMatchObject({ status: 'CANCELLED', sequence: 3 })
})

test('What was cancelled or given back is to be dropped, and counts as a change', () => {
  const off = { status: 'CANCELLED', sequence: 1 }
  expect(read({ ...LESSON, state: 'cancelled' })).toMatchObject(off)
  const cancelledAt = AT - 30 * HOUR
  const given = read({ ...LESSON, attendees: [{ ...me, held: false }], cancelledAt })
  expect(given).toMatchObject(off)
  expect(given.lastmodified!.getTime()).toBe(cancelledAt)
  const movedAndOff = { ...LESSON, state: 'cancelled' as const, startsAt: AT + HOUR / 2 }
  expect(read(movedAndOff)).toMatchObject({ status: 'CANCELLED', sequence: 2 })
})

test('What was booked through a form is 预约 in the centre and not a word more', () => {
  const event = read({ ...LESSON, what: null })
  expect(event.summary).toBe('预约')
  expect(event.location).toBe('示例社区党群服务中心，示例路 1 号')
  expect(event.description).toBeUndefined()
})

test('What a phone would not take is cut at its far end', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    ...LESSON,
    bookingId: `nongye.b${index}`,
    what: { ...LESSON.what!, title: '示'.repeat(60), bring: '例'.repeat(200) },
  }))
  const text = textOf(...many)
  expect(Buffer.byteLength(privateCalendar(many, NOW))).toBeLessThanOrEqual(1_000_000)
  const kept = text.match(/^UID:/gm)!.length
  expect(kept).toBeGreaterThan(500)
  expect(text).toContain(`UID:nongye.b${kept - 1}-`)
  expect(textOf()).toContain('BEGIN:VCALENDAR')
})
