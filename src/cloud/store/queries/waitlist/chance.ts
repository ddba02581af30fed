import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { ENOUGH_PAST_ENTRIES, positionBand } from '@/domain/waitlist/position-band'

/** How often entries at a position were offered their seats, in lists that ended. */
export interface PastChance {
  from: number
  to: number | null
  waited: number
  offered: number
  of: 'activity' | 'centre'
}

/**
 * The past of a position on each list: of the same activity, of the whole centre where that is too
 * little, and null where that is too little as well.
 */
export async function pastChances(
  database: Pool | PoolClient,
  asked: readonly { activityId: string; position: number }[],
): Promise<(PastChance | null)[]> {
  if (asked.length === 0) return []
  const bands = asked.map(({ position }) => positionBand(position))
  const { rows } = await database.query<{
    waited: number
    offered: number
    of: 'activity' | 'centre' | null
  }>({
    name: 'waitlist.past-chances',
    text: PAST_CHANCES,
    values: [
      asked.map(({ activityId }) => centreOf(activityId)),
      asked.map(({ activityId }) => activityId),
      bands.map(({ from }) => from),
      ENOUGH_PAST_ENTRIES,
    ],
  })
  return rows.map(({ of, ...counts }, index) =>
    of === null ? null : { ...bands[index]!, ...counts, of },
  )
}

const PAST_CHANCES = `
select
  case when own.waited >= $4 then own.waited else all_of.waited end as waited,
  case when own.waited >= $4 then own.offered else all_of.offered end as offered,
  case when own.waited >= $4 then 'activity' when all_of.waited >= $4 then 'centre' end as of
from unnest($1::text[], $2::text[], $3::integer[])
  with ordinality as asked (centre_id, activity_id, from_position, place)
cross join lateral (
  select coalesce(sum(waited), 0) as waited, coalesce(sum(offered), 0) as offered
  from changlai.waitlist_outcome as past
  where past.centre_id = asked.centre_id and past.activity_id = asked.activity_id
    and past.from_position = asked.from_position
) as own
cross join lateral (
  select coalesce(sum(waited), 0) as waited, coalesce(sum(offered), 0) as offered
  from changlai.waitlist_outcome as past
  where past.centre_id = asked.centre_id and past.from_position = asked.from_position
) as all_of
order by asked.place`
