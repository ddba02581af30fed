import type { Seating } from '@/domain/calendar/seating'
import { poolTimes } from '@/domain/calendar/seating'
import { deadlineInWords, momentInWords } from '@/domain/time/words'
import { AT_ONCE } from './seats-form'

/** Options of a number, with what stands among them. */
function options(
  usual: readonly (readonly [number, string])[],
  now: number,
  say: (value: number) => string,
) {
  const known = usual.some(([value]) => value === now)
  const all = known ? usual : [...usual, [now, say(now)] as const]
  return all.map(([value, label]) => ({ value: String(value), label }))
}

export const openings = (now: number) =>
  options(
    [
      [AT_ONCE, '一发布就开'],
      [30, '提前 30 天'],
      [14, '提前 14 天'],
      [7, '提前 7 天'],
      [3, '提前 3 天'],
      [1, '提前 1 天'],
    ],
    now,
    (days) => (days === 0 ? '当天' : `提前 ${days} 天`),
  )

export const closings = (now: number) =>
  options(
    [
      [0, '开始就截止'],
      [60, '提前 1 小时'],
      [120, '提前 2 小时'],
      [1440, '提前 1 天'],
    ],
    now,
    (minutes) => `提前 ${lengthInWords(minutes)}`,
  )

export const cancelLimits = (now: number) =>
  options(
    [
      [0, '开始前都能退'],
      [2, '提前 2 小时'],
      [24, '提前 1 天'],
      [48, '提前 2 天'],
    ],
    now,
    (hours) => `提前 ${lengthInWords(hours * 60)}`,
  )

export const residentDays = (now: number) =>
  options(
    [
      [0, '不留'],
      [1, '先留 1 天'],
      [3, '先留 3 天'],
      [7, '先留 7 天'],
    ],
    now,
    (days) => `先留 ${days} 天`,
  )

/** 45 分钟, 1 小时, 1.5 小时, 2 天. */
export function lengthInWords(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return `${minutes / 1440} 天`
  return minutes >= 60 && minutes % 30 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
}

/** 每次 30 席, 一学期 24 席，摇号 */
export function seatsInWords(seating: Seating | null): string {
  if (seating === null) return '不用报名，直接来'
  const per = seating.per === 'term' ? '整期' : seating.slotMinutes ? '每个时段' : '每次'
  const drawn = seating.mode === 'ballot' ? '，摇号' : ''
  return `${per} ${seating.capacity} 席${drawn}${seating.numbered ? '，按号叫' : ''}`
}

/**
 * When one can book what starts at an instant: 11月26日 周四 09:00 开放，12月3日 周四 14:00 前能报；
 * 12月2日 周三 15:00 前能退. What would have opened already opens when it is published.
 */
export function openingInWords(seating: Seating, startsAt: number, now: number): string {
  const { opensAt, closesAt, cancelUntil } = poolTimes(seating, { startsAt })
  const opens = opensAt <= now ? '一发布就开放' : `${momentInWords(opensAt, now)} 开放`
  if (closesAt <= now) return '已经过了报名截止的时间，没人能报'
  const back = cancelUntil <= now ? '报了就不能退' : `${deadlineInWords(cancelUntil, now)}能退`
  return `${opens}，${deadlineInWords(closesAt, now)}能报，${back}`
}
