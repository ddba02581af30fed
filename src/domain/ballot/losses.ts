import { termOf } from '@/domain/time/term'

/** Losing more often than so many terms in turn does not better the odds further. */
export const MOST_LOSSES = 3
/** Losses older than so many terms are forgotten. */
export const TERMS_THAT_COUNT = 4

/** What became of somebody in a draw of the past; `drawnAt` in milliseconds since the epoch. */
export interface PastDraw {
  drawnAt: number
  /** Whether they won seats, or got them from the waiting list afterwards. */
  won: boolean
}

/**
 * In how many terms somebody drew and won nothing since they last won, before the term of `now`, of
 * the last four; so that drawing often in one term is not worth more than drawing once.
 */
export function lossesOf(past: readonly PastDraw[], now: number): number {
  const term = termOf(now)
  const terms = new Map<number, boolean>()
  for (const { drawnAt, won } of past) {
    const of = termOf(drawnAt)
    if (of < term && of >= term - TERMS_THAT_COUNT) terms.set(of, won || (terms.get(of) ?? false))
  }
  const latestFirst = [...terms].sort(([a], [b]) => b - a)
  const lastWin = latestFirst.findIndex(([, won]) => won)
  return lastWin === -1 ? latestFirst.length : lastWin
}

/** The weight of an entry: 1, and 1 for each loss of that of its people who lost most, up to 4. */
export function weightOf(losses: readonly number[]): number {
  return 1 + Math.min(MOST_LOSSES, Math.max(0, ...losses))
}
