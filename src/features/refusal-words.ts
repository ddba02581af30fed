import type { Output, Refusals } from '@/contract'
import type { BoundaryFailures } from '@/contract/envelope'
import { isUnknownOperation } from '@/gateway/call/lacking'
import type { Failure, OperationName, Unreachable } from '@/gateway/call/wire'

export type { Output }

/** What a person reads when something was refused: what happened, and what to do next. */
export interface Sentence {
  title: string
  next: string
}

/** A sentence for every refusal of one operation. `now` is in milliseconds since the epoch. */
export type Wording<N extends OperationName> = {
  [Code in keyof Refusals<N> & string]: (facts: Refusals<N>[Code], now: number) => Sentence
}

type Outside = BoundaryFailures & { UNREACHABLE: Unreachable['facts'] }
export type OutsideWording = { [Code in keyof Outside]: (facts: Outside[Code]) => Sentence }

/** A phone that is newer than its server, on the day of an upgrade. */
const NOT_YET: Sentence = { title: '这一样还没开通', next: '过几天再来看看，别的都能用。' }

const SHOW_LATER = '过一会儿再试，您报的名都在，不受影响。'

/** What a desk is not shown or cannot decide; null where it is not this person's at all. */
export const onPhone = (only: 'phone' | undefined): Sentence | null =>
  only ? { title: '请在手机上看', next: '这一样只在您自己的手机上打开，电脑上不显示。' } : null

/** When something could not be read: nothing has changed, so nothing is lost. */
export const READING: OutsideWording = {
  INVALID_INPUT: () => ({ title: '这一页打不开', next: '回首页重新进一次。您报的名都在。' }),
  REQUEST_ID_REUSED: () => ({ title: '这一页打不开', next: SHOW_LATER }),
  UNAUTHENTICATED: () => ({ title: '还不知道您是谁', next: '在“我的”里选一个身份，再回来看。' }),
  FORBIDDEN: ({ only }) =>
    onPhone(only) ?? { title: '这一页不对您开放', next: '需要的话，打电话问问中心。' },
  NOT_FOUND: () => ({ title: '没找到', next: '可能已经撤下了，回去看看别的。' }),
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人多', next: '等半分钟再试，您报的名都在。' }),
  UNAVAILABLE: () => ({ title: '这会儿打不开', next: SHOW_LATER }),
  UNREACHABLE: ({ offline }) =>
    offline
      ? { title: '没有网络', next: '连上网再试。报过的名在“我的”里，没网也能看。' }
      : { title: '没连上', next: '看看网络，再试一次。您报的名都在。' },
}

/** When something was to be changed: say whether it has been. */
export const CHANGING: OutsideWording = {
  INVALID_INPUT: () => ({ title: '没办成', next: '退出去重新进一次再试；还不行，打电话给中心。' }),
  REQUEST_ID_REUSED: () => ({ title: '没办成', next: '再点一次就好。' }),
  UNAUTHENTICATED: () => ({ title: '先选一个身份', next: '选好再点一次，不用填任何资料。' }),
  FORBIDDEN: ({ only }) =>
    onPhone(only) ?? { title: '这件事要工作人员来办', next: '打电话给中心，他们帮您办。' },
  NOT_FOUND: () => ({ title: '没找到', next: '可能已经撤下了，回去看看别的。' }),
  TOO_MANY_REQUESTS: () => ({ title: '这会儿人太多', next: '等半分钟再点，不会重复办。' }),
  UNAVAILABLE: () => ({
    title: '还没等到回音',
    next: '先别急，再点一次不会重复办。办成没有，在“我的”里看。',
  }),
  UNREACHABLE: ({ offline, sent }) => {
    if (!sent) return { title: '没有网络，没有送出去', next: '连上网再点一次。' }
    return offline
      ? { title: '网断了，还没等到回音', next: '连上网会接着问。办成没有，在“我的”里看。' }
      : { title: '还没等到回音', next: '再点一次不会重复办。办成没有，在“我的”里看。' }
  },
}

/** The sentence for a failure of an operation, its own words before the general ones. */
export function sentenceFor<N extends OperationName>(
  own: Wording<N>,
  outside: OutsideWording,
  failure: Failure,
  now: number,
): Sentence {
  if (isUnknownOperation(failure.code, failure.facts)) return NOT_YET
  type Words = (facts: never, now: number) => Sentence
  const words = { ...outside, ...own } as Record<string, Words | undefined>
  // A newer server may know a refusal that this version of the app does not.
  const say = words[failure.code] ?? words['UNAVAILABLE']!
  return say(failure.facts as never, now)
}
