import fc from 'fast-check'
import { firstSelected, holidayNote, monthSpan } from '@/features/calendar/month-model'
import {
  agendaOf,
  dotsOf,
  type Occurrence,
  placeLine,
  rowSentence,
  tagOf,
} from '@/features/calendar/occurrences'
import { dayOfWeek, daysBetween, firstOfMonth, lastOfMonth } from '@/domain/time/date'

const occurrence = (change: Partial<Occurrence> = {}): Occurrence => ({
  occurrenceId: 'nongye.o1',
  activityId: 'nongye.a1',
  poolId: 'nongye.p1',
  title: '社区大讲堂',
  category: 'lecture',
  audience: 'everyone',
  startsAt: '2026-11-26T15:00:00+08:00',
  endsAt: '2026-11-26T16:30:00+08:00',
  place: '讲座室',
  capacity: 40,
  taken: 9,
  state: 'scheduled',
  poolState: 'open',
  opensAt: '2026-11-12T09:00:00+08:00',
  lesson: null,
  ...change,
})
const now = new Date('2026-11-22T09:00:00+08:00').getTime()
const nobody: ReadonlySet<string> = new Set()

it('asks for whole weeks around a month, never for more than the wire allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1971, max: 2098 }),
      fc.integer({ min: 1, max: 12 }),
      (year, m) => {
        const month = `${year}-${String(m).padStart(2, '0')}`
        const { from, to } = monthSpan(month)
        expect(dayOfWeek(from)).toBe(1)
        expect(dayOfWeek(to)).toBe(7)
        expect(from <= firstOfMonth(month) && to >= lastOfMonth(month)).toBe(true)
        expect(daysBetween(from, to)).toBeLessThan(42)
      },
    ),
  )
})

it('selects today in its own month and the first day in another', () => {
  expect(firstSelected('2026-11', '2026-11-22')).toBe('2026-11-22')
  expect(firstSelected('2026-12', '2026-11-22')).toBe('2026-12-01')
})

it('says where the days off are not announced yet, and only there', () => {
  expect(holidayNote('2026-12', '2026-12-31')).toBeNull()
  expect(holidayNote('2027-01', '2026-12-31')).toBe(
    '2027 年的放假安排还没公布，公布后这里会标出休和班',
  )
})

it('lists a day by time, for everybody or for one audience', () => {
  const evening = occurrence({
    occurrenceId: 'nongye.o2',
    startsAt: '2026-11-26T19:00:00+08:00',
    audience: 'adults',
  })
  const tomorrow = occurrence({ occurrenceId: 'nongye.o3', startsAt: '2026-11-27T00:00:00+08:00' })
  const all = [evening, tomorrow, occurrence()]
  expect(agendaOf(all, '2026-11-26', null).map(({ occurrenceId }) => occurrenceId)).toEqual([
    'nongye.o1',
    'nongye.o2',
  ])
  expect(agendaOf(all, '2026-11-26', 'adults')).toEqual([evening])
})

it('dots each day with what takes place, not with what was cancelled', () => {
  const all = [
    occurrence(),
    occurrence({ category: 'club' }),
    occurrence({ category: 'outing', state: 'cancelled' }),
  ]
  expect(dotsOf(all, null)).toEqual({ '2026-11-26': ['lecture', 'club'] })
  expect(dotsOf(all, 'riders')).toEqual({})
})

it.each([
  ['open', occurrence(), nobody, '余 31 席'],
  ['mine', occurrence(), new Set(['nongye.p1']), '我已报'],
  ['full', occurrence({ taken: 40, poolState: 'full' }), nobody, '报满了'],
  ['closed', occurrence({ poolState: 'closed' }), nobody, '报名截止'],
  [
    'opens tomorrow',
    occurrence({ poolState: 'upcoming', opensAt: '2026-11-23T09:00:00+08:00' }),
    nobody,
    '明天开放',
  ],
  [
    'opens in December',
    occurrence({ poolState: 'upcoming', opensAt: '2026-12-01T09:00:00+08:00' }),
    nobody,
    '12月1日开放',
  ],
  [
    'needs no seat',
    occurrence({ poolId: null, capacity: null, taken: null, poolState: null, opensAt: null }),
    nobody,
    '直接来',
  ],
  [
    'has free hours',
    occurrence({ poolId: null, intake: { service: 'legal', free: 2 } }),
    nobody,
    '余 2 个时段',
  ],
  [
    'has no hour left',
    occurrence({ poolId: null, intake: { service: 'mediation', free: 0 } }),
    nobody,
    '约满了',
  ],
  ['kept for staff', occurrence({ onlyRole: 'staff' }), nobody, '限工作人员'],
  ['cancelled, even if mine', occurrence({ state: 'cancelled' }), new Set(['nongye.p1']), '已取消'],
  ['over', occurrence({ endsAt: '2026-11-22T09:00:00+08:00' }), nobody, '已结束'],
] as const)('tags an occurrence that is %s', (_, given, booked, text) => {
  expect(tagOf(given, booked, now).text).toBe(text)
})

it('says the lesson, the place and a changed time, and all of it in one sentence', () => {
  const moved = occurrence({ state: 'rescheduled', lesson: { number: 4, of: 12 } })
  expect(placeLine(moved)).toBe('改了时间 · 第 4 / 12 课 · 讲座室')
  expect(rowSentence(occurrence(), tagOf(occurrence(), nobody, now))).toBe(
    '15:00，社区大讲堂，讲座室，余 31 席',
  )
})
