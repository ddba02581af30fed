import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { ConsultationState, FeedbackKind } from '@/domain/consultation/consultation'

/** What somebody said about a centre. */
export interface FeedbackText {
  kind: FeedbackKind
  text: string
  /** How to reach them; may be empty. */
  reach: string
}

/** Whether somebody may say something about a centre now. */
export interface FeedbackStanding {
  centreIsKnown: boolean
  /** How much of what this person said waits for an answer, in all centres. */
  open: number
}

/**
 * How a person's feedback stands, while no other of theirs is on its way: they take turns until the
 * transaction ends, so that nobody passes the limit by sending several at once.
 */
export async function feedbackStanding(
  client: PoolClient,
  centreId: string,
  personId: string,
): Promise<FeedbackStanding> {
  await client.query({ name: 'feedback.turn', text: TURN, values: [personId] })
  const { rows } = await client.query<FeedbackStanding>({
    name: 'feedback.standing',
    text: STANDING,
    values: [centreId, personId],
  })
  return rows[0]!
}

export async function writeFeedback(
  client: PoolClient,
  feedback: FeedbackText & { consultationId: string; personId: string; dueAt: number | null },
  now: Date,
): Promise<void> {
  const { consultationId, personId, kind, text, reach, dueAt } = feedback
  const plain = JSON.stringify({ kind, text, reach })
  const due = dueAt === null ? null : new Date(dueAt)
  await client.query({
    name: 'feedback.write',
    text: WRITE,
    values: [centreOf(consultationId), consultationId, personId, now, due, plain],
  })
}

/** Feedback as staff find it; instants in ms. */
export interface FeedbackRow extends FeedbackText {
  consultationId: string
  state: ConsultationState
  createdAt: number
  dueAt: number | null
  answer: string | null
  /** What the list is ordered by: 0 for unanswered, and when it is due; 1, and when it was answered. */
  answered: number
  orderedAt: number
}

/** What was said about a centre and not taken back: unanswered first due first, then latest answered. */
export async function feedbackOf(
  pool: Pool,
  page: {
    centreId: string
    after: [answered: number, orderedAt: number, consultationId: string] | undefined
    limit: number
  },
): Promise<FeedbackRow[]> {
  const { centreId, after = [-1, 0, ''], limit } = page
  const { rows } = await pool.query<FeedbackRow>({
    name: 'feedback.of-centre',
    text: OF_CENTRE,
    values: [centreId, after[0], after[1], after[2], limit],
  })
  return rows
}

const TURN = `
select from changlai.person where person_id = $1 for no key update`

const STANDING = `
select exists (select from changlai.centre where centre_id = $1) as "centreIsKnown",
  count(*) as open
from changlai.consultation
where person_id = $2 and service = 'feedback' and state = 'received'`

const WRITE = `
insert into changlai.consultation
  (centre_id, consultation_id, person_id, service, state, created_at, state_since, due_at, plain)
values ($1, $2, $3, 'feedback', 'received', $4::timestamptz, $4::timestamptz, $5::timestamptz,
  $6::jsonb)`

// Latest answered first is rising with the sign turned.
const OF_CENTRE = `
select * from (
  select consultation_id as "consultationId", state, created_at as "createdAt", due_at as "dueAt",
    plain ->> 'kind' as kind, plain ->> 'text' as text, plain ->> 'reach' as reach,
    (
      select entry.plain from changlai.consultation_entry as entry
      where entry.centre_id = consultation.centre_id
        and entry.consultation_id = consultation.consultation_id and entry.kind = 'answer'
      order by entry.position desc
      limit 1
    ) as answer,
    case state when 'received' then 0 else 1 end as answered,
    case state
      when 'received' then (extract(epoch from due_at) * 1000)::bigint
      else -(extract(epoch from closed_at) * 1000)::bigint
    end as "orderedAt"
  from changlai.consultation
  where centre_id = $1 and service = 'feedback' and state in ('received', 'closed')
    and plain is not null
) as feedback
where (answered, "orderedAt", "consultationId") > ($2::integer, $3::bigint, $4::text)
order by answered, "orderedAt", "consultationId"
limit $5`
