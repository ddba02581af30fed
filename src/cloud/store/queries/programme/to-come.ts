import type { Pool, PoolClient } from 'pg'

/** How many lessons of an activity are not over and take place, and how many seats in them are taken. */
export async function toComeOf(
  client: Pool | PoolClient,
  { centreId, activityId }: { centreId: string; activityId: string },
  now: Date,
): Promise<{ toCome: number; taken: number }> {
  const { rows } = await client.query<{ toCome: number; taken: number }>({
    name: 'programme.to-come',
    text: TO_COME,
    values: [centreId, activityId, now],
  })
  return rows[0]!
}

const TO_COME = `
select (
    select count(*) from changlai.occurrence
    where centre_id = $1 and activity_id = $2 and guest_of is null and state <> 'cancelled'
      and ends_at > $3::timestamptz
  ) as "toCome", (
    select coalesce(sum(taken), 0)::integer from changlai.pool
    where centre_id = $1 and activity_id = $2 and guest_of is null and ends_at > $3::timestamptz
  ) as taken`
