/** The datums that Chinese lists of places use: 高德 and 腾讯, GPS, 百度. Ours is GCJ-02. */
export const DATUMS = ['GCJ-02', 'WGS-84', 'BD-09'] as const
export type Datum = (typeof DATUMS)[number]

export const DATUM_NAMES: Readonly<Record<Datum, string>> = {
  'GCJ-02': 'GCJ-02（高德、腾讯地图）',
  'WGS-84': 'WGS-84（GPS）',
  'BD-09': 'BD-09（百度地图）',
}
