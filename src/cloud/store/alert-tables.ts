import type { Generated } from 'kysely'
import type { EndedWhy } from '@/domain/alerts/delivery'
import type { AlertAnswer, Purpose, TemplateName } from '@/domain/alerts/purpose'
import type { Instant, InstantOrLeftOut, Json } from './columns'

export interface AlertAcceptanceTable {
  person_id: string
  template: TemplateName
  request_id: string
  accepted_at: Instant
  used_at: InstantOrLeftOut
  used_by: Generated<string | null>
}

export interface AlertAnswerTable {
  person_id: string
  template: TemplateName
  answer: AlertAnswer
  answered_at: Instant
}

export interface AlertTable {
  centre_id: string
  alert_id: Generated<string>
  person_id: string
  purpose: Purpose
  about: string
  turn: Generated<string>
  made_at: Instant
  until: InstantOrLeftOut
  state: Generated<'waiting' | 'sent' | 'dropped' | 'failed'>
  why: Generated<EndedWhy | null>
  tries: Generated<number>
  lost: Generated<number>
  next_try_at: Instant
  leased_until: InstantOrLeftOut
  acceptance: Generated<string | null>
  code: Generated<number | null>
  ended_at: InstantOrLeftOut
}

export interface AlertTallyTable {
  purpose: Purpose
  outcome: 'sent' | EndedWhy
  count: number
}

export interface DeliveredAlertTable {
  person_id: string
  alert_id: string
  template: TemplateName
  fields: Json
  delivered_at: Instant
}

export interface JobTable {
  name: string
  lease: string | null
  leased_until: InstantOrLeftOut
  begun_at: InstantOrLeftOut
  ended_at: InstantOrLeftOut
  succeeded_at: InstantOrLeftOut
  took_ms: number | null
  last_count: number | null
  failures_in_row: Generated<number>
  runs_done: Generated<number>
  runs_failed: Generated<number>
  runs_lost: Generated<number>
  rows_done: Generated<number>
}
