import { addMonths, dateOf, monthOf } from '@/domain/time/date'

/** How far back one looks. */
export const BACK = ['3', '6', '12', '24'] as const
export type Back = (typeof BACK)[number]

export const BACK_WORDS: Readonly<Record<Back, string>> = {
  '3': '近 3 个月',
  '6': '近半年',
  '12': '近一年',
  '24': '近两年',
}

/** So many months up to the one that is under way at `now`. */
export function spanBack(back: Back, now: number): { from: string; to: string } {
  const to = monthOf(dateOf(now))
  return { from: addMonths(to, 1 - Number(back)), to }
}
