import type { Pool } from 'pg'

/** What time it is. */
export interface Clock {
  now(): Date
}

const REFRESH_MS = 60_000

/**
 * A clock that follows the database's, so that all hosts agree: its distance from ours is measured
 * now and every minute, with half the way there and back taken off. Throws when the first
 * measurement fails; a later failure keeps the last one. `stop` ends the measuring.
 */
export async function databaseClock(pool: Pool): Promise<Clock & { stop(): void }> {
  let offset = await offsetOf(pool)
  const timer = setInterval(() => {
    offsetOf(pool).then(
      (measured) => (offset = measured),
      () => {},
    )
  }, REFRESH_MS)
  timer.unref()
  return {
    now: () => new Date(Math.round(Date.now() + offset)),
    stop: () => clearInterval(timer),
  }
}

/** Milliseconds that the database's clock is ahead of ours. */
async function offsetOf(pool: Pool): Promise<number> {
  // A connection first: making one would count as part of the way.
  const client = await pool.connect()
  try {
    const started = performance.now()
    const { rows } = await client.query<{ now: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
    )
    const ended = Date.now()
    return rows[0]!.now + (performance.now() - started) / 2 - ended
  } finally {
    client.release()
  }
}

/** A clock that stands at an instant (ISO 8601 with offset, or milliseconds) until it is set. */
export function fixedClock(
  instant: string | number,
): Clock & { set(instant: string | number): void } {
  let now = new Date(instant)
  return {
    now: () => new Date(now),
    set: (another) => {
      now = new Date(another)
    },
  }
}
