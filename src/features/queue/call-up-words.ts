import type { Output } from '@/contract'

type Standing = Output<'queue.now'>
type Mine = Standing['mine'][number]

/** How the queue stands for one number, as it is read from across the room. */
export interface CallUp {
  /** The number called last; null before the first. */
  called: number | null
  lines: { number: number; words: string; mood: 'waiting' | 'called' | 'over' }[]
}

/** 现在 7 号，您是 12 号，前面还有 4 位. */
export function callUpOf({ called, mine }: Standing): CallUp {
  return {
    called,
    lines: mine.map((one) => ({
      number: one.number,
      words: wordsOf(one, called),
      mood: moodOf(one),
    })),
  }
}

function wordsOf({ state, ahead }: Mine, called: number | null): string {
  if (state === 'called') return '叫到您了，请进'
  if (state === 'absent') return '叫过了，没等到您。到了跟工作人员说一声，再排进去'
  if (state === 'seen') return '看过了'
  if (ahead > 0) return `前面还有 ${ahead} 位`
  return called === null ? '您是第一位' : '下一位就是您'
}

const moodOf = ({ state }: Mine): CallUp['lines'][number]['mood'] =>
  state === 'waiting' || state === 'called' ? state : 'over'

/** The whole as one sentence, for a screen reader. */
export function callUpInWords({ called, lines }: CallUp): string {
  const mine = lines.map(({ number, words }) => `您是 ${number} 号，${words}`)
  return [calledInWords(called), ...mine].join('，')
}

/** The same in a line, for a ticket that shows the numbers already: 现在 7 号，前面还有 4 位. */
export function nextInWords({ called, lines }: CallUp): string {
  const next = lines.find(({ mood }) => mood === 'called') ?? lines.find(isWaiting)
  return [calledInWords(called), ...(next ? [next.words] : [])].join('，')
}

const isWaiting = ({ mood }: CallUp['lines'][number]): boolean => mood === 'waiting'

function calledInWords(called: number | null): string {
  return called === null ? '还没开始叫号' : `现在 ${called} 号`
}
