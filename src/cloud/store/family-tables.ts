import type { MemberKind } from '@/domain/family/member'
import type { QueueState } from '@/domain/queue/number-state'
import type { Instant, InstantOrLeftOut } from './columns'

export interface FamilyMemberTable {
  member_id: string
  holder_id: string
  person_id: string
  kind: MemberKind
  name: string | null
  birth_date: string | null
  linked: boolean
  added_at: Instant
  removed_at: InstantOrLeftOut
}

export interface GuardianConsentTable {
  member_id: string
  rules_version: string
  guardian_id: string
  consented_at: Instant
}

export interface SpokenCodeTable {
  person_id: string
  code: string
  expires_at: Instant
}

export interface SpokenCodeTryTable {
  person_id: string
  wrong: number
  since: Instant
}

export interface CalendarAddressTable {
  person_id: string
  token_hash: Buffer
  made_at: Instant
}

export interface BookingAttendeeTable {
  centre_id: string
  booking_id: string
  person_id: string
  pool_id: string
  holder_id: string
  status: 'booked' | 'cancelled'
  queue_number: number | null
  queue_state: QueueState | null
}
