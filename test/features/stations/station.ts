import type { StationBrief } from '@/domain/stations/station'
import type { StationHours } from '@/domain/stations/station-hours'

/** A place of Zhengzhou that distances are measured from. */
export const ORIGIN = { lat: 34.7472, lng: 113.6253 }
/** 2026-11-24, a Tuesday, 20:00 at UTC+8. */
export const NOW = new Date('2026-11-24T20:00:00+08:00').getTime()

export const ALWAYS: StationHours = {
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }],
  publicHolidays: null,
  special: [],
}
export const BY_DAY: StationHours = {
  ...ALWAYS,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '08:00', closes: '18:00' }],
}

/** A station that many `metres` north of the origin. */
export function station(metres: number, change: Partial<StationBrief> = {}): StationBrief {
  return {
    stationId: `nongye.s${metres}`,
    name: `${metres} 米处的驿站`,
    address: '中原区工人路 27 号',
    entrance: null,
    hours: ALWAYS,
    facilities: { charging: 'working' },
    lat: ORIGIN.lat + metres / 111_195,
    lng: ORIGIN.lng,
    confirmedAt: null,
    confirmedBy: 0,
    doubtUntil: null,
    doubtedBy: 0,
    ...change,
  }
}
