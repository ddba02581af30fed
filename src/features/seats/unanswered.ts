import type { Output } from '@/contract'
import { MINUTE } from '@/domain/time/instant'
import type { Caller } from '@/gateway/call/caller'
import type { Intent, Intents } from '@/gateway/call/intents'

type Bookings = Output<'seats.mine'>['bookings']

/** A tap this young is still meant; an older one is not carried out behind a person's back. */
const STILL_MEANT_MS = 10 * MINUTE

/** Refusals that say that the thing was done before. */
const DONE_ALREADY: readonly string[] = ['ALREADY_BOOKED', 'ALREADY_CANCELLED']

const SPOKEN_OF: readonly string[] = ['seats.book', 'seats.cancel']

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
  // What is no seat of one's own is sent again while it is still meant, and not spoken of.
  if (!SPOKEN_OF.includes(intent.operation)) {
    const old = now() - intent.createdAt >= STILL_MEANT_MS
    if (old && intent.operation !== 'me.update') intents.remove(intent.requestId)
    else await resume(intent)
    return null
  }
  if (now() - intent.createdAt < STILL_MEANT_MS) {
    const reply = await resume(intent)
    if (!reply.ok && intents.find(intent.operation, intent.input)) return null
    const done = reply.ok || DONE_ALREADY.includes(reply.code)
    return said(intent, done, (await askMine()) ?? [])
  }
  const mine = await askMine()
  if (mine === null) return null
  intents.remove(intent.requestId)
  const held = mine.some((booking) => isTarget(booking, intent) && isFor(booking, intent))
  return said(intent, intent.operation === 'seats.book' ? held : !held, mine)
}

function isTarget(booking: Bookings[number], { input }: Intent): boolean {
  if ('poolId' in input) return booking.poolId === input.poolId
  return 'bookingId' in input && booking.bookingId === input.bookingId
}

/** Whether a booking holds a seat for somebody whom the intent was about. */
function isFor({ attendees }: Bookings[number], { input }: Intent): boolean {
  const ids = 'attendeeIds' in input ? input.attendeeIds : null
  if (!attendees || (!ids && 'bookingId' in input)) return true
  return attendees.some(
    ({ attendeeId, status }) =>
      status === 'booked' && (ids ?? (['self'] as string[])).includes(attendeeId),
  )
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
