import { dateOf } from './date'
import { timeOf } from './instant'
import { dayInWords } from './words'

/** From which hour on a part of the day is called what. */
const PARTS = [
  [18, '晚上'],
  [13, '下午'],
  [12, '中午'],
  [9, '上午'],
  [5, '早上'],
  [0, '凌晨'],
] as const

/** The hour of an instant (milliseconds) as people say it: 上午 9 点半, 下午 3 点, 晚上 7 点 20 分. */
export function hourInWords(instant: number): string {
  const [hour = 0, minute = 0] = timeOf(instant).split(':').map(Number)
  const part = PARTS.find(([from]) => hour >= from)?.[1]
  const past = minute === 30 ? '半' : minute > 0 ? ` ${minute} 分` : ''
  return `${part} ${hour > 12 ? hour - 12 : hour} 点${past}`
}

/** The day and the hour of an instant: 今天 下午 3 点, 12月5日 周六 上午 9 点半. */
export function spokenMoment(instant: number, now: number): string {
  return `${dayInWords(dateOf(instant), dateOf(now))} ${hourInWords(instant)}`
}

/** Until when it takes, after its beginning was said: 到 4 点半, 到晚上 6 点. */
export function untilHourInWords(startsAt: number, endsAt: number): string {
  const [from, until] = [hourInWords(startsAt), hourInWords(endsAt)]
  const [part = '', ...rest] = until.split(' ')
  return from.startsWith(part) ? `到 ${rest.join(' ')}` : `到${until}`
}
