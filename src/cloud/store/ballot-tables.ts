import type { Generated } from 'kysely'
import type { Instant, InstantOrLeftOut } from './columns'

export interface BallotTable {
  centre_id: string
  ballot_id: string
  announced_by: string
  announced_at: Instant
  closes_at: Instant
  number_source: string
  number_at: Instant
  last_entry: Generated<number>
  closed_at: InstantOrLeftOut
  list: Generated<string | null>
  list_hash: Generated<string | null>
  number: Generated<string | null>
  number_confirmed_at: InstantOrLeftOut
  drawn_at: InstantOrLeftOut
  results: Generated<string | null>
  people_cut_at: InstantOrLeftOut
}

export interface BallotPoolTable {
  centre_id: string
  ballot_id: string
  pool_id: string
  place: number
}

export interface BallotEntryTable {
  centre_id: string
  ballot_id: string
  number: number
  holder_id: string
  seats: number
  entered_at: Instant
  left_at: InstantOrLeftOut
  weight: Generated<number | null>
  drawn_place: Generated<number | null>
  won_pool_id: Generated<string | null>
  served_pool_id: Generated<string | null>
}

export interface BallotWishTable {
  centre_id: string
  ballot_id: string
  number: number
  place: number
  pool_id: string
}

export interface BallotAttendeeTable {
  centre_id: string
  ballot_id: string
  number: number
  person_id: string
  place: number
  live: Generated<boolean>
}

export interface BallotNumberTable {
  centre_id: string
  ballot_id: string
  person_id: string
  number: string
  entered_at: Instant
}
