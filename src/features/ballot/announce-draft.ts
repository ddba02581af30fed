import type { Output } from '@/contract'
import { latestNumberAt } from '@/domain/ballot/ballot'
import { addDays, dateOf } from '@/domain/time/date'
import { HOUR, instantAt, parseInstant, toInstantText } from '@/domain/time/instant'
import { dayInWords } from '@/domain/time/words'

export type PoolToDraw = Output<'ballot.pools'>['pools'][number]

/** What staff have said so far of a ballot that is to be announced. */
export interface AnnounceDraft {
  poolIds: readonly string[]
  source: string
  /** `YYYY-MM-DD` */
  day: string | null
  /** `HH:00` */
  hour: string | null
}

export const EMPTY_ANNOUNCEMENT: AnnounceDraft = { poolIds: [], source: '', day: null, hour: null }

/** Numbers that everybody can look up and nobody can steer. */
export const SOURCES = ['福彩双色球当期开奖号码', '体彩排列五当期开奖号码', '福彩 3D 连续两期号码']

/** The longest and shortest source, as the contract has them. */
export const SOURCE_LENGTH = { least: 4, most: 60 }

const DAYS = 14
const HOURS = [8, 9, 10, 12, 14, 16, 18, 20, 21, 22, 23]

/** The draft after a tap on a class; only classes that close at one time go together. */
export function toggledPool(
  draft: AnnounceDraft,
  pool: PoolToDraw,
  pools: readonly PoolToDraw[],
): AnnounceDraft {
  if (draft.poolIds.includes(pool.poolId)) {
    return { ...draft, poolIds: draft.poolIds.filter((poolId) => poolId !== pool.poolId) }
  }
  const chosen = pools.find(({ poolId }) => draft.poolIds.includes(poolId))
  if (!chosen || chosen.closesAt !== pool.closesAt) {
    return { ...draft, poolIds: [pool.poolId], day: null, hour: null }
  }
  return { ...draft, poolIds: [...draft.poolIds, pool.poolId] }
}

/** When the number may come: after closing, and in time before the first lesson; in milliseconds. */
function span(chosen: readonly PoolToDraw[]): { after: number; latest: number } {
  return {
    after: parseInstant(chosen[0]!.closesAt),
    latest: latestNumberAt(chosen.map(({ startsAt }) => parseInstant(startsAt))),
  }
}

/** The days on which the number may come, at most two weeks of them. */
export function daysFor(chosen: readonly PoolToDraw[], now: number) {
  if (chosen.length === 0) return []
  const first = dateOf(span(chosen).after)
  return Array.from({ length: DAYS }, (_, index) => addDays(first, index))
    .filter((day) => hoursFor(chosen, day).length > 0)
    .map((day) => ({ value: day, label: dayInWords(day, dateOf(now)) }))
}

/** The hours of a day at which the number may come. */
export function hoursFor(chosen: readonly PoolToDraw[], day: string | null) {
  if (chosen.length === 0 || day === null) return []
  const { after, latest } = span(chosen)
  return HOURS.map((hour) => `${String(hour).padStart(2, '0')}:00`)
    .filter((hour) => {
      const instant = instantAt(day, hour)
      return instant > after && instant <= Math.min(latest, after + DAYS * 24 * HOUR)
    })
    .map((hour) => ({ value: hour, label: hour }))
}

/** What is still missing, in a few words; null when it can be announced. */
export function missingOf({ poolIds, source, day, hour }: AnnounceDraft): string | null {
  if (poolIds.length === 0) return '先选哪几班'
  const length = source.trim().length
  if (length < SOURCE_LENGTH.least) return '写用哪个数字'
  if (day === null) return '选哪一天公布'
  return hour === null ? '选几点公布' : null
}

/** The instant of the draft on the wire. */
export function numberAtOf({ day, hour }: AnnounceDraft): string {
  return toInstantText(instantAt(day!, hour!))
}
