import type { Refusals } from '@/contract'
import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Sentence } from './refusal-words'

type NotEligible = Refusals<'seats.book'>['NOT_ELIGIBLE']

/**
 * Somebody holds as many seats this term as one may, and which of them to give back. `name` is null for
 * whoever reads it; `again` says what to do then: 再来报.
 */
export function limitInWords(
  { rule, limit }: Pick<NotEligible, 'rule' | 'limit'>,
  name: string | null,
  again: string,
): Sentence {
  const who = name ?? '您'
  const { of = 'group', most = 1, held = 1, title = null } = limit ?? {}
  const isTold = title !== null && title !== ANOTHERS_BOOKING
  const first = isTold ? `先退“${title}”` : title === null ? '先退一个' : `请替${who}报的人先退`
  if (rule === 'PARALLEL') {
    const one = isTold ? `“${title}”` : '其中一个'
    return {
      title: '这几个班只能报一个',
      next: `${who}这学期已经报了${one}。想换到这一班，${first}，${again}。`,
    }
  }
  if (of === 'activity') {
    return {
      title: `这个活动每人每学期最多报 ${most} 次`,
      next: `${who}这学期已经报了 ${held} 次。想换一次，${isTold ? '先退一次' : first}，${again}。`,
    }
  }
  const another = isTold && held > 1 ? '或者别的一门' : ''
  return {
    title: `每人每学期最多报 ${most} 门课`,
    next: `${who}这学期已经有 ${held} 门。想上这一门，${first}${another}，${again}。`,
  }
}

/** Whom of a family a sentence is about, where no name is at hand; null for whoever reads it. */
export function oneOfFamily(attendeeId: string | undefined): string | null {
  return attendeeId === undefined || attendeeId === 'self' ? null : '这位家人'
}

/** The booking to give back that a refusal names; null where it names none. */
export function bookingInTheWay(failure: { code: string; facts: unknown }): string | null {
  if (failure.code !== 'NOT_ELIGIBLE') return null
  return (failure.facts as NotEligible).limit?.bookingId ?? null
}

/** What is on the button that leads there. */
export const TO_THAT_BOOKING = '去看那次报名'
