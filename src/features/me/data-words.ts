import type { Output } from '@/contract'
import type { KeptAfter } from '@/domain/retention/kept-after'
import type { Wording } from '../refusal-words'

export const dataWords: Wording<'me.data'> = {}

export const exportWords: Wording<'me.export'> = {}

export const eraseWords: Wording<'me.erase'> = {
  LAST_DIRECTOR: ({ role }) => ({
    title: role === 'district' ? '区里只有您一位管理员' : '中心只有您一位负责人',
    next: '先在“谁在这里工作”里请一位接上，再来注销。',
  }),
  CASES_IN_HAND: ({ count }) => ({
    title: `您手上还有 ${count} 件事没办完`,
    next: '先办完，或者请中心转给别的人，再来注销。',
  }),
}

/** What stays of somebody without a name, and what lets us keep it. */
export const KEPT_WORDS: Readonly<Record<KeptAfter, string>> = {
  attendance: '“这堂课来过一个人”这样的数，没有名字。',
  draws: '公布过的摇号名单，只有号，没有名字。',
  'case-files': '律师打开过的咨询，封存到结束后 180 天，再销毁。',
  dispute: '正在调解的事，由调解员办完，办完 180 天后销毁。',
  audit: '您凭职务做过什么，留三年，没有名字。法律要求这样。',
}

type Ends = Output<'me.data'>['ends']

/** What erasing ends, a line each. */
export function endsInWords({ seats, places, draws, cases }: Ends): string[] {
  return [
    seats > 0 ? `没上完的 ${seats} 个座位马上退掉，让给别人。` : '',
    places > 0 ? `排着的 ${places} 个队不再排。` : '',
    draws > 0 ? `登记了的 ${draws} 次摇号撤回。` : '',
    cases > 0 ? `没办的 ${cases} 件咨询撤回，写的话销毁。` : '',
    '称呼、家里人、通知、日历地址、电脑登录，都删掉。',
  ].filter(Boolean)
}

/** What was ended, once it is done. */
export function erasedInWords(done: Output<'me.erase'>): string[] {
  const { seats, places, draws, cases, handedOver } = done
  return [
    seats > 0 ? `退了 ${seats} 个座位。` : '',
    places > 0 ? `${places} 个队不排了。` : '',
    draws > 0 ? `撤回了 ${draws} 次摇号。` : '',
    cases > 0 ? `撤回了 ${cases} 件咨询。` : '',
    handedOver > 0 ? '您替老人报的座位还在，归他们自己了。' : '',
    '您的资料都删掉了。',
  ].filter(Boolean)
}
