import type { Store } from './store'
import { personOfIdentity } from './store/queries/people'

/** Who asks, as the platform says, never as the request says. */
export interface Identity {
  provider: 'wechat' | 'local'
  subject: string
}

/** How many people a host remembers; the one asked for longest ago is forgotten first. */
const REMEMBERED = 20_000

/**
 * Finds the person behind an identity and makes one at first sight. Who was found is remembered,
 * and those who ask for the same identity at once share one question to the database.
 */
export function createIdentify(store: Store): (identity: Identity) => Promise<string> {
  const people = new Map<string, Promise<string>>()

  return (identity) => {
    const name = `${identity.provider}:${identity.subject}`
    const person = people.get(name) ?? personOfIdentity(store.pool, identity)
    people.delete(name)
    people.set(name, person)
    person.catch(() => people.delete(name))
    if (people.size > REMEMBERED) people.delete(people.keys().next().value!)
    return person
  }
}
