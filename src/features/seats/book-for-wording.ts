import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Wording } from '../refusal-words'
import { bookWords } from './wording'

/** For volunteers and staff who book for somebody who read out a code. */
export const bookForWords: Wording<'seats.bookFor'> = {
  ...bookWords,
  ALREADY_BOOKED: () => ({ title: '早就报上了', next: '请对方在“我的”里看签到码，不用再报。' }),
  WRONG_CODE: ({ left }) => ({
    title: '这个口令不对',
    next:
      left > 0
        ? `请对方再念一遍，还可以试 ${left} 次。口令只管十分钟。`
        : '请对方换一个新口令，过十分钟再试。',
  }),
  TOO_MANY_TRIES: ({ until }, now) => ({
    title: '试的次数多了',
    next: `${momentInWords(parseInstant(until), now)} 以后再试，请对方先换一个新口令。`,
  }),
  OWN_CODE: () => ({ title: '这是您自己的口令', next: '给自己报名，在活动页面直接报就行。' }),
}
