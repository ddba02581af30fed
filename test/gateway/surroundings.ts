import { type Caller, createCaller, type Surroundings } from '@/gateway/call/caller'
import { createIntents, type Intents } from '@/gateway/call/intents'
import type { Arrival, WireRequest } from '@/gateway/call/wire'
import type { KeyValueStore } from '@/gateway/storage'

/** The storage of a phone: `room` is how many characters fit before it throws, as phones do. */
export function phone(room = Infinity): KeyValueStore & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get: (key) => texts.get(key) ?? null,
    set(key, text) {
      let total = text.length
      for (const [other, kept] of texts) if (other !== key) total += kept.length
      if (total > room) throw new Error('exceed storage max size')
      texts.set(key, text)
    },
    remove: (key) => void texts.delete(key),
  }
}

export const booked: Arrival = {
  kind: 'answer',
  body: {
    ok: true,
    value: { bookingId: 'nongye.b1', status: 'booked', checkInCode: 'ABCDEFGH' },
  },
}
export const timedOut: Arrival = { kind: 'lost', reason: 'TIMEOUT' }
export const refused = (code: string, facts: unknown = {}): Arrival => ({
  kind: 'answer',
  body: { ok: false, code, facts, traceId: 't' },
})

export interface Bench extends Caller {
  sent: WireRequest[]
  waits: number[]
  intents: Intents
  storage: ReturnType<typeof phone>
  /** What the phone had written down at the moment of each try. */
  writtenDown: number[]
}

/** A caller whose network gives these arrivals, one a try; the last one for every further try. */
export function bench(
  arrivals: Arrival[],
  more: Partial<Surroundings> = {},
  storage = phone(),
): Bench {
  const sent: WireRequest[] = []
  const waits: number[] = []
  const writtenDown: number[] = []
  const now = more.now ?? (() => 1_000_000)
  const intents = createIntents(storage, now)
  let made = 0
  const caller = createCaller({
    transport: async (request) => {
      writtenDown.push(intents.all().length)
      sent.push(request)
      await Promise.resolve()
      return arrivals[Math.min(sent.length, arrivals.length) - 1]!
    },
    intents,
    client: '1.0.0',
    offline: () => false,
    now,
    chance: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    newRequestId: async () => `request-${++made}`,
    readServerTime: () => () => undefined,
    turnedAway: () => undefined,
    ...more,
  })
  return { ...caller, sent, waits, intents, storage, writtenDown }
}
