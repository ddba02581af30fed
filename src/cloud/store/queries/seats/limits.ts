import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Limited } from '@/domain/seats/limits'
import { termOf } from '../term'

/** SQL names of whom and of which pool it is asked, which the statement around it has in scope. */
export interface LimitQuestion {
  /** The attendee's person. */
  person: string
  pool: string
  /** The pool's activity; the same as `pool` where one row holds both. */
  activity: string
}

/** Whether a seat of an activity is one of a whole term. */
export const wholeTerm = (activity: string) =>
  `coalesce(${activity}.seating ->> 'per' = 'term', false)`

/** Which of the seats that somebody holds (`theirs`, of the activity `its`) a limit counts. */
const COUNTS: Readonly<Record<Limited, (activity: string) => string>> = {
  group: (activity) =>
    `its.parallel_group = ${activity}.parallel_group and its.activity_id <> ${activity}.activity_id`,
  activity: (activity) => `its.activity_id = ${activity}.activity_id`,
  centre: () => wholeTerm('its'),
}

/**
 * The limits that hold for a pool, as `rule` (of, most); no row where none is set, so that whatever is
 * joined to them laterally is not looked at. A guest of one lesson takes no seat of the term.
 */
const rulesOf = ({ pool, activity }: LimitQuestion) => `(
    select * from (values
      ('group', case when ${activity}.parallel_group is not null then 1 end),
      ('activity', ${activity}.seats_per_term::integer),
      ('centre', case when ${wholeTerm(activity)} then (
        select centre.courses_per_term::integer from changlai.centre
        where centre.centre_id = ${pool}.centre_id) end)
    ) as rule (of, most)
    where rule.most is not null and ${pool}.guest_of is null
  ) as rule`

/** The seats that one attendee holds and a `rule` counts. */
const heldUnder = ({ person, pool, activity }: LimitQuestion) => `
    changlai.booking_attendee as held
    cross join lateral (
      select theirs.* from changlai.pool as theirs
      where theirs.centre_id = held.centre_id and theirs.pool_id = held.pool_id limit 1
    ) as theirs
    cross join lateral (
      select its.* from changlai.activity as its
      where its.centre_id = theirs.centre_id and its.activity_id = theirs.activity_id limit 1
    ) as its
    where held.person_id = ${person} and held.centre_id = ${pool}.centre_id
      and held.status = 'booked' and held.pool_id <> ${pool}.pool_id and theirs.guest_of is null
      and ${termOf('theirs.starts_at')} = ${termOf(`${pool}.starts_at`)}
      and case rule.of
        when 'group' then ${COUNTS.group(activity)}
        when 'activity' then ${COUNTS.activity(activity)}
        else ${COUNTS.centre(activity)} end`

/** A condition: no limit that holds for a pool is reached by an attendee. */
export const withinLimits = (question: LimitQuestion) => `not exists (
  select from ${rulesOf(question)}
  where (select count(*) from ${heldUnder(question)}) >= rule.most)`

/**
 * The limits that hold for a pool as they stand with an attendee, as JSON of `LimitStanding`s. The seat
 * in the way is told to `asker` alone where they made the booking or sit in it: a relative does not
 * learn what an elder has booked.
 */
export const limitsOf = (question: LimitQuestion, asker: string, now: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('of', rule.of, 'most', rule.most,
    'held', coalesce(counted.held, 0), 'inTheWay', counted.in_the_way)), '[]'::jsonb)
  from ${rulesOf(question)}
  left join lateral (
    select count(*) as held, (array_agg(
      case when ${asker} in (held.holder_id, held.person_id)
        then jsonb_build_object('bookingId', held.booking_id, 'title', its.title)
        else jsonb_build_object('bookingId', null, 'title', '${ANOTHERS_BOOKING}') end
      order by (theirs.cancel_until > ${now}) desc, theirs.starts_at, held.booking_id))[1] as in_the_way
    from ${heldUnder(question)}
  ) as counted on true)`
