import type { Instant, Json } from './columns'

export interface TimetableClassTable {
  centre_id: string
  activity_id: string
  read: Json
  said: Json
  when_words: string | null
  position: number
  imported_at: Instant
  imported_by: string
}
