import { deflateRawSync } from 'node:zlib'
import { packStations } from '@/domain/stations/packed-list'
import type { StationBrief } from '@/domain/stations/station'
import type { Caller } from '@/gateway/call/caller'
import type { Output } from '@/gateway/call/wire'

export const station = (stationId: string, name: string): StationBrief => ({
  stationId,
  name,
  address: `中原区工人路 ${name.length} 号`,
  entrance: null,
  lat: Number((34.7 + scatter(stationId)).toFixed(6)),
  lng: Number((113.6 + scatter(name)).toFixed(6)),
  hours: null,
  facilities: { water: 'working' },
  confirmedAt: null,
  confirmedBy: 0,
  doubtUntil: null,
  doubtedBy: 0,
})

/** Up to 0.09 degrees, to six decimals; far apart for texts that are alike. */
function scatter(text: string): number {
  const sum = text.split('').reduce((all, unit) => (all * 31 + unit.charCodeAt(0)) % 90_001, 7)
  return ((sum * 7_919) % 90_001) / 1_000_000
}

/** As the cloud layer sends a list. */
export const packed = (stations: StationBrief[]): string =>
  deflateRawSync(packStations(stations)).toString('base64')

interface Row {
  station: StationBrief
  centreId: string
  version: number
  removed: boolean
}

/** The list as the server has it: every change of a centre's list takes its next number. */
export class Server {
  readonly rows = new Map<string, Row>()
  readonly versions: Record<string, number> = {}
  /** What was asked for: the versions the phone had, and which page. */
  readonly asked: { have: Record<string, number>; after: string | null }[] = []
  /** Happens after each page that is given. */
  afterPage: () => void = () => undefined
  /** What becomes of an answer on its way; null is the answer as it is. */
  fault: () => 'lost' | 'garbled' | null = () => null
  holidays: Record<string, 'rest' | 'work'> = {}

  constructor(private readonly pageSize = 2) {}

  put(centreId: string, key: string, name: string): void {
    const stationId = `${centreId}.${key}`
    const version = this.nextOf(centreId)
    const row = { station: station(stationId, name), centreId, version, removed: false }
    this.rows.set(stationId, row)
  }

  remove(centreId: string, key: string): void {
    const row = this.rows.get(`${centreId}.${key}`)
    if (row) Object.assign(row, { removed: true, version: this.nextOf(centreId) })
  }

  private nextOf(centreId: string): number {
    return (this.versions[centreId] = (this.versions[centreId] ?? 0) + 1)
  }

  /** What a phone should have, by id. */
  list(): StationBrief[] {
    const there = [...this.rows.values()].filter(({ removed }) => !removed)
    return byId(there.map((row) => row.station))
  }

  /** Centre by centre and change by change; a page names the versions of the centres it completes. */
  readonly call = (async (_operation: string, input: unknown) => {
    const { have = {}, after } = input as { have?: Record<string, number>; after?: string }
    await Promise.resolve()
    this.asked.push({ have, after: after ?? null })
    const fault = this.fault()
    if (fault === 'lost') {
      return { ok: false, code: 'UNREACHABLE', facts: { offline: false, sent: true }, traceId: '' }
    }
    const reached = (one: string) => {
      const had = have[one] ?? 0
      return had > (this.versions[one] ?? 0) ? 0 : had
    }
    const newer = [...this.rows.values()]
      .filter(({ centreId, version }) => version > reached(centreId))
      .filter(({ centreId, removed }) => !removed || centreId in have || after !== undefined)
      .filter((row) => after === undefined || placeOf(row) > after)
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    const page = newer.slice(0, this.pageSize)
    const last = newer.length > page.length ? page[page.length - 1]! : null
    const complete = Object.entries(this.versions).filter(
      ([centreId]) =>
        (after === undefined || centreId >= after.slice(0, 1)) &&
        (last === null || centreId < last.centreId),
    )
    const text = packed(page.filter(({ removed }) => !removed).map((row) => row.station))
    const value: Output<'stations.changes'> = {
      now: '2026-11-26T02:00:00+08:00',
      packed: fault === 'garbled' ? text.slice(0, -4) : text,
      removed: page.filter(({ removed }) => removed).map((row) => row.station.stationId),
      versions: Object.fromEntries(complete),
      ahead: Object.keys(have).filter((one) => have[one]! > (this.versions[one] ?? 0)),
      holidays: this.holidays,
      after: last && placeOf(last),
    }
    this.afterPage()
    return { ok: true, value }
  }) as Caller['call']
}

/** Where a row stands in the order of pages; centres have one letter. */
const placeOf = ({ centreId, version }: Row): string => centreId + String(version).padStart(6, '0')

export const byId = (stations: readonly StationBrief[]): StationBrief[] =>
  [...stations].sort((a, b) => (a.stationId < b.stationId ? -1 : 1))
