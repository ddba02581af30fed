import type { Pool } from 'pg'
import type { Verdict } from '@/domain/alerts/delivery'
import { TEMPLATE_OF } from '@/domain/alerts/purpose'
import { inTransaction } from '@/cloud/store/in-transaction'
import type { LeasedAlert } from './lease'

/**
 * Writes down what became of a try. An acceptance that the platform did not use is the person's again.
 * Where the platform says that somebody takes no more (43101), what the ledger still has of that template
 * is void too, and they may be asked anew. What was sent again after a try of which nobody knew, and was
 * taken, used a second acceptance.
 */
export async function markAlert(
  pool: Pool,
  { centreId, alertId, personId, purpose, lost }: LeasedAlert,
  verdict: Verdict,
  { now, code }: { now: Date; code: number | null },
): Promise<void> {
  const ended = verdict.state !== 'waiting'
  const why = 'why' in verdict ? verdict.why : null
  await inTransaction(pool, async (client) => {
    await client.query({
      name: 'alerts.mark',
      text: MARK,
      values: [
        ...[centreId, alertId, verdict.state, why, code, ended ? now : null],
        verdict.state === 'waiting' ? new Date(verdict.nextTryAt) : null,
        verdict.state === 'waiting' ? verdict.lost : null,
      ],
    })
    const ledger = { person: personId, template: TEMPLATE_OF[purpose], alertId }
    if ('giveBack' in verdict && verdict.giveBack) {
      await client.query({ name: 'alerts.give-back', text: GIVE_BACK, values: [personId, alertId] })
    }
    if (why === 'refused') {
      const values = [ledger.person, ledger.template, now, alertId]
      await client.query({ name: 'alerts.spend-all', text: SPEND_ALL, values })
      const answer = [ledger.person, ledger.template, now]
      await client.query({ name: 'alerts.takes-no-more', text: TAKES_NO_MORE, values: answer })
    }
    if (verdict.state === 'sent' && lost > 0 && code === 0) {
      const values = [ledger.person, ledger.template, now, alertId]
      await client.query({ name: 'alerts.spend-one', text: SPEND_ONE, values })
    }
  })
}

/** Adds to the counts of how alerts ended. */
export async function tallyAlerts(
  pool: Pool,
  counts: readonly { purpose: string; outcome: string; count: number }[],
): Promise<void> {
  if (counts.length === 0) return
  await pool.query({
    name: 'alerts.tally',
    text: TALLY,
    values: [
      counts.map(({ purpose }) => purpose),
      counts.map(({ outcome }) => outcome),
      counts.map(({ count }) => count),
    ],
  })
}

const MARK = `
update changlai.alert
set state = $3, why = $4, code = coalesce($5::integer, code), ended_at = $6::timestamptz,
  next_try_at = coalesce($7::timestamptz, next_try_at), lost = coalesce($8::integer, lost),
  leased_until = null
where centre_id = $1 and alert_id = $2::uuid and state = 'waiting'`

const GIVE_BACK = `
update changlai.alert_acceptance set used_at = null, used_by = null
where person_id = $1::uuid and used_by = $2::uuid`

const SPEND_ALL = `
update changlai.alert_acceptance set used_at = $3::timestamptz, used_by = $4::uuid
where person_id = $1::uuid and template = $2 and used_at is null and accepted_at <= $3::timestamptz`

const SPEND_ONE = `
update changlai.alert_acceptance set used_at = $3::timestamptz, used_by = $4::uuid
where (person_id, template, request_id) = (
  select person_id, template, request_id from changlai.alert_acceptance
  where person_id = $1::uuid and template = $2 and used_at is null
  order by accepted_at, request_id
  limit 1
  for update)`

const TAKES_NO_MORE = `
insert into changlai.alert_answer (person_id, template, answer, answered_at)
values ($1::uuid, $2, 'reject', $3::timestamptz)
on conflict on constraint alert_answer_pkey
  do update set answer = excluded.answer, answered_at = excluded.answered_at`

const TALLY = `
insert into changlai.alert_tally (purpose, outcome, count)
select * from unnest($1::text[], $2::text[], $3::bigint[]) as one (purpose, outcome, count)
order by purpose, outcome
on conflict on constraint alert_tally_pkey
  do update set count = alert_tally.count + excluded.count`
