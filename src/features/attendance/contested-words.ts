import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords, untilInWords } from '@/domain/time/words'
import { plainLine } from '../plain-text'
import { strikeWhat } from './strike-words'

export type Contested = Output<'attendance.contested'>['strikes'][number]

/** How long a reason is, in UTF-16 units as the contract counts them. */
export const REASON = { least: 2, most: 60 }

/** A reason as it is sent: one plain line. */
export function plainReason(text: string): string {
  return plainLine(text, REASON.most)
}

/** 示例居民 · 码尾 7K2M */
export function whoContests({ name, codeEnds }: Contested): string {
  return [name, `码尾 ${codeEnds}`].filter(Boolean).join(' · ')
}

/** 零基础吉他，11月26日 周四 19:00，没来，记 1 次 */
export function contestedWhat(strike: Contested, now: number): string {
  const when = momentInWords(parseInstant(strike.startsAt), now)
  return `${strike.title}，${when}，${strikeWhat(strike)}`
}

/** How long staff have before the clock decides: 还有 3 天，没人看就自动撤销. */
export function lapsesInWords({ lapsesAt }: Contested, now: number): string {
  const left = untilInWords(parseInstant(lapsesAt), now)
  return left ? `${left}，没人看就自动撤销` : '马上自动撤销'
}
