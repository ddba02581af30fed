import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import {
  residentsFirst,
  STAFF_ONLY,
  timesClash,
  UNKNOWN_RULE,
  waitsLonger,
} from '../eligibility-words'
import { limitInWords, oneOfFamily } from '../limit-words'
import type { Wording } from '../refusal-words'

const GONE = () => ({ title: '没找到这份候补', next: '往下拉一下“我的候补”再看。' })

/** What became of an entry that has ended, as the reason why nothing more can be done with it. */
const ENDED: Wording<'waitlist.leave'>['ENTRY_ENDED'] = ({ state }) => {
  switch (state) {
    case 'accepted':
      return { title: '已经报上了', next: '到了出示签到码就行。来不了，在“我的”里退。' }
    case 'left':
      return { title: '这份候补已经退了', next: '还想要的话，可以重新候补。' }
    case 'lapsed':
      return { title: '留给您的时间过了', next: '席位转给了下一位。还想要的话，可以重新候补。' }
    default:
      return { title: '候补已经结束', next: '快开始了，不再往下递补。看看别的日期。' }
  }
}

export const joinWords: Wording<'waitlist.join'> = {
  ALREADY_BOOKED: () => ({ title: '已经报上了', next: '不用候补，到了出示签到码就行。' }),
  ALREADY_WAITING: () => ({ title: '已经在候补了', next: '在“我的候补”里看排到第几位。' }),
  SEATS_LEFT: ({ left }) => ({ title: `还有 ${left} 席`, next: '不用候补，直接报名就行。' }),
  NEVER_FITS: ({ capacity }) => ({
    title: `这一班一共才 ${capacity} 席`,
    next: '一起候补的人多了，分成几份再来。',
  }),
  LIST_OVER: () => ({
    title: '候补已经结束',
    next: '快开始了，不再往下递补。空出来的席位谁先报是谁的。',
  }),
  NOT_OPEN_YET: ({ opensAt }, now) => ({
    title: '报名还没开放',
    next: `${momentInWords(parseInstant(opensAt), now)} 开放，到时直接报名。`,
  }),
  CLOSED: ({ closesAt }, now) => ({
    title: '报名已经截止',
    next: `${momentInWords(parseInstant(closesAt), now)} 截止的，不再收候补。看看别的日期。`,
  }),
  NOT_ELIGIBLE: (facts, now) => {
    switch (facts.rule) {
      case 'HOME_CENTRE':
        return residentsFirst(facts.until, '候补', now)
      case 'AGE':
        return { title: '年龄不合适', next: '这一班的年龄要求在活动介绍里，看看别的班。' }
      case 'BALLOT':
        return { title: '这一班要摇号', next: '登记摇号就行，没摇中的会自动排进候补。' }
      case 'INTAKE':
        return { title: '这个要先填一张表', next: '没有候补，请换一个时间。' }
      case 'STRIKES':
        return waitsLonger(facts.until, '报', now)
      case 'ROLE':
        return STAFF_ONLY
      case 'PARALLEL':
      case 'TERM_LIMIT':
        return limitInWords(facts, oneOfFamily(facts.attendeeId), '再来候补')
      default:
        return UNKNOWN_RULE
    }
  },
  CLASHES: (facts, now) => timesClash(facts, '仍要候补也可以。', now),
  NOT_FOUND: () => ({ title: '这一场已经撤下了', next: '回去看看别的日期。' }),
}

export const leaveWords: Wording<'waitlist.leave'> = { ENTRY_ENDED: ENDED, NOT_FOUND: GONE }

export const acceptWords: Wording<'waitlist.accept'> = {
  NO_OFFER: () => ({ title: '还没轮到', next: '有席位空出来会先留给您，到时再来确认。' }),
  OFFER_LAPSED: ({ until }, now) => ({
    title: '留给您的时间过了',
    next: `留到 ${momentInWords(parseInstant(until), now)}，已经转给下一位。还想要的话，可以重新候补。`,
  }),
  ENTRY_ENDED: ENDED,
  ALREADY_BOOKED: () => ({
    title: '其中有人已经报上了',
    next: '把这份候补退掉，再给其余的人候补。',
  }),
  NOT_ELIGIBLE: (facts) =>
    limitInWords(
      facts,
      oneOfFamily(facts.attendeeId),
      '再来点“要，报上”。席位留着，到点才让给下一位',
    ),
  CLASHES: (facts, now) => timesClash(facts, '两个都要也可以。', now),
  NOT_FOUND: GONE,
}

export const mineWords: Wording<'waitlist.mine'> = {}

export const listWords: Wording<'waitlist.list'> = {
  NOT_FOUND: () => ({ title: '没找到这一场', next: '可能已经撤下了，回去刷新一下。' }),
}

export const moveUpWords: Wording<'waitlist.moveUp'> = {
  ALREADY_FIRST: () => ({ title: '已经排在最前面了', next: '有席位空出来，先问这一位。' }),
  NOT_WAITING: ({ state }) =>
    state === 'offered'
      ? { title: '已经给这一位留了席位', next: '等这一位确认就行，不用再提前。' }
      : { title: '这一位不在等了', next: '刷新一下名单再看。' },
  NOT_FOUND: GONE,
}

export const poolsWords: Wording<'waitlist.pools'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页重新选一个中心。' }),
}
