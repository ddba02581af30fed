import type { Generated } from 'kysely'
import type { OccurrenceState } from '@/domain/calendar/programme'
import type { LessonChangeKind } from '@/domain/lessons/change'
import type { ActivityNoticeKind, NoticeKind } from '@/domain/notices/kind'
import type { Instant, InstantOrNull, Json } from './columns'

export interface LessonChangeTable {
  centre_id: string
  occurrence_id: string
  number: number
  kind: LessonChangeKind
  changed_at: Instant
  changed_by: string
  from_starts_at: Instant
  from_ends_at: Instant
  from_place: string
  from_state: OccurrenceState
  to_starts_at: InstantOrNull
  to_ends_at: InstantOrNull
  to_place: string | null
  reason: string | null
}

export interface ClassMessageTable {
  centre_id: string
  message_id: string
  activity_id: string
  pool_id: string | null
  text: string
  sent_at: Instant
  sent_by: string
  told: number
}

export interface NoticeTable {
  centre_id: string
  notice_id: string
  person_id: string
  kind: NoticeKind | ActivityNoticeKind
  booking_id: string | null
  occurrence_id: string | null
  change_number: number | null
  activity_id: Generated<string | null>
  activity_change: Generated<number | null>
  message_id: Generated<string | null>
  facts: Json
  made_at: Instant
  read_at: InstantOrNull
}
