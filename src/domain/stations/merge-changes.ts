import type { StationBrief } from './station'

/** What changed in a list since a version of it. */
export interface StationChange {
  /** New stations and changed ones, whole. */
  stations: readonly StationBrief[]
  /** The ids of stations that are no more. */
  removed: readonly string[]
}

/**
 * A list after a change: what changed keeps its place, what is new comes last. Applying the same
 * change again changes nothing.
 */
export function mergeChanges(have: readonly StationBrief[], change: StationChange): StationBrief[] {
  const merged = new Map(have.map((station) => [station.stationId, station]))
  for (const stationId of change.removed) merged.delete(stationId)
  for (const station of change.stations) merged.set(station.stationId, station)
  return [...merged.values()]
}
