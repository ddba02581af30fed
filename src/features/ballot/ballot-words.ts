import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dayInWords, lessonsInWords, momentInWords } from '@/domain/time/words'

export type Entry = Output<'ballot.mine'>['entries'][number]
export type PublicBallot = Output<'ballot.proof'>

/** What is known of a pool that is drawn for. */
export interface WishedPool {
  poolId: string
  title: string
  startsAt: string
  capacity: number
}

/** How the odds grow, in one plain sentence. */
export const ODDS = '连着没摇中的学期，下次多一份机会，最多四份。'

/** 第一志愿, 第二志愿 …; `place` from 1. */
export function wishName(place: number): string {
  return `第${'一二三四五'[place - 1] ?? place}志愿`
}

/** 1 份机会 */
export function weightInWords(weight: number): string {
  return `${weight} 份机会`
}

/** 12月12日 周六起 · 12 席 */
export function poolLine({ startsAt, capacity }: Omit<WishedPool, 'title'>, now: number): string {
  return `${dayInWords(dateOf(parseInstant(startsAt)), dateOf(now))}起 · ${capacity} 席`
}

/** 12月12日 周六起 09:30–10:30; of the first lesson and the last. */
export function lessonsLine({ startsAt, endsAt }: Entry['wishes'][number], now: number): string {
  return lessonsInWords(parseInstant(startsAt), parseInstant(endsAt), now)
}

/** 12月1日 周二 18:00, of an instant of the wire. */
export function at(instant: string, now: number): string {
  return momentInWords(parseInstant(instant), now)
}

/** Whom an entry is for: 小满、小川; what is left of somebody who is no longer in the family. */
export function peopleInWords({ attendees }: Pick<Entry, 'attendees'>): string {
  const names = attendees.map(
    ({ attendeeId, name }) => name ?? (attendeeId === 'self' ? '我自己' : '家里人'),
  )
  return names.join('、')
}

/** A long hash as one reads it out: 7f3a 91c0 … e2d4 11ab. */
export function shortHash(hash: string): string {
  const groups = hash.match(/.{4}/g) ?? []
  return `${groups.slice(0, 3).join(' ')} … ${groups.slice(-2).join(' ')}`
}

/** The digits of a public number in pairs, as lotteries write them: 05 11 17 22. */
export function numberInWords(number: string): string {
  return (number.match(/.{1,2}/g) ?? []).join(' ')
}
