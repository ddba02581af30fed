import type { Output } from '@/contract'
import { ROLES, type Role } from '@/domain/access/role'
import { roleOperationInWords } from '@/domain/access/role-operations'
import { timeOf, parseInstant } from '@/domain/time/instant'
import type { TagTone } from '@/ui/tag/tag'
import { calledOr, roleName } from './role-words'

export type Entry = Output<'audit.search'>['entries'][number]

const MARKS: Readonly<Record<string, string>> = {
  present: '到了',
  late: '迟到',
  absent: '没来',
  excused: '请假',
}

/** What was done, and to whom where it was about somebody's role: 把示例新人的志愿者身份拿掉. */
export function whatInWords({ operation, about, facts }: Entry): string {
  if (about) return `把${calledOr(about.nickname, about.role)}的${roleName(about.role)}身份拿掉`
  const role = ROLES.find((one) => one === facts['role'])
  if (role && operation === 'roles.invite') return `邀请一位${roleName(role)}`
  if (role && operation === 'roles.accept') return `接受邀请，当${roleName(role)}`
  const mark = MARKS[String(facts['mark'] ?? '')]
  const number = facts['number']
  return [
    roleOperationInWords(operation),
    ...(mark ? [mark] : []),
    ...(typeof number === 'number' ? [`${number} 号`] : []),
  ].join(' ')
}

export function whoInWords({ nickname, role }: { nickname: string | null; role: Role }): string {
  return nickname === null ? `一位${roleName(role)}` : `${nickname}（${roleName(role)}）`
}

/** How it went, where that is not simply done. */
export function outcomeTag({ outcome }: Entry): { tone: TagTone; text: string } | null {
  if (outcome === 'refused') return { tone: 'waiting', text: '没办成' }
  if (outcome === 'unfinished') return { tone: 'full', text: '没有做完' }
  if (outcome === 'read') return { tone: 'quiet', text: '看' }
  return null
}

export function entryInWords(entry: Entry): string {
  const tag = outcomeTag(entry)
  const words = [timeOf(parseInstant(entry.at)), whoInWords(entry), whatInWords(entry)]
  return [...words, ...(tag ? [tag.text] : [])].join('，')
}

/** Entries by their day, `YYYY-MM-DD`, in the order in which they come. */
export function byDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = []
  for (const entry of entries) {
    const day = entry.at.slice(0, 10)
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
