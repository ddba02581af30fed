import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { AUDIENCE_NAMES, SEALS } from '@/domain/calendar/seal'
import { agesInWords } from '@/domain/seats/eligibility-words'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { monthDayInWords } from '@/domain/time/words'
import { canonical, type Plan, type When } from './plan'
import { plainPlan } from './plan-form'
import { AT_ONCE } from './seats-form'
import { lengthInWords, seatsInWords } from './seats-words'

/** One thing of a plan that can be taken from the one or the other of two. */
interface Part {
  key: string
  label: string
  say: (plan: Plan) => string
  value: (plan: Plan) => unknown
  put: (plan: Plan, from: Plan) => Plan
  /** Is told apart only where both have seats. */
  ofSeats?: true
}

function own(key: keyof Plan, label: string, say: (plan: Plan) => string): Part {
  return {
    ...{ key, label, say },
    value: (plan) => plan[key],
    put: (plan, from) => ({ ...plan, [key]: from[key] }),
  }
}

type Seating = NonNullable<Plan['seating']>

/** Something of the seats, told apart only where both have seats: otherwise they differ as a whole. */
function ofSeats(
  key: string,
  label: string,
  fields: readonly (keyof Seating)[],
  say: (seating: Seating) => string,
): Part {
  const taken = (seating: Seating) =>
    Object.fromEntries(fields.map((field) => [field, seating[field]]))
  return {
    ...{ key, label, ofSeats: true },
    say: ({ seating }) => (seating === null ? '不用报名' : say(seating)),
    value: ({ seating }) => (seating === null ? null : taken(seating)),
    put: (plan, { seating }) =>
      plan.seating === null || seating === null
        ? plan
        : { ...plan, seating: { ...plan.seating, ...taken(seating) } },
  }
}

const nothing = (text: string | null): string => (text === null || text === '' ? '没有写' : text)

const PARTS: readonly Part[] = [
  own('title', '名字', ({ title }) => title),
  own('category', '类别', ({ category }) => SEALS[category].name),
  own('audience', '给谁的', ({ audience }) => AUDIENCE_NAMES[audience]),
  own('ages', '年龄', ({ ages }) => (ages && agesInWords(ages)) || '不限'),
  own('host', '谁来讲', ({ host }) => nothing(host)),
  own('when', '时间', ({ when }) => whenInShort(when)),
  own('place', '地点', ({ place }) => place),
  own('feeFen', '费用', ({ feeFen }) => (feeFen === 0 ? '免费' : `${feeFen / 100} 元`)),
  own('bring', '要带的', ({ bring }) => nothing(bring)),
  own('description', '介绍', ({ description }) => nothing(description)),
  {
    ...own('seating', '要不要报名', ({ seating }) => seatsInWords(seating)),
    value: ({ seating }) => seating === null,
  },
  ofSeats('capacity', '名额', ['capacity'], ({ capacity }) => `${capacity} 席`),
  ofSeats('way', '座位怎么给', ['per', 'mode', 'numbered', 'slotMinutes'], seatsInWords),
  ofSeats('opening', '什么时候开放', ['opensDaysBefore', 'opensAt'], (seating) => {
    const { opensDaysBefore, opensAt } = seating
    if (opensDaysBefore >= AT_ONCE) return '一发布就开'
    return `提前 ${opensDaysBefore} 天${opensAt === undefined ? '' : ` ${opensAt}`}`
  }),
  ofSeats('closing', '什么时候截止', ['closesMinutesBefore'], ({ closesMinutesBefore }) =>
    closesMinutesBefore === 0 ? '开始就截止' : `提前 ${lengthInWords(closesMinutesBefore)}`,
  ),
  ofSeats('cancelling', '什么时候以前能退', ['cancelHoursBefore'], ({ cancelHoursBefore }) =>
    cancelHoursBefore === 0 ? '开始前都能退' : `提前 ${lengthInWords(cancelHoursBefore * 60)}`,
  ),
  ofSeats('residents', '本社区居民先报', ['homeCentreDays'], ({ homeCentreDays = 0 }) =>
    homeCentreDays === 0 ? '不留' : `先留 ${homeCentreDays} 天`,
  ),
  ofSeats('only', '只给谁', ['onlyRole', 'intake'], ({ onlyRole, intake }) =>
    onlyRole || intake ? '另有规定' : '都能报',
  ),
  own('guestsFromList', '请假空出的座位', ({ guestsFromList }) =>
    guestsFromList ? '让给候补' : '留着',
  ),
]

/** When it is, in one sentence. */
export function whenInShort(when: When): string {
  if (when.kind === 'rule') return ruleInWords(when.rule)
  const starts = when.lessons.map(({ startsAt }) => parseInstant(startsAt)).sort((a, b) => a - b)
  const [first, last] = [starts[0], starts[starts.length - 1]]
  if (first === undefined || last === undefined) return '没有日子'
  if (starts.length === 1) return `${monthDayInWords(dateOf(first))} ${timeOf(first)}`
  const [from, to] = [monthDayInWords(dateOf(first)), monthDayInWords(dateOf(last))]
  return `一课一课定的，共 ${starts.length} 课，${from}到${to}`
}

/** One thing in which two plans differ, as each has it. */
export interface Difference {
  key: string
  label: string
  mine: string
  theirs: string
}

/** In what two plans differ, in the order of the form. */
export function differences(mine: Plan, theirs: Plan): Difference[] {
  const [one, other] = [plainPlan(mine), plainPlan(theirs)]
  return PARTS.filter((part) => differ(part, one, other)).map(({ key, label, say }) => ({
    ...{ key, label },
    mine: say(one),
    theirs: say(other),
  }))
}

function differ({ value, ofSeats }: Part, one: Plan, other: Plan): boolean {
  if (ofSeats && (one.seating === null || other.seating === null)) return false
  return canonical({ value: value(one) }) !== canonical({ value: value(other) })
}

/** `mine` with these things as `theirs` has them. */
export function merged(mine: Plan, theirs: Plan, taken: ReadonlySet<string>): Plan {
  return PARTS.filter(({ key }) => taken.has(key)).reduce(
    (plan, part) => part.put(plan, theirs),
    mine,
  )
}

/**
 * What one would take of theirs without being asked: what oneself did not touch since `before`, where
 * that is known.
 */
export function untouched(before: Plan | null, mine: Plan, theirs: Plan): Set<string> {
  if (before === null) return new Set()
  const [was, one] = [plainPlan(before), plainPlan(mine)]
  return new Set(
    PARTS.filter((part) => differ(part, one, plainPlan(theirs)) && !differ(part, was, one)).map(
      ({ key }) => key,
    ),
  )
}
