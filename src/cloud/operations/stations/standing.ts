import type { Output } from '@/contract'
import { FACILITIES, type Facilities } from '@/domain/stations/facility'
import { toInstantText } from '@/domain/time/instant'

type Station = Output<'stations.get'>
export type Standing = Pick<Station, 'facilities' | 'lastConfirmed' | 'doubt'>

/** What reports made of a station, as the wire has it; a doubt that has lapsed at `now` is none. */
export function standingOf(
  station: {
    facilities: Facilities
    confirmedAt: number | null
    confirmedBy: number
    doubtUntil: number | null
    doubtedBy: number
  },
  now: number,
): Standing {
  const { facilities, confirmedAt, confirmedBy, doubtUntil, doubtedBy } = station
  return {
    facilities: FACILITIES.flatMap((facility) => {
      const state = facilities[facility]
      return state === undefined ? [] : [{ facility, state }]
    }),
    lastConfirmed:
      confirmedAt === null ? null : { at: toInstantText(confirmedAt), by: confirmedBy },
    doubt:
      doubtUntil === null || doubtUntil <= now
        ? null
        : { until: toInstantText(doubtUntil), by: doubtedBy },
  }
}
