import { DELAYING_WEIGHT, STRIKE_DELAY, STRIKE_WEIGHT } from '@/domain/attendance/strike'
import { HOUR, MINUTE, parseInstant } from '@/domain/time/instant'
import { deadlineInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

export const cancelWords: Wording<'seats.cancel'> = {
  TOO_LATE: ({ cancelUntil, lateUntil }, now) => ({
    title: '过了能退的时间',
    next: lateUntil
      ? `${deadlineInWords(parseInstant(cancelUntil), now)}可以退。来不了的话，打开签到码还能退，算半次没来。`
      : `${deadlineInWords(parseInstant(cancelUntil), now)}可以退。实在来不了，打电话跟中心说一声。`,
  }),
  ALREADY_CANCELLED: () => ({ title: '这一席已经退了', next: '不用再退一次。' }),
  THROUGH_CONSULTATION: () => ({ title: '预约不在这儿退', next: '打开那次预约，再改时间或撤回。' }),
  NOT_FOUND: () => ({ title: '没找到这次报名', next: '往下拉一下“我的”再看。' }),
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

/** Whether a seat can be given back after its deadline: until the first lesson begins. */
export function canCancelLate(
  booking: { cancelUntil: string; startsAt: string; consultationId?: string | null },
  now: number,
): boolean {
  const { cancelUntil, startsAt, consultationId } = booking
  return !consultationId && !canCancel(cancelUntil, now) && parseInstant(startsAt) > now
}

/** What giving back late leads to, by the published rule (domain/attendance/strike). */
export const LATE_MEANS =
  `现在退，座位还来得及给别人，算半次没来。一个学期满 ${DELAYING_WEIGHT / STRIKE_WEIGHT.absent} 次，` +
  `之后报名才会晚一点，最多晚 ${STRIKE_DELAY / HOUR} 小时。`
