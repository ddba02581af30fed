import type { Store } from './store'

/** How long a host takes somebody for who they were, where it hears of those who erase their account. */
export const BELIEVED_MS = 60_000

/** The same where it hears nothing. */
export const BELIEVED_UNHEARD_MS = 2_000

/**
 * Who has erased their account, as long as somebody may still be remembered as them: on this host at
 * once, on others as soon as the database says it. Times are on the clock that only goes forward.
 */
export class Departed {
  private readonly gone = new Map<string, number>()
  private hearsSince: number | null = null

  constructor(private readonly time: () => number = () => performance.now()) {}

  /** That others' erasures are heard of from now on, or no longer. */
  hear(listening: boolean): void {
    this.hearsSince = listening ? this.time() : null
  }

  /** Says that nobody is this person any more. */
  add(personId: string): void {
    const now = this.time()
    for (const [other, at] of this.gone) {
      if (now - at <= BELIEVED_MS) break
      this.gone.delete(other)
    }
    this.gone.delete(personId)
    this.gone.set(personId, now)
  }

  has(personId: string): boolean {
    return this.gone.has(personId)
  }

  /** How many are kept in mind. */
  get size(): number {
    return this.gone.size
  }

  /** Whether somebody who was found then is still taken for who they were. */
  believes(foundAt: number): boolean {
    const age = this.time() - foundAt
    if (age < BELIEVED_UNHEARD_MS) return true
    return this.hearsSince !== null && foundAt >= this.hearsSince && age < BELIEVED_MS
  }
}

const DEPARTED = new WeakMap<Store, Departed>()

/** Those of a store, one list for all that a host does on it. */
export function departedOf(store: Store): Departed {
  const known = DEPARTED.get(store) ?? new Departed()
  DEPARTED.set(store, known)
  return known
}
