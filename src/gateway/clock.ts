import { createStore } from 'zustand/vanilla'

/** An answer may be as old as this: its time is written to the second, and it may be kept a while. */
const AGE_MS = 1_000
/** A phone's quartz gains so much at most: one part in twenty thousand. */
const GAINS = 1 / 20_000

/** How far the server's clock is ahead of the phone's, in milliseconds; 0 while nothing is known. */
export const clock = createStore<{ offsetMs: number }>(() => ({ offsetMs: 0 }))

/** When the best reading was taken, by the phone's clock; null while there is none. */
let readAt: number | null = null

/**
 * The time as the server has it, in milliseconds since the epoch, as well as we know, and never later
 * than it is there: what opens at an instant is asked for no earlier.
 */
export function serverNow(): number {
  return Date.now() + clock.getState().offsetMs
}

/**
 * Begins to take a reading, as a question leaves; what it gives is told the time of the answer (the
 * server's, in milliseconds since the epoch).
 *
 * When an answer is here, the server's clock shows at least what stands in it: the answer that says
 * the latest hour for its arrival came by the quickest way, and is the reading that counts. A later
 * one replaces it that says more, or as much but for what a phone may have gained since; or that
 * cannot be true beside it, because the phone's clock was set meanwhile.
 */
export function readServerTime(): (serverTime: number) => void {
  const askedAt = Date.now()
  return (serverTime) => {
    const hereAt = Date.now()
    const { offsetMs } = clock.getState()
    const atLeast = serverTime - hereAt
    const atMost = serverTime + AGE_MS - askedAt
    if (readAt !== null && offsetMs <= atMost) {
      if (atLeast < offsetMs - Math.max(0, hereAt - readAt) * GAINS) return
    }
    readAt = hereAt
    if (atLeast !== offsetMs) clock.setState({ offsetMs: atLeast })
  }
}

/** The phone slept or its clock was set: the next reading counts, whatever the one before said. */
export function distrustClock(): void {
  readAt = null
}
