import type { Output } from '@/contract'
import { SERVICE_NAMES } from '@/domain/consultation/words'
import { dateOf, daysBetween } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dayInWords, deadlineInWords, whenInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'

export type Item = Output<'casework.list'>['consultations'][number]
export type Waiting = Output<'casework.waiting'>['consultations'][number]

/** What stands in one row of a list: no name and no word of the matter. */
export interface CaseRow {
  consultationId: string
  title: string
  note: string
  tag: { tone: TagTone; text: string } | null
  /** The whole row as one sentence. */
  label: string
}

/** 晚了 2 天, of a due time in the past; 今天到时限 on its last day; null before. */
export function lateInWords(dueAt: string | null, now: number): string | null {
  if (dueAt === null) return null
  const due = parseInstant(dueAt)
  const days = daysBetween(dateOf(due), dateOf(now))
  if (due <= now) return days > 0 ? `晚了 ${days} 天` : '过了时限'
  return days === 0 ? '今天到时限' : null
}

/** 周五 18:00 前回话: what is due and when; null where nothing is. */
export function dueInWords(item: Pick<Item, 'state' | 'dueAt'>, now: number): string | null {
  if (item.dueAt === null) return null
  const what = item.state === 'accepted' ? '写下结果' : item.state === 'assigned' ? '回话' : '分派'
  return `${deadlineInWords(parseInstant(item.dueAt), now)}${what}`
}

function stands(item: Item): string | null {
  if (item.awaiting === 'resident') return '等居民回话'
  if (item.state === 'assigned') return '新来的，等您接'
  return item.awaiting === 'professional' ? '居民回话了' : null
}

function tagOf(item: Pick<Item, 'urgent' | 'dueAt'>, now: number): CaseRow['tag'] {
  const late = lateInWords(item.dueAt, now)
  if (late) return { tone: 'waiting', text: late }
  return item.urgent ? { tone: 'waiting', text: '急' } : null
}

/** A row of a professional's own list. */
export function caseRow(item: Item, now: number): CaseRow {
  const { consultationId, service, urgent, meeting, createdAt } = item
  const closed = item.state === 'closed' || item.state === 'withdrawn'
  const title = meeting
    ? whenInWords(parseInstant(meeting.startsAt), parseInstant(meeting.endsAt), now)
    : `${cameInWords(createdAt, now)}来的${closed ? '' : '，还没约时间'}`
  const tag = closed ? null : tagOf(item, now)
  const note = [
    SERVICE_NAMES[service],
    urgent && tag?.text !== '急' ? '急' : null,
    meeting?.place,
    closed ? (item.state === 'closed' ? '办完了' : '居民撤回了') : stands(item),
    closed ? null : dueInWords(item, now),
  ]
  return rowOf(consultationId, title, note, tag)
}

/** A row of what waits in a centre, for its staff. */
export function waitingRow(item: Waiting, now: number): CaseRow {
  const { consultationId, service, createdAt, assigned, urgent } = item
  const tag = tagOf(item, now)
  const note = [
    `${cameInWords(createdAt, now)}来的`,
    urgent && tag?.text !== '急' ? '急' : null,
    assigned ? withSomebody(item) : null,
    dueInWords(item, now),
  ]
  return rowOf(consultationId, SERVICE_NAMES[service], note, tag)
}

/** How it stands with whoever has it, and lets it lie. */
function withSomebody({ state, awaiting }: Waiting): string {
  if (awaiting === 'resident') return '在等居民回话'
  return state === 'accepted' ? '有人接了，还没有结果' : '请过人，还没回话'
}

function rowOf(
  consultationId: string,
  title: string,
  notes: readonly (string | null | undefined)[],
  tag: CaseRow['tag'],
): CaseRow {
  const note = notes.filter(Boolean).join(' · ')
  const label = [title, tag?.text, note.replace(/ · /g, '，')].filter(Boolean).join('，')
  return { consultationId, title, note, tag, label }
}

function cameInWords(createdAt: string, now: number): string {
  return dayInWords(dateOf(parseInstant(createdAt)), dateOf(now))
}

export interface CaseGroup {
  title: string
  rows: CaseRow[]
}

/**
 * What is under way, in the order it should be looked at: past its time, waiting for a word of the
 * professional, the rest. Within each the server's order, next meeting first.
 */
export function groupsOf(items: readonly Item[], now: number): CaseGroup[] {
  const late = items.filter((item) => item.overdue)
  const mine = items.filter((item) => !item.overdue && item.awaiting === 'professional')
  const rest = items.filter((item) => !item.overdue && item.awaiting !== 'professional')
  return [
    { title: '过了时限', items: late },
    { title: '等您回话', items: mine },
    { title: late.length + mine.length > 0 ? '其他进行中的' : '进行中的', items: rest },
  ]
    .filter((group) => group.items.length > 0)
    .map(({ title, items: some }) => ({ title, rows: some.map((item) => caseRow(item, now)) }))
}
