import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Chance } from './chance'
import type { Scheduler } from './scheduler'

/** When a history begins: before the first pool opens. */
export const BEGIN = Date.parse('2026-11-22T09:00:00+08:00')

/**
 * Puts simulated clocks, timers and chance in the place of the platform's, so that the code under test
 * runs as it is and waits for nothing but the scheduler. Each host and phone has a wall clock of its
 * own; the clock that only goes forward is the true one. Gives what puts the real ones back.
 */
export function simulatePlatform(scheduler: Scheduler, chance: Chance): () => void {
  const real = {
    ...{ setImmediate, setTimeout, clearTimeout, setInterval, clearInterval },
    ...{ dateNow: Date.now, performanceNow: performance.now.bind(performance) },
    ...{ randomBytes: crypto.randomBytes, randomUUID: crypto.randomUUID },
  }
  const timer = (ms: number, what: string, happen: () => void) => {
    const arranged = scheduler.after(ms, scheduler.current, what, happen)
    const handle = { ...arranged, unref: () => handle, ref: () => handle }
    return handle
  }
  const repeated = (happen: () => void, ms: number) => {
    let arranged = timer(ms, 'a clock strikes', again)
    function again() {
      happen()
      arranged = timer(ms, 'a clock strikes', again)
    }
    return { cancel: () => arranged.cancel(), unref: () => {} }
  }
  const cancel = (handle?: { cancel(): void }) => handle?.cancel()
  Object.assign(globalThis, {
    setImmediate: (happen: () => void) => timer(0, 'gathered what came together', happen),
    setTimeout: (happen: () => void, ms = 0) => timer(ms, 'waited', happen),
    setInterval: repeated,
    ...{ clearTimeout: cancel, clearInterval: cancel },
  })
  Date.now = () => BEGIN + scheduler.now + (scheduler.current?.clockAhead ?? 0)
  performance.now = () => scheduler.now
  const uuid = () => {
    const hex = chance.bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  Object.assign(crypto, { randomBytes: (count: number) => chance.bytes(count), randomUUID: uuid })
  syncBuiltinESMExports()
  return () => {
    const { dateNow, performanceNow, randomBytes, randomUUID, ...timers } = real
    Object.assign(globalThis, timers)
    Date.now = dateNow
    performance.now = performanceNow
    Object.assign(crypto, { randomBytes, randomUUID })
    syncBuiltinESMExports()
  }
}
