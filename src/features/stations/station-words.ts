import { distanceInWords } from '@/domain/stations/distance'
import {
  FACILITIES,
  FACILITY_NAMES,
  type Facilities,
  type FacilityState,
} from '@/domain/stations/facility'
import { type StationOpening, stationOpeningInWords } from '@/domain/stations/opening'
import type { StationBrief } from '@/domain/stations/station'
import { DAY } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { agoInWords, dayInWords } from '@/domain/time/words'
import type { TagTone } from '@/ui/tag/tag'

/** What is known of how a station stands, as the list and the page both have it. */
export type Standing = Pick<
  StationBrief,
  'confirmedAt' | 'confirmedBy' | 'doubtUntil' | 'doubtedBy'
>

/** 280 米 */
export function distanceText(metres: number): string {
  const { number, unit } = distanceInWords(metres)
  return `${number} ${unit}`
}

/** Whether several people lately found it locked; `now` in milliseconds since the epoch. */
export function isDoubted({ doubtUntil }: Standing, now: number): boolean {
  return doubtUntil !== null && doubtUntil > now
}

/** 24 小时, 开到 22:00, 可能关闭, 明天 08:30 开门, in two or three words with their tone. */
export function openingTag(
  station: Standing,
  opening: StationOpening | null,
  now: number,
): { tone: TagTone; text: string } {
  if (isDoubted(station, now)) return { tone: 'waiting', text: '可能关闭' }
  const text = stationOpeningInWords(opening, now)
  return { tone: opening === null ? 'quiet' : opening.open ? 'free' : 'full', text }
}

/** 40 分钟前有人说开着; 近半天 2 人说锁门; 还没人说开着. */
export function trustInWords(station: Standing, now: number): string {
  if (isDoubted(station, now)) return `近半天 ${station.doubtedBy} 人说锁门`
  const { confirmedAt } = station
  if (confirmedAt === null) return '还没有人确认过'
  if (now - confirmedAt < DAY) return `${agoInWords(confirmedAt, now)}有人说开着`
  return `${dayInWords(dateOf(confirmedAt), dateOf(now))}有人说开着`
}

/** The same in fewer words, for the smaller cards: 昨天确认. */
export function trustInBrief(station: Standing, now: number): string {
  if (isDoubted(station, now)) return trustInWords(station, now)
  const { confirmedAt } = station
  if (confirmedAt === null) return '还没人确认'
  if (now - confirmedAt < DAY) return `${agoInWords(confirmedAt, now)}确认`
  return `${dayInWords(dateOf(confirmedAt), dateOf(now))}确认`
}

/** What follows a facility's name: 坏了, 可能坏了; nothing while it works. */
export const STATE_WORDS: Readonly<Record<FacilityState, string>> = {
  working: '',
  doubted: '可能坏了',
  broken: '坏了',
}

/** What a station has, in the order of screens. */
export function facilitiesOf(facilities: Facilities) {
  return FACILITIES.flatMap((facility) => {
    const state = facilities[facility]
    return state ? [{ facility, state, name: FACILITY_NAMES[facility] }] : []
  })
}

interface Described {
  station: StationBrief
  distance: number
  opening: StationOpening | null
}

/** A station as one sentence, for a screen reader. */
export function stationInWords({ station, distance, opening }: Described, now: number): string {
  const things = facilitiesOf(station.facilities).map(
    ({ name, state }) => name + STATE_WORDS[state],
  )
  return [
    station.name,
    distanceText(distance),
    openingTag(station, opening, now).text,
    trustInWords(station, now),
    station.entrance,
    things.length > 0 ? `有${things.join('、')}` : null,
  ]
    .filter(Boolean)
    .join('，')
}
