import { DELAYING_WEIGHT, STRIKE_WEIGHT } from '@/domain/attendance/strike'
import { parseInstant } from '@/domain/time/instant'
import { deadlineInWords, momentInWords, whenInWords } from '@/domain/time/words'
import type { Sentence } from './refusal-words'

/** Seats are for the centre's own residents, until an instant or for good; `deed` is 登记 or 候补. */
export function residentsFirst(until: string | null, deed: string, now: number): Sentence {
  return {
    title: '先给本社区的居民',
    next: until
      ? `${deadlineInWords(parseInstant(until), now)}先留给本社区的居民，之后谁都能${deed}。`
      : `住在这儿的话，去“我的”把它设为常去的中心，再来${deed}。`,
  }
}

/** From so many times on. */
const ENOUGH = DELAYING_WEIGHT / STRIKE_WEIGHT.absent

/** Whoever did not come too often waits until an instant; `deed` is 报 or 登记. */
export function waitsLonger(until: string | null, deed: string, now: number): Sentence {
  const when = until ? momentInWords(parseInstant(until), now) : '明天'
  return {
    title: `这一场要晚一点才能${deed}`,
    next: `这学期记满了 ${ENOUGH} 次没来，您从 ${when} 起可以${deed}。记错了，或者有难处，在“我的”的“没来的记录”里点“有话说”。`,
  }
}

export const STAFF_ONLY: Sentence = {
  title: '这一场不对外报名',
  next: '是给中心工作人员的。看看别的活动吧。',
}

/** A newer server may know a rule that this version of the app does not. */
export const UNKNOWN_RULE: Sentence = {
  title: '这一班现在不能报',
  next: '打电话问问中心；或者重新打开小程序，换到新版本再来。',
}

/** Something else at that time; `way` says what can be done about it. */
export function timesClash(
  { title, startsAt, endsAt }: { title: string; startsAt: string; endsAt: string },
  way: string,
  now: number,
): Sentence {
  const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
  return { title: '时间撞上了', next: `${when} 已经有“${title}”。${way}` }
}
