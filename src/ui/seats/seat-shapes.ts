export type Seat = 'taken' | 'held' | 'free'

export interface SeatCount {
  capacity: number
  taken: number
  /** Kept for people on the waiting list; counted apart from `taken`. */
  held?: number
}

/** WeChat's audit allows 60 children in one node: beyond that a bar says the same. */
export const MOST_SEATS_DRAWN = 60

export type SeatDrawing =
  | { kind: 'shapes'; shapes: Seat[] }
  | { kind: 'bar'; takenPercent: number; heldPercent: number }

function counted({ capacity, taken, held = 0 }: SeatCount) {
  const sold = Math.min(capacity, Math.max(0, taken))
  const kept = Math.min(capacity - sold, Math.max(0, held))
  return { sold, kept, free: capacity - sold - kept }
}

/** How the seats of a pool are drawn: one by one, or by their shares in whole percent. */
export function seatDrawing(count: SeatCount): SeatDrawing {
  const { sold, kept, free } = counted(count)
  if (count.capacity <= MOST_SEATS_DRAWN) {
    const run = (length: number, seat: Seat) => Array.from({ length }, () => seat)
    return {
      kind: 'shapes',
      shapes: [...run(sold, 'taken'), ...run(kept, 'held'), ...run(free, 'free')],
    }
  }
  const percent = (part: number) => {
    const exact = (part / count.capacity) * 100
    // Never empty while somebody sits there, never full while a seat is left.
    return exact > 0 && exact < 1 ? 1 : exact > 99 && exact < 100 ? 99 : Math.round(exact)
  }
  return { kind: 'bar', takenPercent: percent(sold), heldPercent: percent(kept) }
}

/** The seats as one sentence: 共 30 席，24 席已报，2 席为候补保留，余 4 席. */
export function seatSentence(count: SeatCount): string {
  const { sold, kept, free } = counted(count)
  return [
    `共 ${count.capacity} 席`,
    `${sold} 席已报`,
    ...(kept > 0 ? [`${kept} 席为候补保留`] : []),
    free > 0 ? `余 ${free} 席` : '已经报满',
  ].join('，')
}

/**
 * How many seats stand in one row, at most `most`: as few empty places as possible in the last
 * row, and then rows as long as possible. Small pools keep the size of the others.
 */
export function seatColumns(capacity: number, most: number): number {
  const least = Math.ceil(most * 0.66)
  let [best, bestEmpty] = [most, Infinity]
  for (let columns = most; columns >= least; columns -= 1) {
    const empty = (columns - (capacity % columns)) % columns
    if (empty < bestEmpty) [best, bestEmpty] = [columns, empty]
  }
  return capacity <= most ? Math.max(capacity, least) : best
}
