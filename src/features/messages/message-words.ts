import type { Output } from '@/contract'

type Preview = Output<'notices.previewMessage'>

/** 24 个人会在“通知”里看到…今天还能发 2 条. */
export function reachInWords({ people, sentToday, mostADay }: Preview): string {
  if (people === 0) return '现在没有人报名，发了也没有人看。'
  const left = Math.max(0, mostADay - sentToday)
  return (
    `${people} 个人会在“通知”里看到。报了名的，和自己有常来的家里人，每人一条。` +
    `今天还能发 ${left} 条，谁发的会记下来。`
  )
}

/** Why nothing can be sent now, on the button; null where it can. */
export function whyNot({ people, sentToday, mostADay }: Preview): string | null {
  if (people === 0) return '还没有人报名'
  return sentToday >= mostADay ? '今天发满了，明天再发' : null
}

/** What was typed as one plain line: a new line becomes a space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
}
