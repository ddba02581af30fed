import type { ColumnType, Generated } from 'kysely'
import type { Facilities, Facility } from '@/domain/stations/facility'
import type { ReportKind, Settlement } from '@/domain/stations/station'
import type { StationHours } from '@/domain/stations/station-hours'
import type { Instant, InstantOrLeftOut } from './columns'

export interface StationListTable {
  centre_id: string
  version: number
}

export interface StationTable {
  centre_id: string
  station_id: string
  door_code: string
  name: string
  address: string
  entrance: string | null
  photo: Generated<string | null>
  photo_width: Generated<number | null>
  photo_height: Generated<number | null>
  lat: number
  lng: number
  hours: ColumnType<StationHours | null, string | null, string | null>
  facilities: ColumnType<Facilities, string, string>
  run_by: string
  phone: string | null
  source_key: Generated<string | null>
  confirmed_at: InstantOrLeftOut
  confirmed_by: Generated<number>
  doubt_until: InstantOrLeftOut
  doubted_by: Generated<number>
  version: number
  removed_at: InstantOrLeftOut
}

export interface StationTaskTable {
  centre_id: string
  task_id: string
  station_id: string
  kind: Exclude<ReportKind, 'fine'>
  facility: Facility | null
  opened_at: Instant
  settled_at: InstantOrLeftOut
  settlement: Settlement | null
  line: string | null
}

export interface StationReportTable {
  centre_id: string
  report_id: string
  station_id: string
  person_id: string
  kind: ReportKind
  facility: Facility | null
  note: string | null
  reported_at: Instant
  task_id: string | null
}
