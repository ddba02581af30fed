import type { Generated } from 'kysely'
import type {
  Channel,
  ConsultationState,
  EntryAuthor,
  EntryKind,
  Outcome,
  SealedService,
  Service,
} from '@/domain/consultation/consultation'
import type { Instant, InstantOrNull, Json, JsonOrNull } from './columns'

export interface SealingSecretTable {
  purpose: 'names'
  key_version: number
  wrapped_key: Buffer
  created_at: Instant
}

export interface ConsultationSlotTable {
  centre_id: string
  pool_id: string
  person_id: string
  service: SealedService
  channels: Channel[]
}

export interface OfficeHoursTable {
  centre_id: string
  person_id: string
  service: SealedService
  month: string
  hours: Json
  published_at: Instant
}

export interface ConsultationTable {
  centre_id: string
  consultation_id: string
  person_id: string
  service: Service
  state: ConsultationState
  urgent: Generated<boolean>
  professional_id: string | null
  booking_id: string | null
  proposed_pool_id: string | null
  awaiting: 'resident' | 'professional' | null
  outcome: Outcome | null
  satisfaction: number | null
  consent_version: string | null
  created_at: Instant
  state_since: Instant
  due_at: InstantOrNull
  closed_at: InstantOrNull
  deleted_at: InstantOrNull
  key_version: number | null
  wrapped_key: Buffer | null
  sealed: Buffer | null
  plain: JsonOrNull
}

export interface ConsultationEntryTable {
  centre_id: string
  consultation_id: string
  position: number
  kind: EntryKind
  author: EntryAuthor
  at: Instant
  sealed: Buffer | null
  plain: string | null
}

export interface ConsultationAttachmentTable {
  centre_id: string
  attachment_id: string
  consultation_id: string
  kind: 'jpeg' | 'png' | 'webp' | 'pdf'
  bytes: number
  sealed_name: Buffer
  sealed: Buffer
  added_at: Instant
}

export interface ConsultationOpeningTable {
  centre_id: string
  consultation_id: string
  opening_id: string
  person_id: string
  role: 'lawyer' | 'mediator'
  what: 'consultation' | 'attachment' | 'referral'
  at: Instant
}

export interface ProfessionalMetTable {
  person_id: string
  side: 'own' | 'other'
  name_hash: Buffer
  centre_id: string
  consultation_id: string
  met_at: Instant
}

export interface ConsultationTallyTable {
  centre_id: string
  month: string
  service: SealedService
  kind: string
  outcome: string
  closed: Generated<number>
  rated: Generated<number>
  satisfaction_sum: Generated<number>
}
