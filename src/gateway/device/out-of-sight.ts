/**
 * Does something when a browser's page goes out of sight, the last that a page hears of its own end.
 * Gives what stops it. The mini-program tells its pages itself.
 */
export function onOutOfSight(work: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  document.addEventListener('visibilitychange', work)
  return () => document.removeEventListener('visibilitychange', work)
}

/** Whether a browser's page is in sight; the mini-program tells its pages itself. */
export function inSight(): boolean {
  return process.env.TARO_ENV !== 'h5' || !document.hidden
}
