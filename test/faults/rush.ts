import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '../bench/rush/connection'
import type { Person } from './cast'
import { type Answer, type Asked, type Ledger, take } from './ledger'

export interface Crowd {
  cast: readonly Person[]
  /** Where hosts listen at this moment. */
  urls: () => readonly string[]
  /** What all requestIds of the round begin with. */
  round: string
  /** Resolves when a person may come. */
  mayCome: (person: Person) => Promise<void>
}

/** Longer than a host may take for any answer. */
const GIVEN_UP_AFTER_MS = 17_000
const TRIES = 4

/** Sends everybody; gives what was asked and heard when the last of them has done what they came for. */
export async function rush(crowd: Crowd, ledger: Ledger): Promise<void> {
  await Promise.all(crowd.cast.map((person) => attend(crowd, ledger, person)))
}

async function attend(crowd: Crowd, ledger: Ledger, person: Person): Promise<void> {
  const { poolId, attendeeIds, chance } = person
  const wish = attendeeIds ? { poolId, attendeeIds } : { poolId }
  const begin = (operation: Asked['operation'], input: Asked['input'], name: string) =>
    ledger.begin({
      ...{ person: person.index, openid: person.openid, operation, input },
      requestId: `${crowd.round}-${person.index}-${name}`,
    })
  const lines = new Lines(person.openid)
  await crowd.mayCome(person)
  await wait(person.comesAfterMs)
  try {
    const booking = ask(crowd, ledger, lines, person, begin('seats.book', wish, 'book'))
    if (person.twice) {
      const second = new Lines(person.openid)
      await ask(crowd, ledger, second, person, begin('seats.book', wish, 'twice'))
      second.end()
    }
    const booked = await booking
    if (booked?.ok && person.cancels) {
      await wait(chance.between(0, 200))
      const bookingId = String(booked.value!['bookingId'])
      await ask(crowd, ledger, lines, person, begin('seats.cancel', { bookingId }, 'cancel'))
    }
    if (booked?.code === 'SOLD_OUT' && person.waits)
      await ask(crowd, ledger, lines, person, begin('waitlist.join', wish, 'join'))
  } finally {
    lines.end()
  }
}

/** Asks, and half of the time once more elsewhere where no answer came; null when it stays open. */
async function ask(
  { urls }: Crowd,
  ledger: Ledger,
  lines: Lines,
  { index, chance, vanishes }: Person,
  asked: Asked,
): Promise<Answer | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const at = urls()
    const hangsUp = vanishes && tries === 0 ? chance.between(0, 12) : undefined
    const answer = await send(ledger, asked, lines, at[(index + tries) % at.length]!, hangsUp)
    if (answer) return answer
    if (chance.happens(0.4)) return null
    await wait(chance.between(20, 400))
  }
  return null
}

/** Sends one request once; null when nothing came that decides. */
export async function send(
  ledger: Ledger,
  asked: Asked,
  lines: Lines,
  url: string,
  hangsUpAfterMs?: number,
): Promise<Answer | null> {
  const { operation, input, requestId } = asked
  const sentAt = Date.now()
  const line = lines.to(url)
  const timer =
    hangsUpAfterMs === undefined
      ? setTimeout(() => {
          ledger.malformed.push(`${operation}: no answer within ${GIVEN_UP_AFTER_MS} ms`)
          line.end()
        }, GIVEN_UP_AFTER_MS)
      : setTimeout(() => line.end(), hangsUpAfterMs)
  try {
    const { heard, later, unanswered } = asked
    // As a phone does: what was sent before is looked up, whatever a host remembers.
    const isAgain = heard.length + later + unanswered > 0
    const again = isAgain && ledger.saysAgain ? { again: true } : {}
    const body = JSON.stringify({ operation, input, requestId, client: '1.0.0', ...again })
    return take(ledger, asked, await line.post(asked.openid, body), sentAt)
  } catch {
    asked.unanswered += 1
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** One phone's connections, one to each host that it has asked. */
export class Lines {
  private readonly lines = new Map<string, Connection>()

  constructor(readonly openid: string) {}

  to(url: string): Connection {
    const known = this.lines.get(url)
    if (known) return known
    const { hostname, port } = new URL(url)
    const line = new Connection(hostname, Number(port), '/call')
    this.lines.set(url, line)
    return line
  }

  end(): void {
    for (const line of this.lines.values()) line.end()
    this.lines.clear()
  }
}
