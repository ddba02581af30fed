import type { ActivityChangeKind } from '@/domain/programme/plan'
import type { Instant, Json } from './columns'

export interface ActivityChangeTable {
  centre_id: string
  activity_id: string
  number: number
  kind: ActivityChangeKind
  changed_by: string
  changed_at: Instant
  reason: string | null
  facts: Json
}

export interface ActivityCoverTable {
  centre_id: string
  cover_id: string
  activity_id: string
  jpeg: Buffer
  hung_at: Instant
}
