import type { Rule } from '@/domain/calendar/rule'
import type { Seating } from '@/domain/calendar/seating'
import { addDays, dayOfWeek } from '@/domain/time/date'
import type { Plan } from './plan'

/** What most of a centre's programme is made of. */
export const TEMPLATE_KEYS = [
  'weekly-lecture',
  'night-school',
  'children-course',
  'open-club',
  'clinic',
  'workshop',
  'screening',
] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

/** Seats of each time by itself: open for a week, to be given back until it begins. */
const EACH_TIME: Seating = {
  per: 'occurrence',
  capacity: 40,
  opensDaysBefore: 7,
  opensAt: '09:00',
  closesMinutesBefore: 30,
  cancelHoursBefore: 0,
}

/** A seat for the whole term: open two weeks before, to be given back until the day before. */
const WHOLE_TERM: Seating = {
  per: 'term',
  capacity: 20,
  opensDaysBefore: 14,
  opensAt: '09:00',
  closesMinutesBefore: 60,
  cancelHoursBefore: 24,
}

interface Template {
  /** The ISO weekday that it usually is on. */
  weekday: number
  plan: Omit<Plan, 'when'>
  rule: (startsOn: string) => Rule
}

const BLANK = {
  description: '',
  host: '',
  ages: null,
  feeFen: 0,
  bring: null,
  guestsFromList: false,
}

const weekly =
  (weekday: number, time: string, durationMinutes: number, more: Partial<Rule>) =>
  (startsOn: string) =>
    ({ frequency: 'weekly', weekdays: [weekday], startsOn, time, durationMinutes, ...more }) as Rule

const once =
  (time: string, durationMinutes: number) =>
  (startsOn: string): Rule => ({
    ...{ frequency: 'dates', dates: [startsOn], startsOn, time, durationMinutes },
  })

const TEMPLATES: Readonly<Record<TemplateKey, Template>> = {
  'weekly-lecture': {
    weekday: 4,
    plan: {
      ...{ ...BLANK, title: '社区大讲堂', category: 'lecture', audience: 'everyone' },
      ...{ place: '一楼讲座室', seating: { ...EACH_TIME, capacity: 60 } },
    },
    rule: weekly(4, '15:00', 90, { onRestDays: 'drop' }),
  },
  'night-school': {
    weekday: 3,
    plan: {
      ...{ ...BLANK, title: '社区夜校', category: 'night-school', audience: 'adults' },
      ...{ place: '三楼教室', ages: { min: 16, max: null }, seating: WHOLE_TERM },
      guestsFromList: true,
    },
    rule: weekly(3, '19:00', 90, { count: 12, onRestDays: 'postpone' }),
  },
  'children-course': {
    weekday: 6,
    plan: {
      ...{ ...BLANK, title: '少儿课程', category: 'children', audience: 'children' },
      ...{ place: '二楼书画室', ages: { min: 6, max: 12 }, seating: WHOLE_TERM },
      guestsFromList: true,
    },
    rule: weekly(6, '09:30', 90, { count: 8, onRestDays: 'postpone' }),
  },
  'open-club': {
    weekday: 2,
    plan: {
      ...{ ...BLANK, title: '健身活动', category: 'club', audience: 'everyone' },
      ...{ place: '一楼大厅', seating: null },
    },
    rule: weekly(2, '09:00', 60, { onRestDays: 'drop' }),
  },
  clinic: {
    weekday: 3,
    plan: {
      ...{ ...BLANK, title: '义诊', category: 'clinic', audience: 'elders' },
      ...{ place: '日间照料中心', bring: '带上医保卡和平时吃的药' },
      seating: { ...EACH_TIME, capacity: 20, numbered: true },
    },
    rule: once('09:00', 120),
  },
  workshop: {
    weekday: 6,
    plan: {
      ...{ ...BLANK, title: '手工活动', category: 'festival', audience: 'everyone' },
      ...{ place: '二楼活动室', seating: { ...EACH_TIME, capacity: 20 } },
    },
    rule: once('14:30', 90),
  },
  screening: {
    weekday: 5,
    plan: {
      ...{ ...BLANK, title: '电影放映', category: 'festival', audience: 'everyone' },
      ...{ place: '一楼讲座室', seating: null },
    },
    rule: once('19:00', 120),
  },
}

/** A plan to begin with, first held on the template's weekday at least a week after `today`. */
export function planOfTemplate(key: TemplateKey, today: string): Plan {
  const { weekday, plan, rule } = TEMPLATES[key]
  const from = addDays(today, 7)
  const startsOn = addDays(from, (weekday - dayOfWeek(from) + 7) % 7)
  return { ...plan, when: { kind: 'rule', rule: rule(startsOn) } }
}
