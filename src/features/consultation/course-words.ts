import type { Output } from '@/contract'
import { KEPT_DAYS } from '@/domain/consultation/consultation'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords, monthDayInWords } from '@/domain/time/words'
import { WHO } from './words'

export type Consultation = Output<'consultation.get'>
export type Entry = Consultation['entries'][number]

/** Who did what, as a line over what they wrote. */
export function entryTitle({ kind, author }: Entry, service: Consultation['service']): string {
  const who = author === 'resident' ? '您' : author === 'staff' ? '中心' : professional(service)
  return `${who}${DID[kind]}`
}

const DID: Readonly<Record<Entry['kind'], string>> = {
  question: '问',
  reply: '回',
  declined: '说接不了',
  proposal: '提了一个时间',
  outcome: '记下了结果',
  answer: '答复',
  'handed-over': '转交了',
  reassigned: '换了一位来办',
}

function professional(service: Consultation['service']): string {
  return service === 'feedback' ? '中心' : WHO[service]
}

/** What was asked last and is not answered yet, or null. */
export function openQuestion({ entries, awaiting }: Pick<Consultation, 'entries' | 'awaiting'>) {
  if (awaiting !== 'resident') return null
  return [...entries].reverse().find(({ kind }) => kind === 'question') ?? null
}

/** 律师 11月24日 周二 10:05 打开看过 */
export function openingInWords(
  { at, role }: Consultation['openings'][number],
  now: number,
): string {
  const who = role === 'lawyer' ? '律师' : '调解员'
  return `${who} ${momentInWords(parseInstant(at), now)} 打开看过`
}

/** When nobody can read it any more. */
export function deletionInWords({ deletedAt }: Pick<Consultation, 'deletedAt'>): string {
  if (deletedAt === null) return `结束 ${KEPT_DAYS} 天后销毁，之后谁也看不了`
  const day = dateOf(parseInstant(deletedAt))
  return `${day.slice(0, 4)}年${monthDayInWords(day)} 销毁，之后谁也看不了`
}
