import type { Finding } from '@/domain/ballot/verify'
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
import type { Sentence, Wording } from '../refusal-words'

export const enterWords: Wording<'ballot.enter'> = {
  NOT_ANNOUNCED: () => ({
    title: '这一班的摇号还没公布',
    next: '中心公布用哪个公开数字、几点摇号以后，就能登记了。',
  }),
  DIFFERENT_BALLOTS: () => ({
    title: '这几个志愿不在同一场摇号里',
    next: '分开登记，每一场各填各的志愿。',
  }),
  ALREADY_ENTERED: () => ({
    title: '已经登记过了',
    next: '每人一场只登记一次。想改志愿，先撤回再重新登记，先后不影响中签。',
  }),
  BALLOT_FULL: ({ most }) => ({
    title: `这一场已经登记满 ${most} 份`,
    next: '打电话问问中心，有没有别的场次。',
  }),
  NEVER_FITS: ({ capacity }) => ({
    title: `有一班一共才 ${capacity} 席`,
    next: '一起登记的人比席位还多，换一班，或者分成几份。',
  }),
  NOT_OPEN_YET: ({ opensAt }, now) => ({
    title: '登记还没开始',
    next: `${momentInWords(parseInstant(opensAt), now)} 开始，早登记晚登记都一样。`,
  }),
  CLOSED: ({ closesAt }, now) => ({
    title: '登记已经截止',
    next: `${momentInWords(parseInstant(closesAt), now)} 截止的。摇号以后有空席，可以候补。`,
  }),
  NOT_ELIGIBLE: (facts, now) => {
    switch (facts.rule) {
      case 'HOME_CENTRE':
        return residentsFirst(facts.until, '登记', now)
      case 'AGE':
        return { title: '年龄不合适', next: '这一班的年龄要求在活动介绍里，换一个志愿。' }
      case 'INTAKE':
        return { title: '这个要先填一张表', next: '不用摇号，写清楚是什么事，再选时间。' }
      case 'STRIKES':
        return waitsLonger(facts.until, '登记', now)
      case 'ROLE':
        return STAFF_ONLY
      case 'BALLOT':
        return { title: '这一班现在不能登记', next: '回去刷新一下，再看能不能登记。' }
      case 'PARALLEL':
      case 'TERM_LIMIT':
        return limitInWords(facts, oneOfFamily(facts.attendeeId), '再来登记')
      default:
        return UNKNOWN_RULE
    }
  },
  CLASHES: (facts, now) => timesClash(facts, '仍要登记也可以。', now),
  NOT_FOUND: () => ({ title: '有一班没找到', next: '可能已经撤下了，回去重新选志愿。' }),
}

export const leaveWords: Wording<'ballot.leave'> = {
  CLOSED: ({ closesAt }, now) => ({
    title: '登记已经截止，不能撤回',
    next: `${momentInWords(parseInstant(closesAt), now)} 截止的。中签了不想要，不确认就行，席位会给下一位。`,
  }),
  NOT_FOUND: () => ({ title: '没有您的登记', next: '可能已经撤回了，往下拉一下。' }),
}

export const mineWords: Wording<'ballot.mine'> = {}

export const proofWords: Wording<'ballot.proof'> = {
  NOT_FOUND: () => ({ title: '没找到这场摇号', next: '可能还没公布，过些时候再来看。' }),
}

const POOL_GONE = () => ({ title: '有一班没找到', next: '可能已经撤下了，回去重新选。' })

export const announceWords: Wording<'ballot.announce'> = {
  NOT_DRAWN: () => ({ title: '有一班是先到先得的', next: '只选设成摇号的班，再公布。' }),
  ALREADY_ANNOUNCED: () => ({ title: '有一班已经公布过摇号', next: '去掉它，公布其余的班。' }),
  DIFFERENT_CLOSING: () => ({
    title: '这几班的登记截止时间不一样',
    next: '同一场摇号要同时截止，分成几场公布。',
  }),
  CLOSED: () => ({ title: '有一班的登记已经截止', next: '去掉它，公布其余的班。' }),
  NUMBER_TOO_EARLY: ({ closesAt }, now) => ({
    title: '公开数字出得太早了',
    next: `登记到 ${momentInWords(parseInstant(closesAt), now)}，选一个在那以后才公布的数字。`,
  }),
  NUMBER_TOO_LATE: ({ latest }, now) => ({
    title: '公开数字出得太晚了',
    next: `中签的人要有时间确认，最晚选 ${momentInWords(parseInstant(latest), now)} 公布的数字。`,
  }),
  NOT_FOUND: POOL_GONE,
}

export const publishNumberWords: Wording<'ballot.publishNumber'> = {
  NUMBERS_DIFFER: ({ number, other }) => ({
    title: '和同事录的不一样',
    next: `您录的是 ${number}，同事录的是 ${other}。一起对照公布的原文，录错的一位改正后再录一次。`,
  }),
  ALREADY_PUBLISHED: ({ number }) => ({
    title: '数字已经确认过了',
    next: `用的是 ${number}，不能再改。`,
  }),
  NUMBER_TOO_EARLY: ({ numberAt }, now) => ({
    title: '还没到公布数字的时间',
    next: `${momentInWords(parseInstant(numberAt), now)} 以后再来录。`,
  }),
  NOT_CLOSED: () => ({ title: '登记名单还在封存', next: '过十分钟再来录。' }),
  NOT_FOUND: () => ({ title: '没找到这场摇号', next: '刷新一下列表再看。' }),
}

export const listWords: Wording<'ballot.list'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页重新选一个中心。' }),
}

export const poolsWords: Wording<'ballot.pools'> = {
  NOT_FOUND: () => ({ title: '没找到这个中心', next: '回首页重新选一个中心。' }),
}

/** What a check of a draw found, for residents to read. */
export const findingWords: Readonly<Record<Finding, Sentence>> = {
  NOT_DRAWN: { title: '还没有摇号', next: '公开数字录好以后就会摇，到时再来验。' },
  OTHER_METHOD: { title: '这场摇号用了新的算法', next: '更新一下小程序，再来验。' },
  LIST_UNREADABLE: { title: '登记名单读不出来', next: '把这一页给中心看，请他们说明。' },
  LIST_ALTERED: {
    title: '登记名单和封存时的指纹对不上',
    next: '名单在截止以后被改过。把这一页给中心看，请他们说明。',
  },
  ANNOUNCED_OTHERWISE: {
    title: '名单上写的摇号不是这一场',
    next: '数字的来源、时间或场次和事先公布的不一样。把这一页给中心看，请他们说明。',
  },
  OTHER_LIST: {
    title: '名单的指纹和您记下的不一样',
    next: '先核对您记下的指纹，再请中心说明。',
  },
  OTHER_NUMBER: {
    title: '用的数字和您查到的不一样',
    next: '先核对公布的原文，再请中心说明。',
  },
  RESULTS_DIFFER: {
    title: '重新摇出来的结果和公布的不一样',
    next: '名单、数字或结果被改过。把这一页给中心看，请他们说明。',
  },
}
