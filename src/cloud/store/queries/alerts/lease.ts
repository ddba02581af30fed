import type { Pool } from 'pg'
import { type Purpose, TEMPLATE_OF } from '@/domain/alerts/purpose'
import { SECOND } from '@/domain/time/instant'
import { inTransaction } from '@/cloud/store/in-transaction'

/** Longer than the slowest answer of the platform that we wait for, and what comes before and after it. */
const LEASED_FOR = 60 * SECOND

/** An alert that this host sends now, and nobody else until the lease runs out. Instants in milliseconds. */
export interface LeasedAlert {
  centreId: string
  alertId: string
  personId: string
  purpose: Purpose
  about: string
  until: number | null
  /** How often it was begun, this time included. */
  tries: number
  /** Tries of which nobody knows whether they arrived: 0 or 1. */
  lost: number
  /** Whether that is so of more than one: it must not be sent again. */
  lostAgain: boolean
  /** Whether a message that the person accepted stands behind it. */
  accepted: boolean
}

/**
 * Takes at most `most` alerts that are due, and an acceptance for each that has none: all in one
 * transaction that is over before anything is sent. Whatever a host that was lost had taken is taken
 * again when its lease runs out.
 */
export function leaseAlerts(pool: Pool, now: Date, most: number): Promise<LeasedAlert[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<LeasedAlert>({
      name: 'alerts.lease',
      text: LEASE,
      values: [now, most, new Date(now.getTime() + LEASED_FOR)],
    })
    const bare = rows.filter(({ accepted }) => !accepted)
    if (bare.length === 0) return rows
    const taken = await client.query<{ alertId: string }>({
      name: 'alerts.take-acceptances',
      text: TAKE_ACCEPTANCES,
      values: [
        bare.map(({ centreId }) => centreId),
        bare.map(({ alertId }) => alertId),
        bare.map(({ personId }) => personId),
        bare.map(({ purpose }) => TEMPLATE_OF[purpose]),
        now,
      ],
    })
    const found = new Set(taken.rows.map(({ alertId }) => alertId))
    return rows.map((row) => ({ ...row, accepted: row.accepted || found.has(row.alertId) }))
  })
}

const LEASE = `
with due as (
  select centre_id, alert_id, leased_until is not null as was_lost, lost
  from changlai.alert
  where state = 'waiting' and next_try_at <= $1::timestamptz
    and (leased_until is null or leased_until <= $1::timestamptz)
  order by next_try_at
  limit $2::integer
  for update skip locked
)
update changlai.alert as alert
set leased_until = $3::timestamptz,
  tries = alert.tries + 1,
  lost = case when due.was_lost then 1 else alert.lost end
from due
where alert.centre_id = due.centre_id and alert.alert_id = due.alert_id
returning alert.centre_id as "centreId", alert.alert_id as "alertId", alert.person_id as "personId",
  alert.purpose, alert.about, alert.until, alert.tries, alert.lost,
  due.was_lost and due.lost = 1 as "lostAgain", alert.acceptance is not null as accepted`

// Whoever wants the same person's waits, and then sees what is left. Everybody takes them in one order.
const TAKE_ACCEPTANCES = `
with wanted as (
  select *, row_number() over (partition by person_id, template order by place) as turn
  from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality
    as wanted (centre_id, alert_id, person_id, template, place)
), free as materialized (
  select person_id, template, request_id, accepted_at
  from changlai.alert_acceptance
  where used_at is null and (person_id, template) in (select person_id, template from wanted)
  order by person_id, template, accepted_at, request_id
  for update
), in_turn as (
  select *, row_number() over (
    partition by person_id, template order by accepted_at, request_id) as turn
  from free
), used as (
  update changlai.alert_acceptance as acceptance
  set used_at = $5::timestamptz, used_by = wanted.alert_id
  from wanted
  join in_turn
    on in_turn.person_id = wanted.person_id and in_turn.template = wanted.template
    and in_turn.turn = wanted.turn
  where acceptance.person_id = in_turn.person_id and acceptance.template = in_turn.template
    and acceptance.request_id = in_turn.request_id
  returning wanted.centre_id, wanted.alert_id, acceptance.request_id
)
update changlai.alert as alert
set acceptance = used.request_id
from used
where alert.centre_id = used.centre_id and alert.alert_id = used.alert_id
returning alert.alert_id as "alertId"`
