import type { Browser } from '@/domain/devices/browser'
import type { Clock } from './clock'
import { departedOf } from './departed'
import type { People } from './people'
import { Recent } from './recent'
import type { Store } from './store'
import { personAtDesk } from './store/queries/devices/sessions'
import { findPerson } from './store/queries/people'

/** Who asks, as the platform says, never as the request says. */
export interface PlatformIdentity {
  provider: 'wechat' | 'local'
  subject: string
}

/** A desk that asks with the cookie of a session, by the SHA-256 of its token. */
export interface DeskIdentity extends Browser {
  provider: 'desk'
  tokenHash: Buffer
}

export type Identity = PlatformIdentity | DeskIdentity

export interface Known {
  personId: string
  /** The session at a desk through which they ask. */
  sessionId?: string
}

/** What somebody is called on a host before it is known who they are; each has one of their own. */
export function nameOf(identity: Identity): string {
  return identity.provider === 'desk'
    ? `desk:${identity.tokenHash.toString('base64')}`
    : `${identity.provider}:${identity.subject}`
}

/** How many people a host remembers at least, of those who asked last; and twice as many at most. */
const REMEMBERED = 20_000

interface Remembered {
  person: Promise<string>
  /** In milliseconds, on the clock that only goes forward. */
  foundAt: number
}

/**
 * Finds the person behind an identity, by its name, and makes one at first sight. Who was found is remembered,
 * and those who ask for the same identity at once share one question to the database. Not so with a
 * session at a desk: it is looked up by each call, and null once it has ended.
 */
export function createIdentify(
  store: Store,
  clock: Clock,
  { find, note }: People = { find: (one) => findPerson(store.pool, one) },
): (identity: Identity, name?: string) => Promise<Known | null> {
  const people = new Recent<Remembered>(REMEMBERED)
  const departed = departedOf(store)

  function personOf(identity: PlatformIdentity, name: string): Promise<string> {
    const known = people.get(name)
    const believed = known && departed.believes(known.foundAt) ? known : null
    const one = believed ?? { foundAt: performance.now(), person: findHere(identity) }
    people.keep(name, one)
    one.person.catch(() => people.forget(name))
    return one.person
  }

  /**
   * Who somebody is. Where it is time to write down that they are here, that is done beside what they ask
   * for, if the host goes on living. Whoever is about to be erased for having been away waits for it:
   * they are kept then, or are somebody new.
   */
  async function findHere(identity: PlatformIdentity): Promise<string> {
    const { personId, visit } = await find(identity)
    if (visit === null || !note) return personId
    const noted = note.visit(personId)
    if (visit === 'due' && note.beside) return personId
    await noted
    return visit === 'due' ? personId : (await find(identity)).personId
  }

  async function standing(identity: PlatformIdentity, name: string): Promise<string> {
    const personId = await personOf(identity, name)
    if (!departed.has(personId)) return personId
    people.forget(name)
    return personOf(identity, name)
  }

  return async (identity, name = nameOf(identity)) =>
    identity.provider === 'desk'
      ? personAtDesk(store.pool, identity, clock.now())
      : { personId: await standing(identity, name) }
}
