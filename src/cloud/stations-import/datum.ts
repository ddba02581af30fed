import gcoord from 'gcoord'
import { DATUMS, type Datum } from '@/domain/stations/datum'
import { distanceBetween } from '@/domain/stations/distance'
import type { Point } from '@/domain/stations/station'

const NAMED: [Datum, RegExp][] = [
  ['BD-09', /BD-?09|百度/i],
  ['GCJ-02', /GCJ-?02|火星坐标|高德|腾讯/i],
  ['WGS-84', /WGS-?(19)?84|GPS坐标|CGCS-?2000|大地坐标|天地图/i],
]

/** The datum that a text names, as 经度(WGS84) or 百度坐标 do; null where it names none. */
export function datumIn(text: string): Datum | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return NAMED.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** A datum as an operator writes it: GCJ-02, gcj02, WGS84… */
export function datumOf(text: string): Datum | null {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return DATUMS.find((datum) => datum.replace('-', '') === plain) ?? null
}

const CRS = {
  'GCJ-02': gcoord.GCJ02,
  'WGS-84': gcoord.WGS84,
  'BD-09': gcoord.BD09,
} as const

/** A point of some datum in degrees of GCJ-02, to the sixth decimal (0.1 m). */
export function toGcj02({ lat, lng }: Point, datum: Datum): Point {
  const [east, north] = gcoord.transform([lng, lat], CRS[datum], gcoord.GCJ02)
  return { lat: Math.round(north * 1e6) / 1e6, lng: Math.round(east * 1e6) / 1e6 }
}

/** What a list's datum most likely is, with how far its stations lie from known ones under each. */
export interface DatumGuess {
  datum: Datum
  /** Median metres under each datum. */
  medians: Record<Datum, number>
  /** `same-name`: measured to the stations of the same names; `nearest`: to whatever is nearest. */
  basis: 'same-name' | 'nearest'
  /** How many points were measured. */
  measured: number
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.floor(ordered.length / 2)] ?? 0
}

/**
 * Guesses the datum of points by the median distance to known places under each: those of the same
 * name where there are any, else the nearest. Null without points. A guess is to be asked, never used.
 */
export function guessDatum(
  points: readonly { nameKey: string; point: Point }[],
  known: readonly { nameKey: string | null; point: Point }[],
): DatumGuess | null {
  const byName = new Map(known.map((one) => [one.nameKey, one.point]))
  const named = points.filter(({ nameKey }) => byName.has(nameKey))
  const basis = named.length > 0 ? 'same-name' : 'nearest'
  const measured = basis === 'same-name' ? named : points.slice(0, 500)
  if (measured.length === 0 || known.length === 0) return null
  const medianUnder = (datum: Datum) =>
    median(
      measured.map(({ nameKey, point }) => {
        const here = toGcj02(point, datum)
        if (basis === 'same-name') return distanceBetween(here, byName.get(nameKey)!)
        return known.reduce(
          (least, to) => Math.min(least, distanceBetween(here, to.point)),
          Infinity,
        )
      }),
    )
  const medians = {
    'GCJ-02': medianUnder('GCJ-02'),
    'WGS-84': medianUnder('WGS-84'),
    'BD-09': medianUnder('BD-09'),
  }
  const datum = DATUMS.reduce((best, one) => (medians[one] < medians[best] ? one : best))
  return { datum, medians, basis, measured: measured.length }
}
