import { minutesOfDay } from '@/domain/time/instant'
import { monthDayInWords, weekdayCharacter } from '@/domain/time/words'
import { WEEKDAYS, isWholeDay, normalHours, weekdayGroups } from './hours-normal-form'
import type { StationHours, TimeSpan } from './station-hours'

/** 6:00 of 06:00: as people write it. */
const timeInWords = (time: string) => time.replace(/^0(?=\d)/, '')

function spanInWords({ opens, closes }: TimeSpan): string {
  const overnight = minutesOfDay(closes) <= minutesOfDay(opens)
  return `${timeInWords(opens)}–${overnight ? '次日 ' : ''}${timeInWords(closes)}`
}

function spansInWords(spans: readonly TimeSpan[]): string {
  return isWholeDay(spans) ? '24 小时' : spans.map(spanInWords).join('、')
}

/** 周一至周五; 周六、周日; 周一至周三、周五; 每天. */
function weekdaysInWords(days: readonly number[]): string {
  if (days.length === WEEKDAYS.length) return '每天'
  const runs: number[][] = []
  for (const day of days) {
    const run = runs[runs.length - 1]
    if (run && run[run.length - 1] === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number) => `周${weekdayCharacter(day)}`
  return runs
    .map((run) =>
      run.length > 2 ? `${name(run[0]!)}至${name(run[run.length - 1]!)}` : run.map(name).join('、'),
    )
    .join('、')
}

/** 2026年10月1日; 2026年10月1日至3日; 2026年9月30日至10月2日; 2026年12月31日至2027年1月3日. */
function daysInWords(from: string, to: string): string {
  const full = (date: string) => `${Number(date.slice(0, 4))}年${monthDayInWords(date)}`
  if (from === to) return full(from)
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${full(from)}至${full(to)}`
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${full(from)}至${sameMonth ? `${Number(to.slice(8))}日` : monthDayInWords(to)}`
}

const closedOr = (spans: readonly TimeSpan[]) =>
  spans.length === 0 ? '休息' : ` ${spansInWords(spans)}`

/**
 * Opening hours in plain Chinese: 24 小时; 每天 6:00–22:00; 周一至周五 9:00–17:00，节假日休息;
 * 每天 17:00–次日 2:00; 每天 8:00–12:00、14:00–18:00，2026年10月1日至3日休息; 暂不开放 where there
 * are none. `parseHours` reads it back to hours that mean the same.
 */
export function hoursInWords(hours: StationHours): string {
  const { weekly, publicHolidays, special } = normalHours(hours)
  const groups = weekdayGroups(weekly)
  const words = groups.map(({ days, spans }) =>
    days.length === WEEKDAYS.length && isWholeDay(spans)
      ? '24 小时'
      : `${weekdaysInWords(days)} ${spansInWords(spans)}`,
  )
  if (publicHolidays) words.push(`节假日${closedOr(publicHolidays)}`)
  for (const { from, to, spans } of special) {
    words.push(`${daysInWords(from, to)}${closedOr(spans)}`)
  }
  if (groups.length === 0) words.unshift(words.length === 0 ? '暂不开放' : '平时不开放')
  return words.join('，')
}
