import type { Output } from '@/contract'
import { MINUTE, parseInstant } from '@/domain/time/instant'
import type { Caller } from '@/gateway/call/caller'
import type { Intent, Intents } from '@/gateway/call/intents'

type Briefs = Output<'consultation.mine'>['consultations']

/** A tap this young is still meant; an older one is not carried out behind a person's back. */
const STILL_MEANT_MS = 10 * MINUTE
/** Between a tap and its arrival lie retries and clocks that differ. */
const AROUND_MS = 5 * MINUTE

/** What became of something that was sent and not answered before the app was gone. */
export interface Found {
  operation: Intent['operation']
  /** Null where only the server knows: the screen shows what it says. */
  done: boolean | null
  /** What was begun by it, where that is known. */
  consultationId: string | null
  service: 'legal' | 'mediation' | 'feedback' | null
}

interface Surroundings {
  intents: Intents
  resume: Caller['resume']
  /** My consultations as the server has them now; null when it does not answer. */
  askMine: () => Promise<Briefs | null>
  now: () => number
}

/**
 * Finds out what became of private commands that an earlier run of the app did not live to see
 * answered. A young one is asked again with its own requestId; of an older one the truth is read
 * where it can be. What cannot be found out now stays for the next time.
 */
export async function settlePrivate(surroundings: Surroundings): Promise<Found[]> {
  const found: Found[] = []
  for (const intent of surroundings.intents.all()) {
    const one = await settle(intent, surroundings)
    if (one) found.push(one)
  }
  return found
}

async function settle(intent: Intent, surroundings: Surroundings): Promise<Found | null> {
  const { intents, resume, askMine, now } = surroundings
  const { operation } = intent
  const service = serviceOf(intent)
  if (now() - intent.createdAt < STILL_MEANT_MS) {
    const reply = await resume(intent, intents)
    if (!reply.ok && intents.find(operation, intent.input)) return null
    const value = reply.ok ? (reply.value as { consultationId?: string }) : null
    const consultationId = value?.consultationId ?? null
    return { operation, done: reply.ok, consultationId, service }
  }
  if (service === null) {
    intents.remove(intent.requestId)
    return { operation, done: null, consultationId: null, service }
  }
  const mine = await askMine()
  if (mine === null) return null
  intents.remove(intent.requestId)
  const begun = mine.find(
    (one) =>
      one.service === service &&
      Math.abs(parseInstant(one.createdAt) - intent.createdAt) < AROUND_MS,
  )
  const consultationId = begun?.consultationId ?? null
  return { operation, done: begun !== undefined, consultationId, service }
}

/** What a command begins; null for one that goes on with something. */
function serviceOf({ operation, input }: Intent): Found['service'] {
  if (operation === 'consultation.sendFeedback') return 'feedback'
  if (operation !== 'consultation.request') return null
  return (input as { service?: 'legal' | 'mediation' }).service ?? 'legal'
}
