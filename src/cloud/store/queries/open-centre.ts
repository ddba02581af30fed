import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'

/**
 * Writes a centre down as the last of the district, with the limit of its template if it has one; gives
 * whether there was none with this key.
 */
export async function writeCentre(
  client: PoolClient,
  {
    centreId,
    name,
    shortName,
    address,
    location,
    phone,
    hours,
    template,
  }: ParsedInput<'centres.open'>,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'centres.write',
    text: WRITE_CENTRE,
    values: [
      ...[centreId, name, shortName, address, location.lat, location.lng, phone],
      ...[JSON.stringify(hours), template],
    ],
  })
  return rowCount === 1
}

/**
 * Copies what a centre publishes to another as drafts, with their limits and without lessons; gives how
 * many. What is cancelled stays, a picture too; private hours are a person's and stay.
 */
export async function copyActivities(
  client: PoolClient,
  centreId: string,
  template: string,
): Promise<number> {
  const { rowCount } = await client.query({
    name: 'centres.copy-activities',
    text: COPY_ACTIVITIES,
    values: [centreId, template],
  })
  return rowCount ?? 0
}

const WRITE_CENTRE = `
insert into changlai.centre
  (centre_id, position, name, short_name, address, lat, lng, phone, hours, courses_per_term)
select $1, coalesce((select max(position) + 1 from changlai.centre), 1), $2, $3, $4, $5, $6, $7,
  $8::jsonb, (select courses_per_term from changlai.centre where centre_id = $9)
on conflict (centre_id) do nothing`

const COPY_ACTIVITIES = `
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, min_age, max_age,
    fee_fen, bring, rule, seating, lessons, published, state, seats_per_term, parallel_group,
    guests_from_list)
select $1, $1 || substring(activity_id from length($2) + 1), title, category, audience, description,
  host, place, min_age, max_age, fee_fen, bring, rule, seating, lessons, false, 'draft',
  seats_per_term, parallel_group, guests_from_list
from changlai.activity
where centre_id = $2 and state = 'published'
  and not exists (
    select from changlai.pool
    where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
      and pool.intake is not null)`
