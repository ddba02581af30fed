import type { PoolClient } from 'pg'
import { type PastDraw, TERMS_THAT_COUNT } from '@/domain/ballot/losses'
import { DAY } from '@/domain/time/instant'

/** A term is half a year; so far back at most. */
const LOOKED_BACK_MS = (TERMS_THAT_COUNT + 1) * 184 * DAY

/** What became of each of these people in the draws of a centre, by person. */
export async function pastDraws(
  client: PoolClient,
  centreId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, PastDraw[]>> {
  const { rows } = await client.query<PastDraw & { personId: string }>({
    name: 'ballot.past-draws',
    text: PAST_DRAWS,
    values: [centreId, personIds, new Date(now.getTime() - LOOKED_BACK_MS)],
  })
  const past = new Map<string, PastDraw[]>()
  for (const { personId, ...one } of rows) past.set(personId, [...(past.get(personId) ?? []), one])
  return past
}

const PAST_DRAWS = `
select attendee.person_id as "personId", ballot.drawn_at as "drawnAt",
  entry.won_pool_id is not null or entry.served_pool_id is not null as won
from changlai.ballot_attendee as attendee
join changlai.ballot_entry as entry
  on entry.centre_id = attendee.centre_id and entry.ballot_id = attendee.ballot_id
  and entry.number = attendee.number
join changlai.ballot
  on ballot.centre_id = entry.centre_id and ballot.ballot_id = entry.ballot_id
where attendee.person_id = any ($2::uuid[]) and attendee.centre_id = $1 and attendee.live
  and ballot.drawn_at >= $3::timestamptz`
