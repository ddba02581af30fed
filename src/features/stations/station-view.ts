import type { Output } from '@/contract'
import type { Facilities } from '@/domain/stations/facility'
import { hoursInWords } from '@/domain/stations/hours-in-words'
import type { StationBrief } from '@/domain/stations/station'
import { parseInstant } from '@/domain/time/instant'

export type Station = Output<'stations.get'>

/** What the page of a station is drawn from: the list on the phone is enough to begin with. */
export interface StationView {
  brief: StationBrief
  /** What the list does not hold; null until the server has said it once. */
  full: Station | null
  hours: string
}

/** What the list would hold of a station. */
export function briefOf(station: Station): StationBrief {
  const { stationId, name, address, entrance, hours, location, lastConfirmed, doubt } = station
  const facilities: Facilities = {}
  for (const { facility, state } of station.facilities) facilities[facility] = state
  return {
    ...{ stationId, name, address, entrance, hours, facilities },
    ...{ lat: location.lat, lng: location.lng },
    confirmedAt: lastConfirmed && parseInstant(lastConfirmed.at),
    confirmedBy: lastConfirmed?.by ?? 0,
    doubtUntil: doubt && parseInstant(doubt.until),
    doubtedBy: doubt?.by ?? 0,
  }
}

/**
 * What is known of a station: the server's answer, else the list's entry, else a copy of an earlier
 * answer; null while nothing is.
 */
export function viewOf(
  answer: { value: Station | null; copied: boolean },
  listed: StationBrief | null,
): StationView | null {
  const { value: full, copied } = answer
  const brief = full && !(copied && listed) ? briefOf(full) : listed
  if (!brief) return null
  const hours = brief.hours ? hoursInWords(brief.hours) : '开放时间不详'
  return { brief, full, hours: full?.hoursInWords ?? hours }
}
