import type { PoolClient } from 'pg'
import {
  type ConsultationState,
  type EntryAuthor,
  type EntryKind,
  KEPT_DAYS,
  type Outcome,
  type Service,
} from '@/domain/consultation/consultation'
import { ALLOWED_IN, type Action, dueAt } from '@/domain/consultation/course'
import { DAY } from '@/domain/time/instant'
import { alertPrivate } from '../alerts/write'
import type { ConsultationRow } from './row'

/** What an action makes of a consultation; what is left out stays as it is. */
export interface Step {
  state?: ConsultationState
  service?: Service
  professionalId?: string | null
  /** The seat of the time agreed now, and when that ends in ms. */
  seat?: { bookingId: string; endsAt: number } | null
  proposedPoolId?: string | null
  awaiting?: 'resident' | 'professional' | null
  outcome?: Outcome
  satisfaction?: number
  sealed?: Buffer
}

/** A line of the course as it is written down: sealed, or plain for feedback. */
export interface Line {
  kind: EntryKind
  author: EntryAuthor
  /** What `sealLine` made with the position `row.lines + 1`. */
  sealed?: Buffer | null
  plain?: string | null
}

/** What a consultation is once a step is taken: its state with the times that follow from it. */
export interface Standing {
  state: ConsultationState
  dueAt: number | null
  deletedAt: number | null
}

/** What the other side does, which the resident is told has come: that there is news, and nothing else. */
const NEWS: readonly Action[] = ['accept', 'decline', 'ask', 'propose', 'close', 'hand-over']

/**
 * Takes a step with a consultation that is held (`holdConsultation`), and writes its line down where
 * there is one. One conditional write that names the states in which the action may be taken; null,
 * with nothing written, in any other. A changed state begins now; closing and withdrawing set the
 * day of deletion.
 */
export async function takeStep(
  client: PoolClient,
  row: ConsultationRow,
  action: Action,
  step: Step,
  now: Date,
  line?: Line,
): Promise<Standing | null> {
  const next = nextOf(row, step, now.getTime())
  const { rowCount } = await client.query({
    name: 'consultations.step',
    text: STEP,
    values: [
      ...[row.centreId, row.consultationId, ALLOWED_IN[action]],
      ...[next.state, next.service, next.professionalId, next.bookingId, next.proposedPoolId],
      ...[next.awaiting, next.outcome, next.satisfaction, next.sealed],
      ...[next.stateSince, next.dueAt, next.closedAt, next.deletedAt].map(dateOrNull),
    ],
  })
  if (rowCount !== 1) return null
  if (line) await writeLine(client, row, line, now)
  if (NEWS.includes(action) && row.service !== 'feedback') {
    const { centreId, consultationId, personId } = row
    const matter = { centreId, consultationId, personId, step: `${row.lines} ${action}` }
    await alertPrivate(client, matter, now)
  }
  return next
}

function nextOf(row: ConsultationRow, step: Step, now: number) {
  const { seat, ...changed } = step
  const state = changed.state ?? row.state
  const service = changed.service ?? row.service
  const professionalId = orAsBefore(changed.professionalId, row.professionalId)
  // Somebody else who has it now has as long for it as the one before had.
  const goesOn =
    state === row.state && service === row.service && professionalId === row.professionalId
  const stateSince = goesOn ? row.stateSince : now
  const over = state === 'closed' || state === 'withdrawn'
  const meetsUntil = seat === undefined ? (row.meeting?.endsAt ?? null) : (seat?.endsAt ?? null)
  const due = { service, state, urgent: row.urgent, since: stateSince, meetsUntil }
  return {
    ...{ state, service, stateSince, dueAt: dueAt(due) },
    professionalId,
    bookingId: seat === undefined ? row.bookingId : (seat?.bookingId ?? null),
    proposedPoolId: orAsBefore(changed.proposedPoolId, row.proposedPoolId),
    awaiting: over ? null : orAsBefore(changed.awaiting, row.awaiting),
    outcome: changed.outcome ?? row.outcome,
    satisfaction: changed.satisfaction ?? row.satisfaction,
    sealed: changed.sealed ?? row.sealed,
    closedAt: over ? (row.closedAt ?? now) : null,
    deletedAt: over ? (row.deletedAt ?? now + KEPT_DAYS * DAY) : null,
  }
}

/** Writes a line of the course down, after all that are there. */
export async function writeLine(
  client: PoolClient,
  row: ConsultationRow,
  { kind, author, sealed = null, plain = null }: Line,
  now: Date,
): Promise<void> {
  const { centreId, consultationId, lines } = row
  await client.query({
    name: 'consultations.line',
    text: LINE,
    values: [centreId, consultationId, lines + 1, kind, author, now, sealed, plain],
  })
}

function orAsBefore<Value>(changed: Value | undefined, before: Value): Value {
  return changed === undefined ? before : changed
}

function dateOrNull(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant)
}

const STEP = `
update changlai.consultation
set state = $4, service = $5, professional_id = $6::uuid, booking_id = $7, proposed_pool_id = $8,
  awaiting = $9, outcome = $10, satisfaction = $11::smallint, sealed = $12::bytea,
  state_since = $13::timestamptz, due_at = $14::timestamptz, closed_at = $15::timestamptz,
  deleted_at = $16::timestamptz
where centre_id = $1 and consultation_id = $2 and state = any ($3::text[])`

const LINE = `
insert into changlai.consultation_entry
  (centre_id, consultation_id, position, kind, author, at, sealed, plain)
values ($1, $2, $3, $4, $5, $6::timestamptz, $7::bytea, $8)`
