import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'

export type Notice = Output<'notices.mine'>['notices'][number]

/** 周六公益书法 第 4 课 */
export function whatInWords({ title, lesson }: Pick<Notice, 'title' | 'lesson'>): string {
  return lesson ? `${title} 第 ${lesson.number} 课` : title
}

/** 改期了, 换地方了, 不上了. */
export function changeInWords({ from, to }: Pick<Notice, 'from' | 'to'>): string {
  if (to === null) return '不上了'
  const sameTime = to.startsAt === from.startsAt && to.endsAt === from.endsAt
  return sameTime ? '换地方了' : '改期了'
}

/** 12月5日 周六 09:30–11:00，二楼书画室 */
export function spanInWords({ startsAt, endsAt, place }: Notice['from'], now: number): string {
  return `${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)}，${place}`
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
