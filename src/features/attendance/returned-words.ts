import type { Intent } from '@/gateway/call/intents'
import type { Returned } from '@/gateway/call/outbox'
import { sentenceFor, type Wording } from '../refusal-words'
import { broughtByCode, type Listed, nameOf } from './roster'
import { AT_DOOR, markWords, scanWords } from './wording'

/** Whether something kept was done at the door. */
export function isOfDoor({ operation }: Intent): boolean {
  return operation === 'attendance.mark' || operation === 'attendance.scan'
}

/** Who a mark that came back is about and why it did: 小满：这一课的点名已经收了. */
export function returnedInWords(
  { intent, failure }: Returned,
  listed: readonly Listed[],
  now: number,
): string {
  const words = intent.operation === 'attendance.scan' ? scanWords : markWords
  const { title, next } = sentenceFor(words as Wording<'attendance.mark'>, AT_DOOR, failure, now)
  return `${whoOf(intent, listed)}：${title}。${next}`
}

function whoOf({ input }: Intent, listed: readonly Listed[]): string {
  if ('attendeeKey' in input) {
    const one = listed.find(({ attendeeKey }) => attendeeKey === input.attendeeKey)
    return one ? nameOf(one) : '一位'
  }
  if (!('checkInCode' in input)) return '一位'
  const [one] = broughtByCode(listed, input.checkInCode)
  return one ? nameOf(one) : `码尾 ${input.checkInCode.slice(-4)}`
}
