import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { deadlineInWords, monthDayInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'
import { slotInWords } from './times'
import { OUTCOME_WORDS, WHO } from './words'

export type Brief = Output<'consultation.mine'>['consultations'][number]

const isFeedback = ({ service }: Pick<Brief, 'service'>): boolean => service === 'feedback'

/** What a list calls it: nothing that a neighbour could read anything out of. */
export function briefTitle(brief: Pick<Brief, 'service' | 'createdAt'>): string {
  const day = monthDayInWords(dateOf(parseInstant(brief.createdAt)))
  return `${isFeedback(brief) ? '反映' : '预约'} · ${day}`
}

/** How it stands, in a list: as little as its title tells. `now` in milliseconds. */
export function briefNote(brief: Brief, now: number): string {
  const { state, meeting, awaiting } = brief
  if (state === 'withdrawn') return '已经撤回'
  if (state === 'closed') return isFeedback(brief) ? '有答复了' : '办完了'
  if (awaiting === 'resident') return '等您回一句话'
  if (meeting && parseInstant(meeting.endsAt) > now) return slotInWords(meeting, now)
  const due = dueInWords(brief, now)
  if (due) return due
  return state === 'accepted' ? '正在办' : '收到了，等人接'
}

export function briefTag(brief: Brief): { tone: TagTone; text: string } | undefined {
  const { state, awaiting } = brief
  if (state === 'withdrawn') return { tone: 'quiet', text: '撤回了' }
  if (state === 'closed') return { tone: 'quiet', text: isFeedback(brief) ? '已答复' : '已办完' }
  if (awaiting === 'resident') return { tone: 'waiting', text: '等您' }
  return state === 'received' ? { tone: 'info', text: '收到了' } : { tone: 'free', text: '在办' }
}

/** 最晚 11月30日 周一 18:00 前有人接; null where nothing is due. Once it is late, it says so. */
export function dueInWords(brief: Brief, now: number): string | null {
  if (brief.dueAt === null) return null
  const due = parseInstant(brief.dueAt)
  const what = DUE[isFeedback(brief) ? 'feedback' : brief.state]
  if (!what) return null
  if (due <= now) return `${what.late}，可以打电话催一催`
  return `最晚 ${deadlineInWords(due, now)}${what.onTime}`
}

const DUE: Partial<Record<Brief['state'] | 'feedback', { onTime: string; late: string }>> = {
  received: { onTime: '有人接', late: '过了该有人接的时间' },
  assigned: { onTime: '给您回话', late: '过了该回话的时间' },
  accepted: { onTime: '有结果', late: '过了该有结果的时间' },
  feedback: { onTime: '答复', late: '过了该答复的时间' },
}

/** Whoever takes it, where a neighbour might look along. */
export const SOMEBODY = '接待的人'

/** What happens now. `who` takes it; by default in the words of its own page, which its owner opens. */
export function standing(
  brief: Brief,
  now: number,
  who = brief.service === 'feedback' ? '中心' : WHO[brief.service],
): { title: string; next: string } {
  const { state, meeting, awaiting, outcome } = brief
  const due = dueInWords(brief, now)
  if (state === 'withdrawn') return { title: '已经撤回', next: '要的话，随时再约。' }
  if (state === 'closed') {
    if (isFeedback(brief)) return { title: '有答复了', next: '答复在下面。' }
    return { title: OUTCOME_WORDS[outcome ?? 'other'], next: '以后有事，随时再约。' }
  }
  if (awaiting === 'resident') {
    return { title: `${who}在等您回话`, next: '回了才能往下办。' }
  }
  if (isFeedback(brief)) return { title: '收到了', next: `${due ?? '会有人看，也会答复'}。` }
  if (meeting) {
    const over = parseInstant(meeting.endsAt) <= now
    if (over) return { title: '见过了', next: `${due ?? '结果会写在这里'}。` }
    const said = state === 'accepted' ? `${who}确认了` : `${who}看过会确认`
    return {
      title: '时间留好了',
      next: `${[said, due].filter(Boolean).join('，')}。来不了，提前换个时间。`,
    }
  }
  const titles = { received: '收到了', assigned: `已经转给${who}`, accepted: `${who}接了` }
  return { title: titles[state], next: `${due ?? '有了时间会写在这里'}。` }
}
