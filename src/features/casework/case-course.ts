import type { EntryKind } from '@/domain/consultation/consultation'
import {
  CHANNEL_NAMES,
  MATTER_NAMES,
  OUTCOME_NAMES,
  SERVICE_NAMES,
  STATE_NAMES,
} from '@/domain/consultation/words'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords, momentInWords, whenInWords } from '@/domain/time/words'
import type { Opened } from './case-actions'
import { dueInWords } from './case-words'

/** One line of the course: who, what, when, and the words if any were written. */
export interface CourseLine {
  who: string
  when: string
  text: string | null
  /** Said by the professional who reads it. */
  own: boolean
}

const SAID: Readonly<Record<EntryKind, string>> = {
  question: '问',
  reply: '回话',
  declined: '没有接',
  proposal: '提了另一个时间',
  outcome: '写下结果',
  answer: '答复',
  'handed-over': '转给调解',
  reassigned: '改请了您',
}

/** Lines after which somebody else has it. */
const PASSED_ON: ReadonlySet<EntryKind> = new Set(['handed-over', 'declined', 'reassigned'])

/** What was said in the course of a consultation, oldest first; not all of it by who reads it now. */
export function courseOf({ entries }: Opened, now: number): CourseLine[] {
  const passedOn = entries.map(({ kind }) => PASSED_ON.has(kind))
  const since = passedOn.lastIndexOf(true)
  const before = entries[since]?.kind === 'handed-over' ? '律师' : '上一位'
  return entries.map(({ kind, author, at, text }, index) => {
    const own = author === 'professional' && index > since
    const who = own ? '您' : { resident: '居民', professional: before, staff: '中心' }[author]
    return { who: `${who}${SAID[kind]}`, when: momentInWords(parseInstant(at), now), text, own }
  })
}

/** What the screen's head says: the kind, how it stands, when they meet. */
export function headOf(opened: Opened, now: number) {
  const { service, state, content, meeting, outcome, awaiting, createdAt } = opened
  const waits = awaiting === 'resident' ? '等居民回话' : null
  return {
    title: content ? MATTER_NAMES[content.matter.kind] : SERVICE_NAMES[service],
    state: state === 'closed' && outcome ? OUTCOME_NAMES[outcome] : (waits ?? STATE_NAMES[state]),
    notes: [SERVICE_NAMES[service], `${momentInWords(parseInstant(createdAt), now)} 来的`].join(
      ' · ',
    ),
    when: meeting
      ? whenInWords(parseInstant(meeting.startsAt), parseInstant(meeting.endsAt), now)
      : null,
    place: meeting?.place ?? null,
    channel: content ? CHANNEL_NAMES[content.contact.channel] : null,
    due: dueInWords(opened, now),
  }
}

/** Who opened it and what becomes of it, as one line under everything. */
export function tracesOf({ openings, deletedAt }: Opened, now: number): string {
  const last = openings[0]
  const opened = last
    ? `打开过 ${openings.length}${openings.length >= 50 ? ' 次以上' : ' 次'}，上一次 ${momentInWords(parseInstant(last.at), now)}，居民都看得到。`
    : ''
  return deletedAt
    ? `${opened}${dateInWords(dateOf(parseInstant(deletedAt)), dateOf(now))}起内容销毁，谁也打不开。`
    : opened
}

/** 1.2 MB, 340 KB. */
export function bytesInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} KB`
}
