import type { Output } from '@/contract'
import { MINUTE } from '@/domain/time/instant'
import type { Caller } from '@/gateway/call/caller'
import type { Intent, Intents } from '@/gateway/call/intents'
import { attending } from './attending'

type Bookings = Output<'seats.mine'>['bookings']

/** A tap this young is still meant; an older one is not carried out behind a person's back. */
const STILL_MEANT_MS = 10 * MINUTE

/** Refusals that say that the thing was done before. */
const DONE_ALREADY: readonly string[] = ['ALREADY_BOOKED', 'ALREADY_CANCELLED']
const BOOKED_FOR = '上次没等到回音：替人报的名报上了。'

interface Surroundings {
  intents: Intents
  resume: Caller['resume']
  /** My seats to come as the server has them now; null when it does not answer. */
  askMine: () => Promise<readonly Bookings[number][] | null>
  now: () => number
}

/**
 * Finds out what became of bookings and cancellations whose answer an earlier run of the app did
 * not live to see. A young one is asked again with its own requestId; of an older one only the
 * truth is read. Gives a sentence for each; what cannot be found out now stays for the next time.
 */
export async function settleUnanswered(surroundings: Surroundings): Promise<string[]> {
  const sentences: string[] = []
  for (const intent of surroundings.intents.all()) {
    const said = await settle(intent, surroundings)
    if (said !== null) sentences.push(said)
  }
  return sentences
}

async function settle(intent: Intent, surroundings: Surroundings): Promise<string | null> {
  const { intents, resume, askMine, now } = surroundings
  const { operation } = intent
  // What is no seat of mine is sent again while it is still meant, and not spoken of.
  if (operation !== 'seats.book' && operation !== 'seats.cancel') {
    const old = now() - intent.createdAt >= STILL_MEANT_MS
    if (old && operation !== 'me.update') intents.remove(intent.requestId)
    else if ((await resume(intent)).ok && operation === 'seats.bookFor') return BOOKED_FOR
    return null
  }
  if (now() - intent.createdAt < STILL_MEANT_MS) {
    const reply = await resume(intent)
    if (!reply.ok && intents.find(intent.operation, intent.input)) return null
    // Of several people it may be one who has a seat of before.
    const several = operation === 'seats.book' && namedIn(intent)?.[1]
    const done = reply.ok || (DONE_ALREADY.includes(reply.code) && !several)
    return said(intent, done, (await askMine()) ?? [])
  }
  const mine = await askMine()
  if (mine === null) return null
  intents.remove(intent.requestId)
  const held = mine.some((booking) => isTarget(booking, intent))
  return said(intent, operation === 'seats.book' ? held : !held, mine)
}

function namedIn({ input }: Intent): readonly string[] | undefined {
  return 'attendeeIds' in input ? input.attendeeIds : undefined
}

/** Whether a booking holds the seats that were to be taken, or one that was to be given back. */
function isTarget(booking: Bookings[number], intent: Intent): boolean {
  const { input } = intent
  const named = namedIn(intent)
  const isSeated = (one: string): boolean =>
    attending(booking).some(({ attendeeId }) => attendeeId === one)
  if ('poolId' in input) {
    return booking.poolId === input.poolId && (named ?? ['self']).every(isSeated)
  }
  const same = 'bookingId' in input && booking.bookingId === input.bookingId
  return same && (named?.some(isSeated) ?? true)
}

function said(intent: Intent, done: boolean, mine: readonly Bookings[number][]): string {
  const booking = mine.find((one) => isTarget(one, intent))
  const what = booking ? `“${booking.title}”` : '上次那一席'
  if (intent.operation === 'seats.book') {
    return done
      ? `上次没等到回音：${what}报上了。`
      : '上次没等到回音：没有报上，也没有占座。还要的话再报一次。'
  }
  return done ? '上次没等到回音：那一席已经退了。' : `上次没等到回音：${what}没有退成，还占着座。`
}
