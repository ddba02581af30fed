import type { Output } from '@/contract'
import { holidayMark } from '@/domain/calendar/holidays'
import { hoursInWords } from '@/domain/stations/hours-in-words'
import { stationOpening } from '@/domain/stations/opening'
import type { HolidayMarks } from '@/domain/stations/station-hours'
import { addDays, dateOf } from '@/domain/time/date'
import type { StationRow } from '@/cloud/store/queries/stations/list'
import { photoOnTheWire } from './photo'
import { standingOf } from './standing'

/** How many days, yesterday first, a phone's copy of the marks reaches. */
const MARKED_DAYS = 61

/** The marks of the State Council's notice from yesterday on, as opening hours need them. */
export function holidaysAround(now: number): HolidayMarks {
  const yesterday = addDays(dateOf(now), -1)
  const marks: Record<string, 'rest' | 'work'> = {}
  for (let ahead = 0; ahead < MARKED_DAYS; ahead += 1) {
    const date = addDays(yesterday, ahead)
    const mark = holidayMark(date)
    if (mark) marks[date] = mark
  }
  return marks
}

/** Whether a station is open by its hours; null where nobody wrote them down. */
export function isOpen({ hours }: StationRow, now: number, marks: HolidayMarks): boolean | null {
  return hours && stationOpening(hours, now, marks).open
}

/** A station as the wire has it. */
export function stationOf(
  row: StationRow,
  now: number,
  marks: HolidayMarks,
): Omit<Output<'stations.get'>, 'now'> {
  return {
    stationId: row.station_id,
    centreId: row.centre_id,
    doorCode: row.door_code,
    name: row.name,
    address: row.address,
    entrance: row.entrance,
    ...photoOnTheWire(row),
    location: { lat: row.lat, lng: row.lng, datum: 'GCJ-02' },
    hours: row.hours,
    hoursInWords: row.hours && hoursInWords(row.hours),
    openNow: isOpen(row, now, marks),
    runBy: row.run_by,
    phone: row.phone,
    ...standingOf(
      {
        facilities: row.facilities,
        confirmedAt: row.confirmed_at,
        confirmedBy: row.confirmed_by,
        doubtUntil: row.doubt_until,
        doubtedBy: row.doubted_by,
      },
      now,
    ),
  }
}
