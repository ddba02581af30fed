import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import { agesInWords } from '@/domain/seats/eligibility-words'
import { parseInstant } from '@/domain/time/instant'
import { deadlineInWords, momentInWords, untilInWords, whenInWords } from '@/domain/time/words'
import { STAFF_ONLY, UNKNOWN_RULE, waitsLonger } from '../eligibility-words'
import { limitInWords } from '../limit-words'
import type { Sentence, Wording } from '../refusal-words'
import { spokenCodeWords } from '../spoken-code-words'

type BookWording = Wording<'seats.book'>
type NotEligible = Parameters<BookWording['NOT_ELIGIBLE']>[0]

/** The words of a booking; `nameOf` gives the name of an attendee, null for whoever reads them. */
export function bookWordsFor(nameOf: (attendeeId?: string) => string | null): BookWording {
  return {
    SOLD_OUT: ({ capacity, waiting, left }) =>
      left
        ? {
            title: `只剩 ${left} 席，不够一起报`,
            next: '少选一位再报，或者换一个日期。这次一席也没有占。',
          }
        : {
            title: `${capacity} 席都报满了`,
            next:
              waiting > 0
                ? `已经有 ${waiting} 位在候补。也可以排上，或者换一个日期。`
                : '可以候补，有人退先留给您；或者换一个日期。',
          },
    ALREADY_BOOKED: ({ attendeeId }) => {
      const name = nameOf(attendeeId)
      return name
        ? { title: `${name}早就报上了`, next: '不用再报，到了出示签到码就行。这次没有多占座。' }
        : { title: '这一席早就报上了', next: '不用再报，到了出示签到码就行。' }
    },
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
    NOT_ELIGIBLE: (facts, now) => notEligible(facts, nameOf(facts.attendeeId), now),
    CLASHES: ({ title, startsAt, endsAt, attendeeId }, now) => {
      const name = nameOf(attendeeId)
      const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
      const what = title === ANOTHERS_BOOKING ? '有别的安排' : `已经报了“${title}”`
      return {
        title: name ? `${name}那时候有事` : '时间撞上了',
        next: `${when} ${name ?? ''}${what}。两个都要也可以。`,
      }
    },
    NOT_FOUND: ({ what, attendeeId }) =>
      what === 'attendee'
        ? {
            title: `${nameOf(attendeeId) ?? '有一位'}不在家里人里了`,
            next: '到“我的”里的“家里人”看看，再选一次。没有占座。',
          }
        : { title: '这一场已经撤下了', next: '回去看看别的日期。' },
  }
}

function notEligible(facts: NotEligible, name: string | null, now: number): Sentence {
  const { rule, until, ages } = facts
  switch (rule) {
    case 'HOME_CENTRE':
      return {
        title: '先给本社区的居民报',
        next: until
          ? `${deadlineInWords(parseInstant(until), now)}先留给本社区的居民，之后谁都能报。住在这儿的话，去“我的”把它设为常去的中心。`
          : '住在这儿的话，去“我的”把它设为常去的中心，再来报。',
      }
    case 'STRIKES':
      return waitsLonger(until, '报', now)
    case 'ROLE':
      return STAFF_ONLY
    case 'BALLOT':
      return { title: '这一班要摇号', next: '不拼手速，登记和摇号的办法在活动介绍里。' }
    case 'INTAKE':
      return {
        title: '这个要先填一张表',
        next: '写清楚是什么事，再选时间。不会填，打电话给中心。',
      }
    case 'AGE': {
      const asked = agesInWords(ages ?? null)
      return {
        title: `${name ?? ''}岁数不合适`,
        next: `按开课那天算${asked ? `，要 ${asked}` : ''}。换一位，或者看看别的课。没有占座。`,
      }
    }
    case 'PARALLEL':
    case 'TERM_LIMIT':
      return limitInWords(facts, name, '再来报')
    default:
      return UNKNOWN_RULE
  }
}

/** The words for whoever books for somebody who read out a code. */
export const bookForWords: Wording<'seats.bookFor'> = {
  ...bookWordsFor(() => '对方'),
  ...spokenCodeWords('给自己报，直接点“报名”就行。'),
}
