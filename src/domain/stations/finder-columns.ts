import { FACILITIES, type Facility } from './facility'
import { isAlwaysOpen } from './opening'
import { onSphere } from './sphere'
import type { StationBrief } from './station'
import type { StationHours } from './station-hours'

/** What `kept` says where nobody wrote the hours down. */
export const NO_HOURS = -1

/** A list of stations as columns of numbers, each in the order of the list. */
export interface FinderColumns {
  /** The point on the unit sphere. */
  xs: Float64Array
  ys: Float64Array
  zs: Float64Array
  /** One bit for each facility that is there and not known broken, in the order of FACILITIES. */
  masks: Int32Array
  /** Until when the station is doubted, in milliseconds since the epoch; 0 where it is not. */
  doubts: Float64Array
  /** Which of the different `hours` it keeps, or NO_HOURS. */
  kept: Int32Array
  /** The different hours of the list, and whether each is round the clock. */
  hours: StationHours[]
  always: boolean[]
}

/** One bit for each of some facilities. */
export function maskOf(facilities: readonly Facility[]): number {
  return facilities.reduce((mask, facility) => mask | (1 << FACILITIES.indexOf(facility)), 0)
}

/** The different hours of the list, and which of them each station keeps. */
function tellHoursApart(stations: readonly StationBrief[]): Pick<FinderColumns, 'hours' | 'kept'> {
  const hours: StationHours[] = []
  const numbers = new Map<string, number>()
  // An unpacked list shares its hours: most need not be written out to be compared.
  const seen = new Map<StationHours, number>()
  const numberOf = (own: StationHours) => {
    const text = JSON.stringify(own)
    const number = numbers.get(text) ?? hours.push(own) - 1
    numbers.set(text, number)
    seen.set(own, number)
    return number
  }
  const kept = Int32Array.from(stations, (station) =>
    station.hours ? (seen.get(station.hours) ?? numberOf(station.hours)) : NO_HOURS,
  )
  return { hours, kept }
}

export function columnsOf(stations: readonly StationBrief[]): FinderColumns {
  const points = stations.map(onSphere)
  const { hours, kept } = tellHoursApart(stations)
  return {
    xs: Float64Array.from(points, ([x]) => x),
    ys: Float64Array.from(points, ([, y]) => y),
    zs: Float64Array.from(points, ([, , z]) => z),
    masks: Int32Array.from(stations, ({ facilities }) =>
      maskOf(FACILITIES.filter((one) => (facilities[one] ?? 'broken') !== 'broken')),
    ),
    doubts: Float64Array.from(stations, ({ doubtUntil }) => doubtUntil ?? 0),
    hours,
    kept,
    always: hours.map(isAlwaysOpen),
  }
}
