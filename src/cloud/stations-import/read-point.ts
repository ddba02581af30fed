import type { Point } from '@/domain/stations/station'

/** Degrees within which all of China lies; no latitude of it is a longitude. */
export const CHINA = { lat: [3, 54], lng: [73, 136] } as const

const within = (value: number, [least, most]: readonly [number, number]) =>
  value >= least && value <= most

const DECIMAL = /^[NSEW北东]?(?:经|纬)?:?(\d+(?:\.\d+)?)°?[NSEW]?$/i
const SEXAGESIMAL =
  /^[NSEW北东]?(?:经|纬)?:?(\d+)[°度](\d+)['′’分](?:(\d+(?:\.\d+)?)(?:["″”秒]|['′’]{2})?)?[NSEW]?$/i

/** Degrees of 113.62, E113.62°, 113°37′12″; null for any other text. */
export function readDegrees(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const decimal = DECIMAL.exec(plain)
  if (decimal) return Number(decimal[1])
  const parts = SEXAGESIMAL.exec(plain)
  if (!parts) return null
  const [minutes, seconds] = [Number(parts[2]), Number(parts[3] ?? 0)]
  if (minutes >= 60 || seconds >= 60) return null
  return Number(parts[1]) + minutes / 60 + seconds / 3600
}

/** A point as it stands in a list, in the list's own datum; or what is wrong with it. */
export type ReadPoint = { point: Point } | { problem: string }

const NOT_A_NUMBER = '不是经纬度，应当像 113.62、34.74 这样'

/** A longitude and a latitude from columns of their own. */
export function readPair(lngText: string, latText: string): ReadPoint {
  const [lng, lat] = [readDegrees(lngText), readDegrees(latText)]
  if (lng === null || lat === null) return { problem: NOT_A_NUMBER }
  if (within(lng, CHINA.lng) && within(lat, CHINA.lat)) return { point: { lng, lat } }
  if (within(lat, CHINA.lng) && within(lng, CHINA.lat)) {
    return { problem: '经度和纬度像是写反了，请对调' }
  }
  return { problem: '这个位置不在中国，请核对' }
}

/** 113.62,34.74 in one cell; either may come first, because in China the two cannot be confused. */
export function readPoint(text: string): ReadPoint {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、/\s]+/)
    .filter((part) => part !== '')
  if (parts.length !== 2) return { problem: '应当是一个经度和一个纬度，例如 113.62,34.74' }
  const read = readPair(parts[0]!, parts[1]!)
  return 'point' in read ? read : turned(parts, read)
}

function turned([first, second]: string[], otherwise: ReadPoint): ReadPoint {
  const read = readPair(second!, first!)
  return 'point' in read ? read : otherwise
}
