import { createStore } from 'zustand/vanilla'

/** How far a phone may be off before we stop believing it: whole seconds, and the way they came. */
const TOLERANCE_MS = 5_000

/** How far the server's clock is ahead of the phone's, in milliseconds; 0 while they agree. */
export const clock = createStore<{ offsetMs: number }>(() => ({ offsetMs: 0 }))

/** The time as the server has it, in milliseconds since the epoch, as well as we know. */
export function serverNow(): number {
  return Date.now() + clock.getState().offsetMs
}

/**
 * Learns from an answer what the server's clock says (milliseconds since the epoch). A phone that
 * is right within a few seconds keeps its own clock, so that nothing on screen jumps; so does one
 * whose known error has not changed.
 */
export function learnServerTime(serverTime: number): void {
  const difference = serverTime - Date.now()
  const offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0
  if (Math.abs(offsetMs - clock.getState().offsetMs) > TOLERANCE_MS) clock.setState({ offsetMs })
}
