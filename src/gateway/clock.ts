/** How far a phone may be off before we stop believing it: whole seconds, and the way they came. */
const TOLERANCE_MS = 5_000

let offsetMs = 0

/** The time as the server has it, in milliseconds since the epoch, as well as we know. */
export function serverNow(): number {
  return Date.now() + offsetMs
}

const listeners = new Set<() => void>()

/** Calls back when it turns out that the phone's clock is off, or right after all. */
export function onServerTime(learned: () => void): () => void {
  listeners.add(learned)
  return () => {
    listeners.delete(learned)
  }
}

/**
 * Learns from an answer what the server's clock says (milliseconds since the epoch). A phone that
 * is right within a few seconds keeps its own clock, so that nothing on screen jumps.
 */
export function learnServerTime(serverTime: number): void {
  const difference = serverTime - Date.now()
  const before = offsetMs
  offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0
  if (Math.abs(offsetMs - before) > TOLERANCE_MS) listeners.forEach((learned) => learned())
}
