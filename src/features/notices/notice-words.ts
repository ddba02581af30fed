import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'

export type AnyNotice = Output<'notices.mine'>['notices'][number]
/** What staff say to a class. */
export type Message = Extract<AnyNotice, { kind: 'class-message' }>
/** That a lesson was moved or cancelled. */
export type Notice = Exclude<AnyNotice, Message>

/** 周六公益书法 第 4 课 */
export function whatInWords({ title, lesson }: Pick<Notice, 'title' | 'lesson'>): string {
  return lesson ? `${title} 第 ${lesson.number} 课` : title
}

/** 改期了, 换地方了, 不上了; of a whole activity 取消了, 4 课有变动. */
export function changeInWords({ from, to, whole }: Pick<Notice, 'from' | 'to' | 'whole'>): string {
  if (whole) {
    const lessons = whole.moved + whole.added + whole.cancelled
    return whole.kind === 'activity-cancelled' ? '取消了' : `${lessons} 次有变动`
  }
  if (to === null) return '不上了'
  const sameTime = to.startsAt === from.startsAt && to.endsAt === from.endsAt
  return sameTime ? '换地方了' : '改期了'
}

/** 12月5日 周六 09:30–11:00，二楼书画室 */
export function spanInWords({ startsAt, endsAt, place }: Notice['from'], now: number): string {
  return `${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)}，${place}`
}

type Whole = NonNullable<Notice['whole']>

/** What became of one lesson of several: 第 3 课 改到 12月5日…, 12月5日… 不上了, 加了一次：12月5日…. */
export function lessonInWords({ number, from, to }: Whole['lessons'][number], now: number): string {
  const what = number === null ? '' : `第 ${number} 课 `
  if (!from) return to ? `加了一次：${spanInWords(to, now)}` : ''
  if (!to) return `${what}${spanInWords(from, now)}，不上了`
  return `${what}${spanInWords(from, now)}，改到 ${spanInWords(to, now)}`
}

/** How many more there are than the notice lists; null where it lists all. */
export function moreInWords({ moved, added, cancelled, lessons }: Whole): string | null {
  const more = moved + added + cancelled - lessons.length
  return more > 0 ? `还有 ${more} 次，点进去看` : null
}

/** 小满那时还有“围棋启蒙”，14:30–16:00; of oneself 您. */
export function clashInWords(
  { attendeeId, name, title, startsAt, endsAt }: Notice['clashes'][number],
  now: number,
): string {
  const who = attendeeId === 'self' ? '您' : (name ?? '一位家里人')
  const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
  return `${who}那时还有“${title}”：${when}`
}
