import type { Insertable } from 'kysely'
import type { Store } from '../../../src/cloud/store'
import { inTransaction } from '../../../src/cloud/store/in-transaction'
import { nextVersion } from '../../../src/cloud/store/queries/stations/next-version'
import type { StationTable, StationTaskTable } from '../../../src/cloud/store/station-tables'
import type { Facilities } from '../../../src/domain/stations/facility'
import { sceneCode } from '../../../src/domain/access/scene-code'
import type { StationHours, TimeSpan } from '../../../src/domain/stations/station-hours'
import { createHash } from 'node:crypto'
import { NOW } from './programme'

let made = 0

/** Hours of every day of the week. */
export function everyDay(opens: string, closes: string): StationHours {
  return {
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens, closes }],
    publicHolidays: null,
    special: [],
  }
}

/** Hours of Monday to Friday, closed on public days off or open for these spans. */
export function onWeekdays(
  opens: string,
  closes: string,
  publicHolidays: TimeSpan[] = [],
): StationHours {
  return { weekly: [{ days: [1, 2, 3, 4, 5], opens, closes }], publicHolidays, special: [] }
}

export const ROUND_THE_CLOCK = everyDay('00:00', '24:00')

export type StationWish = Partial<
  Omit<Insertable<StationTable>, 'hours' | 'facilities' | 'centre_id' | 'version'>
> & { hours?: StationHours | null; facilities?: Facilities }

/** A station of a centre, open round the clock with a charger and water; gives its key. */
export async function aStation(
  store: Store,
  centreId: string,
  { hours = ROUND_THE_CLOCK, facilities, ...columns }: StationWish = {},
): Promise<string> {
  made += 1
  const stationId = columns.station_id ?? `${centreId}.station${made}`
  await inTransaction(store.pool, async (client) => {
    const row: Record<string, unknown> = {
      centre_id: centreId,
      station_id: stationId,
      door_code: sceneCode(createHash('sha256').update(stationId).digest()),
      name: `示例驿站 ${made}`,
      address: '示例路（示例门牌）',
      entrance: '东门进',
      photo: null,
      lat: 34.75,
      lng: 113.61,
      run_by: '示例工会',
      phone: '0371-00000000',
      ...columns,
      hours: hours && JSON.stringify(hours),
      facilities: JSON.stringify(facilities ?? { charging: 'working', water: 'working' }),
      version: await nextVersion(client, centreId),
    }
    const names = Object.keys(row)
    await client.query(
      `insert into changlai.station (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()})`,
      Object.values(row),
    )
  })
  return stationId
}

/** Changes columns of a station as whoever changes it does: with the next number of its list. */
export async function changeStation(
  store: Store,
  stationId: string,
  change: Partial<Record<keyof StationTable, unknown>>,
): Promise<void> {
  const centreId = stationId.split('.')[0]!
  await inTransaction(store.pool, async (client) => {
    await client.query('select from changlai.station where station_id = $1 for update', [stationId])
    const row = { ...change, version: await nextVersion(client, centreId) }
    const sets = Object.keys(row).map((name, at) => `${name} = $${at + 2}`)
    await client.query(`update changlai.station set ${sets.join()} where station_id = $1`, [
      stationId,
      ...Object.values(row),
    ])
  })
}

/** What the table says of a station. */
export async function stationRow(store: Store, stationId: string) {
  return store.db
    .selectFrom('changlai.station')
    .selectAll()
    .where('station_id', '=', stationId)
    .executeTakeFirstOrThrow()
}

/** An open task about a station of a centre that was found locked, with nobody's words; gives its key. */
export async function aTask(
  store: Store,
  centreId: string,
  more: Partial<Insertable<StationTaskTable>> = {},
): Promise<string> {
  const stationId = more.station_id ?? (await aStation(store, centreId))
  made += 1
  const taskId = `${centreId}.task${made}`
  await store.db
    .insertInto('changlai.station_task')
    .values({
      ...{ centre_id: centreId, task_id: taskId, station_id: stationId },
      ...{ kind: 'closed', facility: null, opened_at: new Date(NOW) },
      ...{ settlement: null, line: null },
      ...more,
    })
    .execute()
  return taskId
}
