import type { Actor } from '@/cloud/handler'

/** The person behind an actor whom permit let through to an operation that needs one. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Error('permit let nobody through to a person’s operation')
  return actor.personId
}
