import { MINUTE, instantAt } from '@/domain/time/instant'
import {
  dateInWords,
  monthDayInWords,
  timeRangeInWords,
  weekdayCharacter,
} from '@/domain/time/words'
import { lunarDayInWords, lunarFestival, lunarMonthInWords } from './lunar'
import type { DatesRule, LunarYearlyRule, MonthlyRule, Rule, WeeklyRule } from './rule'
import { rulePositions } from './rule-positions'

const NTH: Readonly<Record<number, string>> = {
  '-1': '最后一个',
  '1': '第一个',
  '2': '第二个',
  '3': '第三个',
  '4': '第四个',
  '5': '第五个',
}
const NUMERALS = '零一两三四五六七八九十'

function weeks(rule: WeeklyRule): string {
  const days = [...rule.weekdays].sort((a, b) => a - b)
  const names = days.map((day) => `周${weekdayCharacter(day)}`)
  const row = days.length > 2 && days.every((day, index) => day === days[0]! + index)
  if (days.length === 7 && (rule.interval ?? 1) === 1) return '每天'
  const list = row ? `${names[0]}至${names[names.length - 1]}` : names.join('、')
  const interval = rule.interval ?? 1
  return interval === 1 ? `每${list}` : `每${NUMERALS.charAt(interval)}周的${list}`
}

function months(rule: MonthlyRule): string {
  const interval = rule.interval ?? 1
  const every = interval === 1 ? '每月' : `每${NUMERALS.charAt(interval)}个月的`
  if ('nthWeekday' in rule) {
    const { nth, weekday } = rule.nthWeekday
    return `${every}${NTH[nth] ?? ''}周${weekdayCharacter(weekday)}`
  }
  const ordered = [...rule.monthDays].sort((a, b) => (a === -1 ? 1 : b === -1 ? -1 : a - b))
  const days = ordered.map((day) => (day === -1 ? '最后一天' : `${day} 日`)).join('、')
  return days.startsWith('最') ? `${every}${days}` : `${every} ${days}`
}

function lunarYears({ lunarMonth, lunarDay }: LunarYearlyRule): string {
  const day = lunarDay === -1 ? '最后一天' : lunarDayInWords(lunarDay)
  const date = `农历${lunarMonthInWords(lunarMonth)}${day}`
  const festival = lunarFestival(lunarMonth, lunarDay)
  return festival ? `每年${festival}（${date}）` : `每年${date}`
}

function listed(rule: DatesRule): string {
  const dates = [...rule.dates].sort()
  const [first, last] = [dates[0]!, dates[dates.length - 1]!]
  if (dates.length === 1) return dateInWords(first)
  if (dates.length <= 3) return dates.map(monthDayInWords).join('、')
  return `${monthDayInWords(first)}至${monthDayInWords(last)}间的 ${dates.length} 天`
}

function pattern(rule: Rule): string {
  if (rule.frequency === 'weekly') return weeks(rule)
  if (rule.frequency === 'monthly') return months(rule)
  return rule.frequency === 'dates' ? listed(rule) : lunarYears(rule)
}

/** The first day on which a bounded rule takes place. */
function firstDay(rule: Rule): string {
  const held = rulePositions(rule, rule.startsOn).find(({ date }) => date !== null)
  return held?.date ?? rule.startsOn
}

/**
 * A rule in plain Chinese, its times at UTC+8: 每周四 15:00–16:30，逢法定假日暂停一次;
 * 每周六、周日 09:30–11:00，12月5日起，逢法定假日顺延，共 8 课; 每月第二个周六 14:00–16:00.
 */
export function ruleInWords(rule: Rule): string {
  const startsAt = instantAt(rule.startsOn, rule.time)
  const range = timeRangeInWords(startsAt, startsAt + rule.durationMinutes * MINUTE)
  const words = [`${pattern(rule)} ${range}`.replace('） ', '）')]
  const repeats = rule.frequency === 'weekly' || rule.frequency === 'monthly'
  if (repeats && (rule.count !== undefined || rule.until !== undefined)) {
    words.push(`${monthDayInWords(firstDay(rule))}起`)
  }
  if (rule.until !== undefined && repeats) words.push(`到${monthDayInWords(rule.until)}止`)
  if (rule.onRestDays === 'postpone') words.push('逢法定假日顺延')
  if (rule.onRestDays === 'drop') words.push('逢法定假日暂停一次')
  if (rule.count !== undefined && repeats) words.push(`共 ${rule.count} 课`)
  return words.join('，')
}
