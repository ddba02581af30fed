import type { Generated } from 'kysely'
import type { Mark, MarkMeans } from '@/domain/attendance/mark'
import type { StrikeKind, StrikeState } from '@/domain/attendance/strike'
import type { Instant, InstantOrLeftOut } from './columns'

export interface AttendanceTable {
  centre_id: string
  occurrence_id: string
  person_id: string
  booking_id: string
  mark: Mark | null
  means: MarkMeans
  marked_at: Instant
  seen_at: InstantOrLeftOut
  marked_by: string | null
  freed: Generated<boolean>
}

export interface CheckInPosterTable {
  centre_id: string
  poster_id: string
  made_at: Instant
  made_by: string
}

export interface StrikeTable {
  centre_id: string
  strike_id: string
  person_id: string
  booking_id: string
  occurrence_id: string | null
  kind: StrikeKind
  weight: number
  state: StrikeState
  struck_at: Instant
  expires_at: Instant
  contested_at: InstantOrLeftOut
  settled_at: InstantOrLeftOut
  settled_by: string | null
  reason: string | null
}
