import { COUNTING_STATES, DELAYING_WEIGHT, STRIKE_DELAY } from '@/domain/attendance/strike'
import { SECOND } from '@/domain/time/instant'

/** SQL of what the strikes of a person that count at `now` weigh in a centre; 0 for none. */
export function weightOfStrikes(person: string, centre: string, now: string): string {
  return `(
    select coalesce(sum(strike.weight), 0)
    from changlai.strike
    where strike.person_id = ${person} and strike.centre_id = ${centre}
      and strike.state in (${COUNTING_STATES.map((state) => `'${state}'`).join(', ')})
      and strike.expires_at > ${now})`
}

/**
 * SQL that says whether strikes do not delay the booking of a person in `pool` at `now`: as
 * `delayedByStrikes` does. Asked in this order, few look at the strikes at all.
 */
export function notDelayed(person: string, now: string): string {
  return `(pool.intake is not null
      or ${now} >= pool.opens_at
        + least(interval '${STRIKE_DELAY / SECOND} seconds', (pool.closes_at - pool.opens_at) / 2)
      or ${weightOfStrikes(person, 'pool.centre_id', now)} < ${DELAYING_WEIGHT})`
}
