import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Facility } from '@/domain/stations/facility'
import type { Point } from '@/domain/stations/station'
import { EARTH_RADIUS } from '@/domain/stations/distance'
import type { Database } from '@/cloud/store/tables'

/** Where a page ended: a distance in metres or, without an origin, 0; and a station. */
export type StationPosition = [distance: number, stationId: string]

/**
 * Stations that are not removed, nearest to `near` first (metres, rounded, then by key), else by
 * key; a station has all of the facilities, none of them broken. `undoubted` leaves out what several
 * people lately found locked. The list of a district is read whole for it: some thousand rows.
 */
export function stationsInOrder(
  db: Kysely<Database>,
  page: {
    near: Point | undefined
    centreId: string | undefined
    facilities: readonly Facility[]
    undoubted: boolean
    after: StationPosition | undefined
    now: Date
    limit: number
  },
) {
  const { near, centreId, facilities, undoubted, after, now, limit } = page
  const distance = near ? metresFrom(near) : sql<number>`0::integer`
  return db
    .selectFrom('changlai.station as s')
    .selectAll('s')
    .select(distance.as('distance'))
    .where('s.removed_at', 'is', null)
    .$if(centreId !== undefined, (query) => query.where('s.centre_id', '=', centreId!))
    .$if(facilities.length > 0, (query) =>
      query.where(
        sql<SqlBool>`(s.facilities ?& ${[...facilities]}::text[] and not exists (
          select from unnest(${[...facilities]}::text[]) as asked
          where s.facilities ->> asked = 'broken'))`,
      ),
    )
    .$if(undoubted, (query) =>
      query.where(sql<SqlBool>`(s.doubt_until is null or s.doubt_until <= ${now})`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(${distance}, s.station_id) > (${after![0]}::integer, ${after![1]})`,
      ),
    )
    .orderBy(distance)
    .orderBy('s.station_id')
    .limit(limit)
    .execute()
}

export type StationRow = Omit<Awaited<ReturnType<typeof stationsInOrder>>[number], 'distance'>

/** As domain/stations/distance has it. */
function metresFrom({ lat, lng }: Point) {
  return sql<number>`round(${2 * EARTH_RADIUS}::float8 * asin(least(1, sqrt(
    power(sin(radians(s.lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(s.lat))
      * power(sin(radians(s.lng - ${lng}::float8) / 2), 2)))))::integer`
}

/** One station that is not removed, by its id or its door code. */
export function oneStation(
  db: Kysely<Database>,
  key: { centreId: string; stationId: string } | { doorCode: string },
): Promise<StationRow | undefined> {
  const station = db.selectFrom('changlai.station as s').selectAll('s')
  const found =
    'doorCode' in key
      ? station.where('s.door_code', '=', key.doorCode)
      : station.where('s.centre_id', '=', key.centreId).where('s.station_id', '=', key.stationId)
  return found.where('s.removed_at', 'is', null).executeTakeFirst()
}
