import type { Output } from '@/contract'

type Standing = Output<'queue.now'>

/** How the queue stands for whoever holds a number: 叫到 8 号了，您前面还有 4 位. */
export function standingInWords({ called, mine }: Standing): string {
  const how = called === null ? '还没开始叫号' : `叫到 ${called} 号了`
  const ahead = mine.filter(({ state }) => state === 'waiting').map((one) => one.ahead)
  if (ahead.length === 0) return how
  const least = Math.min(...ahead)
  return `${how}，${least === 0 ? '下一个就是您' : `您前面还有 ${least} 位`}`
}
