import { MINUTE, parseInstant } from '@/domain/time/instant'
import { deadlineInWords, momentInWords, untilInWords, whenInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'

export const bookWords: Wording<'seats.book'> = {
  SOLD_OUT: ({ capacity, waiting, left }) => ({
    title: left ? `只剩 ${left} 席，不够分` : `${capacity} 席都报满了`,
    next:
      waiting > 0
        ? `前面还有 ${waiting} 人在等。换一个日期，或者过会儿再来看，有人退会空出来。`
        : '换一个日期，或者过会儿再来看，有人退会空出来。',
  }),
  ALREADY_BOOKED: () => ({
    title: '这一席早就报上了',
    next: '不用再报，到了出示签到码就行。',
  }),
  NOT_OPEN_YET: ({ opensAt }, now) => {
    const opens = parseInstant(opensAt)
    const left = untilInWords(opens, now)
    return {
      title: '报名还没开放',
      next: `${momentInWords(opens, now)} 开放${left ? `，${left}` : ''}，到时再来点一次。`,
    }
  },
  CLOSED: ({ closesAt }, now) => ({
    title: '报名已经截止',
    next: `${momentInWords(parseInstant(closesAt), now)} 截止的。看看别的日期，或者打电话问问中心。`,
  }),
  NOT_ELIGIBLE: ({ rule, until }, now) => {
    switch (rule) {
      case 'HOME_CENTRE':
        return {
          title: '先给本社区的居民报',
          next: until
            ? `${deadlineInWords(parseInstant(until), now)}先留给本社区的居民，之后谁都能报。住在这儿的话，去“我的”把它设为常去的中心。`
            : '住在这儿的话，去“我的”把它设为常去的中心，再来报。',
        }
      case 'ROLE':
        return { title: '这一场不对外报名', next: '是给中心工作人员的。看看别的活动吧。' }
      case 'BALLOT':
        return { title: '这一班要摇号', next: '不拼手速，登记和摇号的办法在活动介绍里。' }
      case 'INTAKE':
        return {
          title: '这个要先填一张表',
          next: '写清楚是什么事，再选时间。不会填，打电话给中心。',
        }
      case 'AGE':
        return { title: '年龄不合适', next: '这一班的年龄要求在活动介绍里，看看别的班。' }
    }
  },
  CLASHES: ({ title, startsAt, endsAt }, now) => ({
    title: '时间撞上了',
    next: `${whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)} 已经报了“${title}”。两个都要也可以。`,
  }),
  NOT_FOUND: () => ({ title: '这一场已经撤下了', next: '回去看看别的日期。' }),
}

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
