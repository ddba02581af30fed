import type { Pool, PoolClient } from 'pg'
import { type AlertAnswer, MOST_ACCEPTANCES, type TemplateName } from '@/domain/alerts/purpose'

/** How it stands with a person and a template. */
export interface TemplateStanding {
  template: TemplateName
  /** How many messages they accepted that are not used. */
  left: number
  /** What they said last; null where they were not asked. */
  answer: AlertAnswer | null
}

/** How it stands with a person and each template that they were ever asked for. */
export async function standingsOf(
  client: Pool | PoolClient,
  personId: string,
): Promise<TemplateStanding[]> {
  const { rows } = await client.query<TemplateStanding>({
    name: 'alerts.standings',
    text: STANDINGS,
    values: [personId],
  })
  return rows
}

/**
 * Writes down what somebody said by one tap: an acceptance for each template that they accepted, once,
 * while they have fewer than 20 of it, and the answer as the last one.
 */
export async function writeAnswers(
  client: PoolClient,
  { personId, requestId }: { personId: string; requestId: string },
  answers: readonly { template: TemplateName; answer: AlertAnswer }[],
  now: Date,
): Promise<void> {
  await client.query({
    name: 'alerts.write-answers',
    text: WRITE_ANSWERS,
    values: [
      ...[personId, requestId, now, MOST_ACCEPTANCES],
      answers.map(({ template }) => template),
      answers.map(({ answer }) => answer),
    ],
  })
}

const STANDINGS = `
select said.template, said.answer, (
    select count(*) from changlai.alert_acceptance as acceptance
    where acceptance.person_id = said.person_id and acceptance.template = said.template
      and acceptance.used_at is null) as left
from changlai.alert_answer as said
where said.person_id = $1::uuid
order by said.template`

const WRITE_ANSWERS = `
with said as (
  select * from unnest($5::text[], $6::text[]) as said (template, answer)
), accepted as (
  insert into changlai.alert_acceptance (person_id, template, request_id, accepted_at)
  select $1::uuid, said.template, $2, $3::timestamptz
  from said
  where said.answer = 'accept' and $4::integer > (
    select count(*) from changlai.alert_acceptance as acceptance
    where acceptance.person_id = $1::uuid and acceptance.template = said.template
      and acceptance.used_at is null)
  on conflict on constraint alert_acceptance_pkey do nothing
)
insert into changlai.alert_answer (person_id, template, answer, answered_at)
select $1::uuid, said.template, said.answer, $3::timestamptz from said
on conflict on constraint alert_answer_pkey
  do update set answer = excluded.answer, answered_at = excluded.answered_at`
