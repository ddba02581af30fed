import { isCalendarDate } from '@/domain/time/date'
import { plainLine } from '../plain-text'
import { PLAN_LIMITS } from './plan'
import { agesOf, type PlanForm } from './plan-form'
import { fenTyped, timeTyped, wholeTyped } from '@/domain/time/typed'
import { ruleOf, whenOf, type WhenForm } from './when-form'
import { heldDays } from './plan-dates'

/** A field of the form, as what is wrong with it is said beside it. */
export type Field =
  | 'title'
  | 'place'
  | 'days'
  | 'time'
  | 'minutes'
  | 'ends'
  | 'capacity'
  | 'ages'
  | 'fee'
  | 'host'
  | 'bring'
  | 'description'
  | 'seats'
  | 'reason'

export type Wrong = Partial<Record<Field, string>>

/** The fields in the order in which they stand on the screen. */
const IN_ORDER: readonly Field[] = [
  ...(['title', 'host', 'ages', 'fee', 'bring', 'description', 'days', 'time'] as const),
  ...(['minutes', 'ends', 'place', 'capacity', 'seats', 'reason'] as const),
]

/** What is missing or cannot be, each in a sentence. */
export function wrongOf(form: PlanForm): Wrong {
  const wrong: Wrong = {}
  if (plainLine(form.title) === '') wrong.title = '写个名字'
  if (plainLine(form.place) === '') wrong.place = '写在哪儿'
  if (agesOf(form) === undefined) wrong.ages = '年龄写整数，从小到大，0 到 120'
  const fee = fenTyped(form.fee)
  if (fee === null || fee > PLAN_LIMITS.feeFen) wrong.fee = '写几元，比如 20 或 12.5，最多 10000'
  const capacity = wholeTyped(form.seats.capacity)
  if (form.seats.needed && (capacity === null || capacity < 1 || capacity > PLAN_LIMITS.capacity)) {
    wrong.capacity = '写多少个名额，至少 1 个'
  }
  return { ...wrong, ...wrongOfWhen(form.when) }
}

function wrongOfWhen(when: WhenForm): Wrong {
  if (when.way === 'kept') return {}
  const wrong: Wrong = {}
  const minutes = wholeTyped(when.minutes)
  if (timeTyped(when.time) === null) wrong.time = '写几点开始，比如 9:30'
  if (minutes === null || minutes < 5 || minutes > 1440) wrong.minutes = '写多少分钟，5 到 1440'
  const days = wrongDays(when)
  if (days) wrong.days = days
  const ends = when.way === 'dates' ? null : wrongEnd(when)
  if (ends) wrong.ends = ends
  if (Object.keys(wrong).length > 0) return wrong
  if (ruleOf(when) === null) return { days: '这样排不出日子，换一换' }
  const said = whenOf(when)
  const count = said === null ? 0 : heldDays(said).length
  if (count === 0) return { days: '这样一次也排不出来，换一换' }
  return count > PLAN_LIMITS.lessons ? { ends: `一次最多排 ${PLAN_LIMITS.lessons} 次` } : {}
}

function wrongDays({ way, dates, weekdays, monthBy, monthDays }: WhenForm): string | null {
  if (way === 'dates') return dates.length === 0 ? '选哪几天' : null
  if (way === 'weekly') return weekdays.length === 0 ? '选周几' : null
  return monthBy === 'day' && monthDays.length === 0 ? '选几号' : null
}

function wrongEnd({ ends, count, until, startsOn }: WhenForm): string | null {
  if (ends === 'count') {
    const times = wholeTyped(count)
    return times === null || times < 1 || times > 366 ? '写几次，1 到 366' : null
  }
  if (ends === 'open') return null
  if (!isCalendarDate(until)) return '选到哪一天'
  return until < startsOn ? '结束要在开始以后' : null
}

/** Everything that is wrong, each in a sentence, in the order of the screen. */
export function wrongInOrder(wrong: Wrong): string[] {
  return IN_ORDER.flatMap((field) => wrong[field] ?? [])
}

const FIELD_OF: readonly (readonly [string, Field])[] = [
  ['plan.title', 'title'],
  ['plan.place', 'place'],
  ['plan.host', 'host'],
  ['plan.ages', 'ages'],
  ['plan.feeFen', 'fee'],
  ['plan.bring', 'bring'],
  ['plan.description', 'description'],
  ['plan.seating.capacity', 'capacity'],
  ['plan.seating', 'seats'],
  ['plan.when.rule.time', 'time'],
  ['plan.when.rule.durationMinutes', 'minutes'],
  ['plan.when.rule.count', 'ends'],
  ['plan.when.rule.until', 'ends'],
  ['plan.when', 'days'],
  ['reason', 'reason'],
]

const REFUSED: Readonly<Record<Field, string>> = {
  title: '名字不能用，换几个字',
  place: '地点不能用，换几个字',
  host: '这一行不能用，换几个字',
  ages: '年龄不对，写 0 到 120',
  fee: '费用不对，写 0 到 10000 元',
  bring: '要带的东西写短一点，一行字',
  description: '介绍太长，或者有不能用的字',
  capacity: '名额不对，写一个整数',
  seats: '报名的时间这样定不了，换一换',
  time: '开始的时间不对',
  minutes: '时长不对',
  ends: '次数或截止日不对',
  days: '日子这样排不出来，换一换',
  reason: '写为什么，2 到 60 个字',
}

/** Which field of the form the server found wrong, and what to say there; null for none of them. */
export function refusedField(path: string): Wrong | null {
  const found = FIELD_OF.find(([start]) => path === start || path.startsWith(`${start}.`))
  return found ? { [found[1]]: REFUSED[found[1]] } : null
}
