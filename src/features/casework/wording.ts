import { STATE_NAMES } from '@/domain/consultation/words'
import type { ConsultationState } from '@/domain/consultation/consultation'
import { monthInWords, weekdayCharacter } from '@/domain/time/words'
import {
  onPhone,
  CHANGING,
  type OutsideWording,
  READING,
  type Sentence,
  type Wording,
} from '../refusal-words'

const noCentre = (): Sentence => ({ title: '没找到这个中心', next: '换一个中心再看。' })
const noCase = (): Sentence => ({
  title: '这件事不在您这里了',
  next: '可能居民撤回了，或者转给了别人。回到我的受理看看。',
})
const changed = ({ state }: { state: ConsultationState }): Sentence => ({
  title: `这件事刚变了：${STATE_NAMES[state]}`,
  next: '您写的还在。在“别的办法”里重新打开看看，再决定。',
})
const mine = { NOT_FOUND: noCase, WRONG_STATE: changed }

export const listWords: Wording<'casework.list'> = {}
export const openWords: Wording<'casework.open'> = { NOT_FOUND: noCase }
export const attachmentWords: Wording<'casework.attachment'> = {
  NOT_FOUND: () => ({ title: '这个附件没有了', next: '居民可能换过。重新打开这件事看看。' }),
}
export const acceptWords: Wording<'casework.accept'> = mine
export const declineWords: Wording<'casework.decline'> = mine
export const askWords: Wording<'casework.ask'> = mine
export const closeWords: Wording<'casework.close'> = mine
export const handOverWords: Wording<'casework.handOver'> = mine
export const referralWords: Wording<'casework.referral'> = { NOT_FOUND: noCase }
export const proposeWords: Wording<'casework.propose'> = {
  ...mine,
  NOT_FOUND: ({ what }) =>
    what === 'pool'
      ? { title: '这个时间刚没有了', next: '换一个时间再送。写的都还在。' }
      : noCase(),
}

export const waitingWords: Wording<'casework.waiting'> = { NOT_FOUND: noCentre }
export const feedbackWords: Wording<'casework.feedback'> = { NOT_FOUND: noCentre }
const noRequest = (): Sentence => ({
  title: '没找到这一件',
  next: '居民可能撤回了。刷新一下名单看看。',
})
export const candidatesWords: Wording<'casework.candidates'> = { NOT_FOUND: noRequest }
export const assignWords: Wording<'casework.assign'> = {
  NOT_FOUND: ({ what }) =>
    what === 'professional'
      ? { title: '现在不能请这一位', next: '名单刚变了，从新的名单里选。' }
      : noRequest(),
  WRONG_STATE: ({ state }) => ({
    title: `这一件刚变了：${STATE_NAMES[state]}`,
    next: '关上这里，看看新的名单。',
  }),
}
export const answerFeedbackWords: Wording<'casework.answerFeedback'> = {
  NOT_FOUND: noRequest,
  WRONG_STATE: () => ({ title: '已经有人答复了', next: '不用再答一次。关上这里就能看到。' }),
}

export const officeHoursWords: Wording<'casework.officeHours'> = {}
export const publishHoursWords: Wording<'casework.publishHours'> = {
  NOT_FOUND: noCentre,
  WRONG_MONTH: ({ first, last }) => ({
    title: '这个月发布不了',
    next: `可以发布 ${monthInWords(first)} 到 ${monthInWords(last)}。`,
  }),
  WRONG_HOURS: ({ weekday }) => ({
    title: `周${weekdayCharacter(weekday)} 的时间有冲突`,
    next: '两段叠在一起了，或者结束比开始早。改好再发布。',
  }),
}

/** Reading casework: nothing has changed. */
export const LOOKING: OutsideWording = {
  ...READING,
  INVALID_INPUT: () => ({ title: '这一页打不开', next: '回到上一页，重新进一次。' }),
  REQUEST_ID_REUSED: () => ({ title: '这一页打不开', next: '过一会儿再试，什么都没有变。' }),
  FORBIDDEN: ({ only }) =>
    onPhone(only) ?? {
      title: '这里不归您管',
      next: '请用管这件事的身份打开，或者问问中心。',
    },
  NOT_FOUND: noCase,
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人多', next: '等半分钟再试。' }),
  UNAVAILABLE: () => ({ title: '这会儿打不开', next: '过一会儿再试，什么都没有变。' }),
  UNREACHABLE: ({ offline }) =>
    offline
      ? { title: '没有网络', next: '这些事手机里不留底，连上网才能看。' }
      : { title: '没连上', next: '看看网络，再试一次。' },
}

/** Changing casework: what was written stays on the page until it has been sent. */
export const DOING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: ({ reason }) =>
    reason === 'TOO_MANY'
      ? { title: '这件事来往太多了', next: '写的都还在。先见面或者打电话说，再写下结果。' }
      : { title: '没送出去', next: '写的都还在。看看有没有太长，改好再点一次。' },
  FORBIDDEN: LOOKING.FORBIDDEN,
  NOT_FOUND: noCase,
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人多', next: '写的都还在，等半分钟再点一次。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '写的都还在，再点一次不会重复办。' }),
  UNREACHABLE: ({ offline, sent }) =>
    offline && !sent
      ? { title: '没有网络，没有送出去', next: '写的都还在，连上网再点一次。' }
      : { title: '还没等到回音', next: '写的都还在，再点一次不会重复办。' },
}
