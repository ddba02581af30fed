import type { Generated } from 'kysely'
import type { EntryState } from '@/domain/waitlist/entry-state'
import type { Instant, InstantOrLeftOut } from './columns'

export interface WaitlistEntryTable {
  centre_id: string
  entry_id: string
  pool_id: string
  holder_id: string
  state: EntryState
  seats: number
  turn: number
  joined_at: Instant
  joined_position: number | null
  passed_over: Generated<number>
  saved: Generated<number>
  saved_until: InstantOrLeftOut
  offered_at: InstantOrLeftOut
  offer_until: InstantOrLeftOut
  ended_at: InstantOrLeftOut
  booking_id: Generated<string | null>
  ballot_id: Generated<string | null>
  ballot_number: Generated<number | null>
}

export interface WaitlistAttendeeTable {
  centre_id: string
  entry_id: string
  person_id: string
  pool_id: string
  place: number
  live: boolean
}

export interface WaitlistMoveTable {
  centre_id: string
  entry_id: string
  moved_at: Instant
  pool_id: string
  moved_by: string
  from_position: number
  reason: string
}

export interface WaitlistOutcomeTable {
  centre_id: string
  pool_id: string
  from_position: number
  activity_id: string
  waited: number
  offered: number
}
