import type { Facilities } from './facility'
import type { StationHours } from './station-hours'

/**
 * How many random bytes make the local key of a station: 40 bits, 8 letters. A list of thousands
 * travels to every phone and consists mostly of keys; the centre's part keeps them apart besides.
 */
export const STATION_KEY_BYTES = 5

/** A point in degrees of GCJ-02, the datum of Chinese maps and phones. */
export interface Point {
  lat: number
  lng: number
}

/** What the list on the phone knows of a rest station. Instants in milliseconds since the epoch. */
export interface StationBrief extends Point {
  stationId: string
  name: string
  address: string
  /** Which door, code or QR lets people in; null where nobody wrote it down. */
  entrance: string | null
  /** Null where nobody wrote them down. */
  hours: StationHours | null
  facilities: Facilities
  /** When somebody last found it open, and how many different people did in the week before. */
  confirmedAt: number | null
  confirmedBy: number
  /** 可能关闭 until this instant, and how many different people said so. */
  doubtUntil: number | null
  doubtedBy: number
}

/** What a person can say about a station that they stand at. */
export const REPORT_KINDS = ['closed', 'broken', 'moved', 'fine'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** How a report's matter ended, once staff looked after it. */
export const SETTLEMENTS = ['fixed', 'fine-after-all', 'will-take-time', 'gone'] as const
export type Settlement = (typeof SETTLEMENTS)[number]
