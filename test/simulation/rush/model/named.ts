import type { Tables } from './tables'

/** Which wish names whom at which place, as three columns (`namedBy`). */
export type Named = [of: number[], names: string[], places: number[]]

export interface Attendee {
  at: number
  attendeeId: string
  place: number
  /** Null for somebody who is not of the family. */
  personId: string | null
}

/** Everybody whom wishes name (`namedIn`). */
export function namedIn(
  tables: Tables,
  holders: readonly string[],
  [of, names, places]: Named,
): Attendee[] {
  return of.map((at, index) => {
    const attendeeId = names[index]!
    const personId = tables.whomOf(holders[at - 1]!, attendeeId)
    return { at, attendeeId, place: places[index]!, personId }
  })
}
