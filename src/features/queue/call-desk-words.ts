import type { Output } from '@/contract'
import type { QueueMark } from '@/domain/queue/number-state'
import type { TagTone } from '@/ui/tag/tag'

export type Queue = Output<'queue.list'>
export type Numbered = Queue['numbers'][number]

const STATES: Readonly<Record<Numbered['state'], { tone: TagTone; text: string }>> = {
  waiting: { tone: 'info', text: '在等' },
  called: { tone: 'free', text: '叫到了' },
  seen: { tone: 'quiet', text: '看过了' },
  absent: { tone: 'waiting', text: '没来' },
  cancelled: { tone: 'quiet', text: '退了' },
}

/** 12 号 · 王, and how it stands. */
export function numberRow({ number, initial, state }: Numbered) {
  const tag = STATES[state]
  const title = initial ? `${number} 号 · ${initial}` : `${number} 号`
  return { title, tag, label: `${title.replace(' · ', '，')}，${tag.text}` }
}

/** 叫到 7 号，还有 12 位在等. */
export function deskStanding({ called, waiting }: Pick<Queue, 'called' | 'waiting'>): string {
  const now = called === null ? '还没开始叫号' : `叫到 ${called} 号`
  return waiting > 0 ? `${now}，还有 ${waiting} 位在等` : `${now}，没有人在等了`
}

/** Who is with the doctor now: called last and nothing said of it since. */
export function currentOf({ called, numbers }: Queue): Numbered | null {
  return numbers.find(({ number, state }) => number === called && state === 'called') ?? null
}

/** What can be said of a number by hand. */
export function marksOf({ state }: Numbered): { mark: QueueMark; label: string }[] {
  if (state === 'cancelled') return []
  const marks: { mark: QueueMark; label: string }[] = [
    { mark: 'seen', label: '看过了' },
    { mark: 'absent', label: '没来' },
    { mark: 'waiting', label: '重新排上' },
  ]
  return marks.filter(({ mark }) => mark !== state)
}
