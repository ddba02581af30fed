import { ballotState } from '@/domain/ballot/ballot'
import { toInstantText } from '@/domain/time/instant'

/** A ballot as it was named in advance, for the wire. */
export function announcedOf(
  row: {
    ballot_id: string
    closes_at: number
    number_source: string
    number_at: number
    drawn_at: number | null
  },
  now: number,
) {
  return {
    ballotId: row.ballot_id,
    state: ballotState({ closesAt: row.closes_at, drawnAt: row.drawn_at }, now),
    closesAt: toInstantText(row.closes_at),
    numberSource: row.number_source,
    numberAt: toInstantText(row.number_at),
  }
}
