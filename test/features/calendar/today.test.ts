import { freeHourInWords } from '@/features/calendar/free-hour'
import type { Day, Occurrence } from '@/features/calendar/occurrences'
import {
  afterToday,
  otherDay,
  stillToday,
  todayFacts,
  todayTitle,
} from '@/features/calendar/today-words'

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`).getTime()
const day = (change: Partial<Day> = {}): Day => ({
  date: '2026-11-22',
  lunar: '十四',
  lunarDate: '十月十四',
  festival: null,
  holiday: null,
  ...change,
})
const on = (date: string, activityId: string, state = 'scheduled') =>
  ({
    activityId,
    state,
    startsAt: `2026-11-${date}T15:00:00+08:00`,
    endsAt: `2026-11-${date}T16:30:00+08:00`,
  }) as Occurrence

it('greets with the festival, else by the hour', () => {
  const today = '2026-11-22'
  expect(todayTitle(today, day({ festival: '小雪' }), at('22T09:00'))).toBe('周日，小雪')
  expect(todayTitle(today, day(), at('22T07:30'))).toBe('周日，早上好')
  expect(todayTitle(today, undefined, at('22T14:00'))).toBe('周日，下午好')
  expect(todayTitle(today, day(), at('22T02:10'))).toBe('周日，夜深了')
})

it('says what is known of the day and leaves out the rest', () => {
  expect(todayFacts('2026-11-22', day({ holiday: 'rest' }))).toEqual([
    '11月22日',
    '十月十四',
    '放假',
  ])
  expect(todayFacts('2026-11-22', undefined)).toEqual(['11月22日'])
})

it('keeps what is going on now among today’s and drops what is over', () => {
  const lecture = on('22', 'a')
  expect(stillToday([lecture, on('23', 'b')], '2026-11-22', at('22T16:29'))).toEqual([lecture])
  expect(stillToday([lecture], '2026-11-22', at('22T16:30'))).toEqual([])
})

it('says what comes next, each activity once, without what is cancelled or on today', () => {
  const week = [
    on('24', 'b'),
    on('23', 'a'),
    on('23', 'b'),
    on('24', 'c', 'cancelled'),
    on('22', 'd'),
  ]
  const next = afterToday(week, '2026-11-22', [on('22', 'a')])
  expect(next.map(({ activityId, startsAt }) => [activityId, startsAt.slice(8, 10)])).toEqual([
    ['b', '23'],
  ])
})

it('names another day as people do', () => {
  expect(otherDay(on('23', 'a'), '2026-11-22')).toEqual({ day: '明天', time: '15:00' })
  expect(otherDay(on('26', 'a'), '2026-11-23')).toEqual({ day: '周四', time: '15:00' })
  expect(otherDay(on('30', 'a'), '2026-11-23')).toEqual({ day: '11月30日', time: '15:00' })
})

it('says on which of the next days a lawyer has an hour', () => {
  const hours = (date: string, service: 'legal' | 'mediation', free: number) =>
    ({ ...on(date, service), intake: { service, free } }) as Occurrence
  const week = [hours('23', 'legal', 0), hours('23', 'mediation', 2), hours('25', 'legal', 1)]
  expect(freeHourInWords(week, '2026-11-23')).toBe('后天有空')
  expect(freeHourInWords(week.slice(0, 2), '2026-11-23')).toBeNull()
})
