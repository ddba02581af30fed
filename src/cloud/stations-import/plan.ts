import { distanceBetween } from '@/domain/stations/distance'
import type { Facilities } from '@/domain/stations/facility'
import { normalHours } from '@/domain/stations/hours-normal-form'
import type { Point } from '@/domain/stations/station'
import type { StationHours } from '@/domain/stations/station-hours'
import type { Draft } from './drafts'
import { plainKey, sourceKey } from './identity'

/** A station of the centre as the table has it, removed ones too. */
export interface KnownStation extends Point {
  stationId: string
  sourceKey: string | null
  name: string
  address: string
  entrance: string | null
  hours: StationHours | null
  facilities: Facilities
  runBy: string
  phone: string | null
  removed: boolean
}

/** What of a station a list can change. */
export const CHANGEABLE = [
  'name',
  'address',
  'point',
  'entrance',
  'hours',
  'facilities',
  'runBy',
  'phone',
] as const
export type Changeable = (typeof CHANGEABLE)[number]

export type StationContent = Omit<KnownStation, 'stationId' | 'removed' | 'sourceKey'> & {
  sourceKey: string
}

export interface Plan {
  added: { draft: Draft; content: StationContent }[]
  changed: { draft: Draft; known: KnownStation; fields: Changeable[]; content: StationContent }[]
  same: { draft: Draft; known: KnownStation }[]
  /** In the list, but taken off ours before. */
  takenOff: { draft: Draft; known: KnownStation; content: StationContent }[]
  /** Ours, but not in the list. */
  missing: KnownStation[]
}

/** A station of the same name no further away than this is the same, whatever its address says. */
export const NEAR_METRES = 60

/** Pairs each draft with the station that it is, each station at most once. */
function match(drafts: readonly Draft[], known: readonly KnownStation[]) {
  const matched = new Map<Draft, KnownStation>()
  const free = new Set(known)
  const pair = (draft: Draft, station: KnownStation | undefined) => {
    if (!station || !free.has(station)) return
    matched.set(draft, station)
    free.delete(station)
  }
  // Those that stand on our list before those that were taken off it.
  const ordered = [...known].sort((a, b) => Number(b.removed) - Number(a.removed))
  const byKey = new Map(ordered.map((one) => [sourceKey(one.name, one.address), one]))
  const bySource = new Map(ordered.map((one) => [one.sourceKey, one]))
  for (const draft of drafts) pair(draft, bySource.get(draft.sourceKey))
  for (const draft of drafts) if (!matched.has(draft)) pair(draft, byKey.get(draft.sourceKey))
  const byName = new Map<string, KnownStation[]>()
  for (const station of free) {
    const key = plainKey(station.name)
    byName.set(key, [...(byName.get(key) ?? []), station])
  }
  for (const draft of drafts) {
    if (matched.has(draft)) continue
    const near = (byName.get(plainKey(draft.name)) ?? [])
      .filter((station) => free.has(station))
      .map((station) => ({ station, metres: distanceBetween(draft.point, station) }))
      .filter(({ metres }) => metres < NEAR_METRES)
      .sort((a, b) => Number(a.station.removed) - Number(b.station.removed) || a.metres - b.metres)
    pair(draft, near[0]?.station)
  }
  return { matched, free }
}

/** What the station will be: what the list does not say stays, and so does how a facility stands. */
function contentOf(draft: Draft, known: KnownStation | undefined): StationContent {
  const facilities =
    draft.facilities === null
      ? (known?.facilities ?? {})
      : Object.fromEntries(
          draft.facilities.map((one) => [one, known?.facilities[one] ?? ('working' as const)]),
        )
  return {
    sourceKey: draft.sourceKey,
    name: draft.name,
    address: draft.address,
    ...draft.point,
    entrance: draft.entrance ?? known?.entrance ?? null,
    hours: draft.hours ?? known?.hours ?? null,
    facilities,
    runBy: draft.runBy ?? known?.runBy ?? '',
    phone: draft.phone ?? known?.phone ?? null,
  }
}

function changedFields(known: KnownStation, content: StationContent): Changeable[] {
  const hours = (one: StationHours | null) => JSON.stringify(one && normalHours(one))
  const names = (one: Facilities) => Object.keys(one).sort().join()
  const differs: Record<Changeable, boolean> = {
    name: known.name !== content.name,
    address: known.address !== content.address,
    // Less than a metre is how the numbers were rounded.
    point: distanceBetween(known, content) >= 1,
    entrance: known.entrance !== content.entrance,
    hours: hours(known.hours) !== hours(content.hours),
    facilities: names(known.facilities) !== names(content.facilities),
    runBy: known.runBy !== content.runBy,
    phone: known.phone !== content.phone,
  }
  return CHANGEABLE.filter((field) => differs[field])
}

/** What a list means for a centre's stations: what is new, changed, the same, taken off, missing. */
export function makePlan(drafts: readonly Draft[], known: readonly KnownStation[]): Plan {
  const plan: Plan = { added: [], changed: [], same: [], takenOff: [], missing: [] }
  const { matched, free } = match(drafts, known)
  for (const draft of drafts) {
    const station = matched.get(draft)
    const content = contentOf(draft, station)
    if (!station) plan.added.push({ draft, content })
    else if (station.removed) plan.takenOff.push({ draft, known: station, content })
    else {
      const fields = changedFields(station, content)
      if (fields.length === 0) plan.same.push({ draft, known: station })
      else plan.changed.push({ draft, known: station, fields, content })
    }
  }
  plan.missing = [...free].filter(({ removed }) => !removed)
  return plan
}
