import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Wording } from './refusal-words'

type Heard = 'WRONG_CODE' | 'TOO_MANY_TRIES' | 'OWN_CODE'

/** How many letters and digits somebody reads out. */
export const SPOKEN_CODE_LENGTH = 6

/** What may come of a code that somebody read out; `own` says what to do with one's own code. */
export function spokenCodeWords(own: string): Pick<Wording<'family.link'>, Heard> {
  return {
    WRONG_CODE: ({ left }) => ({
      title: '口令不对，或者过期了',
      next: `请对方再念一遍，还不行就让对方换一个新口令。${left > 0 ? `还能试 ${left} 次。` : ''}`,
    }),
    TOO_MANY_TRIES: ({ until }, now) => ({
      title: '试得太多了，先歇一歇',
      next: `${momentInWords(parseInstant(until), now)} 以后再试，请对方那时换一个新口令。`,
    }),
    OWN_CODE: () => ({ title: '这是您自己的口令', next: own }),
  }
}

/** What somebody wrote down of a code: without spaces, in capitals, no longer than a code. */
export function spokenCodeOf(text: string): string {
  return text
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
    .slice(0, SPOKEN_CODE_LENGTH)
}
