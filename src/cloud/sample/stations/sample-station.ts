import type { Facility } from '@/domain/stations/facility'
import type { ReportKind } from '@/domain/stations/station'
import type { StationHours, TimeSpan } from '@/domain/stations/station-hours'

/** A rest station of the sample deployment. */
export interface SampleStation {
  /** The local key, once in its centre. */
  key: string
  name: string
  address: string
  entrance: string | null
  /** Metres from the centre to the north and to the east; the coordinates follow from them. */
  from: { north: number; east: number }
  hours: StationHours | null
  facilities: readonly Facility[]
  /** What its keeper knows to be broken. */
  broken?: readonly Facility[]
  runBy: string
  phone: string | null
  /** What people said of it before the day of seeding ends. */
  words?: readonly SampleWord[]
}

export interface SampleWord {
  kind: ReportKind
  facility?: Facility
  note?: string
  /** How long before the seeding; a confirmation moves back until the station was open by its hours. */
  minutesAgo: number
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAYS = [1, 2, 3, 4, 5]

export function everyDay(opens: string, closes: string): StationHours {
  return { weekly: [{ days: EVERY_DAY, opens, closes }], publicHolidays: null, special: [] }
}

/** Monday to Friday, and on public days off as given: closed when it is not. */
export function weekdays(
  opens: string,
  closes: string,
  publicHolidays: TimeSpan[] = [],
): StationHours {
  return { weekly: [{ days: WEEKDAYS, opens, closes }], publicHolidays, special: [] }
}

export const ROUND_THE_CLOCK = everyDay('00:00', '24:00')

/** So many people found it open, the last of them so long ago, the others an hour or two apart. */
export function confirmed(people: number, minutesAgo: number): SampleWord[] {
  return Array.from({ length: people }, (_, index) => ({
    kind: 'fine' as const,
    minutesAgo: minutesAgo + index * 95,
  }))
}
