import type { Pool, PoolClient } from 'pg'
import { type AccountStanding, KEEPING, type Keeping, awaySince } from '@/domain/retention/away'

export interface StandingOf extends AccountStanding {
  personId: string
}

/**
 * How it stands with accounts at an instant, whose day is `today`: what every host writes counts, also
 * one that does not write visits down.
 */
export async function accountsStanding(
  client: Pool | PoolClient,
  personIds: readonly string[],
  { now, today }: { now: Date; today: string },
): Promise<StandingOf[]> {
  const { rows } = await client.query<Omit<StandingOf, 'keptBy'> & Record<Keeping, boolean>>({
    name: 'away.standing',
    text: STANDING,
    values: [personIds, now, awaySince(today)],
  })
  return rows.map(({ personId, hereIn, didOn, ...keeps }) => ({
    ...{ personId, hereIn, didOn },
    keptBy: KEEPING.filter((what) => keeps[what]),
  }))
}

/** Where it stands that somebody did something: the table, whose column, and when. */
export const SIGNS: readonly [table: string, person: string, at: string][] = [
  ['booking', 'person_id', 'booked_at'],
  ['waitlist_entry', 'holder_id', 'joined_at'],
  ['ballot_entry', 'holder_id', 'entered_at'],
  ['consultation', 'person_id', 'created_at'],
  ['strike', 'person_id', 'contested_at'],
  ['station_report', 'person_id', 'reported_at'],
  ['notice', 'person_id', 'read_at'],
  ['alert_acceptance', 'person_id', 'accepted_at'],
  ['alert_answer', 'person_id', 'answered_at'],
  ['answered_request', 'person_id', 'answered_at'],
  ['desk_session', 'person_id', 'seen_at'],
  ['calendar_address', 'person_id', 'made_at'],
  ['family_member', 'holder_id', 'added_at'],
]

/** Whoever comes to lessons is here, also where a relative booked and they have never opened anything. */
const CAME = `
  select max(mark.marked_at) from changlai.attendance as mark
  join changlai.booking_attendee as seat
    on seat.centre_id = mark.centre_id and seat.booking_id = mark.booking_id
    and seat.person_id = mark.person_id
  where seat.person_id in (select person_id from people where of_id = asked.person_id)
    and mark.mark in ('present', 'late')`

const did = SIGNS.map(
  ([table, person, at]) => `(
    select max(${at}) from changlai.${table} where ${table}.${person} = asked.person_id)`,
).join(', ')

const OF_PEOPLE = `in (select person_id from people where of_id = asked.person_id)`

const KEEPS: Readonly<Record<Keeping, string>> = {
  role: 'select from changlai.role_grant where role_grant.person_id = asked.person_id',
  invitation: `
    select from changlai.role_invitation as invitation
    where invitation.made_by = asked.person_id and invitation.accepted_at is null
      and invitation.revoked_at is null and invitation.expires_at > $2::timestamptz`,
  seat: `
    select from changlai.booking
    join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
    where booking.person_id = asked.person_id and booking.status = 'booked'
      and pool.ends_at > $2::timestamptz
    union all
    select from changlai.booking_attendee as seat
    join changlai.pool on pool.centre_id = seat.centre_id and pool.pool_id = seat.pool_id
    where seat.person_id ${OF_PEOPLE} and seat.status = 'booked'
      and pool.ends_at > $2::timestamptz`,
  // By whose they are, not by all lists of the deployment that are open (offset 0).
  place: `
    select from (
      select entry.state from changlai.waitlist_entry as entry
      where entry.holder_id = asked.person_id offset 0) as entry
    where entry.state in ('waiting', 'offered')
    union all
    select from (
      select one.live from people
      join changlai.waitlist_attendee as one on one.person_id = people.person_id
      where people.of_id = asked.person_id offset 0) as one
    where one.live`,
  draw: `
    select from changlai.ballot_entry as entry
    join changlai.ballot
      on ballot.centre_id = entry.centre_id and ballot.ballot_id = entry.ballot_id
    where entry.holder_id = asked.person_id and entry.left_at is null and ballot.drawn_at is null
    union all
    select from changlai.ballot_attendee as one
    join changlai.ballot on ballot.centre_id = one.centre_id and ballot.ballot_id = one.ballot_id
    where one.person_id ${OF_PEOPLE} and one.live and ballot.drawn_at is null`,
  matter: `
    select from changlai.consultation as matter
    where matter.person_id = asked.person_id
      and (matter.state in ('received', 'assigned', 'accepted')
        or matter.wrapped_key is not null or matter.plain is not null)
    union all
    select from changlai.consultation as matter
    where matter.professional_id = asked.person_id and matter.state in ('assigned', 'accepted')`,
  // Of two who have linked each other and are both away neither keeps the other.
  family: `
    select from changlai.family_member as member
    join changlai.person_identity as holder on holder.person_id = member.holder_id
    where member.person_id = asked.person_id and member.linked and member.removed_at is null
      and holder.here_in > $3::date`,
}

// Asked of each by itself, whatever statistics say: offset 0 has no table read whole for all of them.
const keeps = KEEPING.map((what) => `exists (${KEEPS[what]} offset 0) as "${what}"`).join(',\n  ')

const STANDING = `
with asked as materialized (
  select one.person_id, one.here_in from unnest($1::uuid[]) as wanted (person_id)
  cross join lateral (
    select identity.person_id, identity.here_in from changlai.person_identity as identity
    where identity.person_id = wanted.person_id offset 0
  ) as one
), people as materialized (
  select person_id as of_id, person_id from asked
  union
  select asked.person_id, member.person_id
  from asked
  cross join lateral (
    select member.person_id from changlai.family_member as member
    where member.holder_id = asked.person_id and not member.linked offset 0
  ) as member
)
select asked.person_id as "personId", asked.here_in as "hereIn",
  (greatest((${CAME}), ${did}) at time zone 'Asia/Shanghai')::date as "didOn",
  ${keeps}
from asked`
