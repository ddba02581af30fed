import { MINUTE, parseInstant } from '@/domain/time/instant'
import { deadlineInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

export const cancelWords: Wording<'seats.cancel'> = {
  TOO_LATE: ({ cancelUntil }, now) => ({
    title: '过了能退的时间',
    next: `${deadlineInWords(parseInstant(cancelUntil), now)}可以退。实在来不了，打电话跟中心说一声。`,
  }),
  ALREADY_CANCELLED: () => ({ title: '这一席已经退了', next: '不用再退一次。' }),
  THROUGH_CONSULTATION: () => ({ title: '预约不在这儿退', next: '打开那次预约，再改时间或撤回。' }),
  NOT_FOUND: () => ({ title: '没找到这次报名', next: '下拉刷新一下“我的”再看。' }),
}

export const mineWords: Wording<'seats.mine'> = {}

/** Whether a seat can still be given back; a minute is left for the tap itself. */
export function canCancel(cancelUntil: string, now: number): boolean {
  return parseInstant(cancelUntil) > now + MINUTE
}

/** Until when a seat can be given back, as a promise: 12月4日 24:00 前可以退. */
export function cancelUntilInWords(cancelUntil: string, now: number): string {
  const until = parseInstant(cancelUntil)
  if (!canCancel(cancelUntil, now)) return '已经过了能退的时间'
  return `${deadlineInWords(until, now)}可以退`
}
