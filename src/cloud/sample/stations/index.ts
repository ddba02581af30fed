import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Dependencies } from '@/cloud/handler'
import { type Facilities, FACILITIES } from '@/domain/stations/facility'
import { stationOpening } from '@/domain/stations/opening'
import { sceneCode } from '@/domain/access/scene-code'
import type { Point } from '@/domain/stations/station'
import { DAY, HOUR, MINUTE } from '@/domain/time/instant'
import { holidaysAround } from '@/cloud/operations/stations/station'
import { inTransaction } from '@/cloud/store/in-transaction'
import { writeNeighbours } from '@/cloud/store/queries/sample'
import { writeSampleStation } from '@/cloud/store/queries/sample-stations'
import { judge } from '@/cloud/store/queries/stations/judge'
import { lockStation } from '@/cloud/store/queries/stations/lock'
import { addReport } from '@/cloud/store/queries/stations/words'
import type { SampleCentre } from '../programme/centres'
import { fangjiStations } from './fangji'
import { nongyeStations } from './nongye'
import type { SampleStation, SampleWord } from './sample-station'
import { tongfuStations } from './tongfu'

export const SAMPLE_STATIONS: Readonly<Record<string, readonly SampleStation[]>> = {
  nongye: nongyeStations,
  tongfu: tongfuStations,
  fangji: fangjiStations,
}

/** Plainly invented people who cannot sign in and who found the stations as they did. */
const RIDERS = 12
const METRES_A_DEGREE = 111_195

/**
 * Writes the sample stations of a centre that are not there yet, each with what people lately said
 * of it, counted back from now. One that somebody removed stays removed.
 */
export async function seedStations(
  dependencies: Dependencies,
  centre: SampleCentre,
): Promise<void> {
  const { store, clock } = dependencies
  const nicknames = Array.from({ length: RIDERS }, (_, index) => `示例骑手 ${index + 1}`)
  const riders = await writeNeighbours(store.db, centre.centreId, nicknames, null)
  for (const station of SAMPLE_STATIONS[centre.centreId] ?? []) {
    await inTransaction(store.pool, (client) =>
      seedStation(client, { station, centre, riders, now: clock.now().getTime() }),
    )
  }
}

async function seedStation(
  client: PoolClient,
  sample: { station: SampleStation; centre: SampleCentre; riders: string[]; now: number },
): Promise<void> {
  const { station, centre, riders, now } = sample
  const stationId = `${centre.centreId}.${station.key}`
  const isNew = await writeSampleStation(client, {
    ...station,
    stationId,
    doorCode: sceneCode(createHash('sha256').update(`sample ${stationId}`).digest()),
    ...pointFrom(centre, station.from),
    facilities: statesOf(station),
  })
  if (!isNew) return
  const said = (station.words ?? [])
    .map((word) => ({ word, at: whenSaid(station, word, now) }))
    .sort((a, b) => a.at - b.at)
  for (const [index, { word, at }] of said.entries()) {
    const held = await lockStation(client, stationId)
    const { kind, facility = null, note = null } = word
    const report = { kind, facility, note, personId: riders[index % riders.length]! }
    const reportId = `${stationId}-${index + 1}`
    await addReport(client, held!, { ...report, reportId }, new Date(at))
    await judge(client, held!, new Date(at))
  }
}

/** The point some metres from a centre, to six decimals of a degree. */
function pointFrom({ lat, lng }: Point, { north, east }: SampleStation['from']): Point {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return {
    lat: rounded(lat + north / METRES_A_DEGREE),
    lng: rounded(lng + east / METRES_A_DEGREE / shrink),
  }
}

function statesOf({ facilities, broken = [] }: SampleStation): Facilities {
  const states: Facilities = {}
  for (const facility of FACILITIES) {
    if (facilities.includes(facility)) {
      states[facility] = broken.includes(facility) ? 'broken' : 'working'
    }
  }
  return states
}

/** When a word was said. Nobody finds a station open while its hours say that it is closed. */
function whenSaid({ hours }: SampleStation, { kind, minutesAgo }: SampleWord, now: number): number {
  const wanted = now - minutesAgo * MINUTE
  if (hours === null || kind !== 'fine') return wanted
  for (let at = wanted; at > wanted - 4 * DAY; at -= HOUR / 2) {
    if (stationOpening(hours, at, holidaysAround(at)).open) return at
  }
  return wanted
}
