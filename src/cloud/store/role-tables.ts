import type { Role } from '@/domain/access/role'
import type { Instant, InstantOrLeftOut, InstantOrNull, Json } from './columns'

export interface EndedRoleTable {
  centre_id: string
  person_id: string
  role: Role
  ended_at: Instant
  ended_by: string
  granted_at: InstantOrNull
  granted_by: string | null
}

export interface RoleInvitationTable {
  centre_id: string
  invitation_id: string
  role: Role
  note: string
  code_hash: Buffer
  made_by: string
  made_at: Instant
  expires_at: Instant
  accepted_by: string | null
  accepted_at: InstantOrLeftOut
  revoked_at: InstantOrLeftOut
}

export interface AuditEntryTable {
  centre_id: string
  entry_id: string
  at: Instant
  person_id: string
  role: Role
  operation: string
  target: string
  request_id: string | null
  facts: Json
}

export interface AuditOutcomeTable {
  centre_id: string
  entry_id: string
  at: Instant
  refused: string | null
}
