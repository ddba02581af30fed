import type { Output } from '@/contract'
import { agesInWords, keptForInWords } from '@/domain/seats/eligibility-words'
import { BEFOREHAND_MS } from '@/domain/seats/first-try'
import { seatsLeft } from '@/domain/seats/pool'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { spokenMoment } from '@/domain/time/spoken'
import { dayInWords, timeRangeInWords, whenInWords } from '@/domain/time/words'

export type Summary = Output<'activities.list'>['activities'][number]
export type Activity = Output<'activities.get'>
export type Pool = Activity['pools'][number]
export type Occurrence = Activity['walkIns'][number]

/** 免费, 20 元, 12.5 元. */
export function feeInWords({ free, amountFen }: Summary['fee']): string {
  return free || amountFen === 0 ? '免费' : `${amountFen / 100} 元`
}

/** 6–10 岁 · 共 8 课 · 免费 */
export function factsLine(activity: Pick<Summary, 'ages' | 'lessons' | 'fee'>): string {
  const parts = [
    agesInWords(activity.ages),
    activity.lessons > 1 ? `共 ${activity.lessons} 课` : null,
    feeInWords(activity.fee),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** A line under the title in a list: the rule without its fine print, ages, a fee if there is one. */
export function listLine(activity: Summary): string {
  const { ruleInWords, ages, lessons, fee, place } = activity
  const parts = [
    ruleInWords.split('，')[0],
    lessons > 1 ? `共 ${lessons} 课` : null,
    agesInWords(ages),
    fee.free ? null : feeInWords(fee),
    place,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** How the pool of an activity in a list stands; `now` in ms. */
export function summaryTag({ pool }: Pick<Summary, 'pool'>, now: number) {
  if (pool === null) return { tone: 'quiet', text: '直接来' } as const
  const keptFor = keptForInWords(pool.onlyRole)
  return keptFor ? ({ tone: 'quiet', text: keptFor } as const) : seatsTag(pool, now)
}

type Counted = Pick<Pool, 'state' | 'opensAt' | 'capacity' | 'taken'> & { mode?: Pool['mode'] }

function seatsTag(pool: Counted, now: number) {
  switch (pool.state) {
    case 'open':
      if (pool.mode === 'ballot') return { tone: 'waiting', text: '摇号' } as const
      return { tone: 'free', text: `余 ${seatsLeft(pool)} 席` } as const
    case 'upcoming':
      return { tone: 'waiting', text: opensInWords(pool.opensAt, now) } as const
    case 'full':
      return { tone: 'full', text: '报满了' } as const
    case 'closed':
      return { tone: 'quiet', text: '报名截止' } as const
  }
}

function opensInWords(opensAt: string, now: number): string {
  const opens = parseInstant(opensAt)
  return opens > now ? `${dayInWords(dateOf(opens), dateOf(now)).split(' ')[0]}开放` : '马上开放'
}

/** What a seat of a pool covers: 11月26日 周四 15:00–16:30, or 12月5日 周六起，共 8 课. */
export function poolWhen(pool: Pool, now: number): string {
  const [first] = pool.occurrences
  if (!first) return '时间待定'
  const [startsAt, endsAt] = [parseInstant(first.startsAt), parseInstant(first.endsAt)]
  if (pool.occurrences.length === 1) return whenInWords(startsAt, endsAt, now)
  const day = dayInWords(dateOf(startsAt), dateOf(now))
  return `${day}起，${timeRangeInWords(startsAt, endsAt)}，${pool.occurrences.length} 课`
}

/** The same as people say it: 明天 下午 3 点, or 12月5日 周六 上午 9 点半起，共 8 课. */
export function spokenPool({ occurrences }: Pool, now: number): string {
  const [first] = occurrences
  if (!first) return '时间待定'
  const when = spokenMoment(parseInstant(first.startsAt), now)
  return occurrences.length > 1 ? `${when}起，共 ${occurrences.length} 课` : when
}

/** How a pool stands in a few words, for choosing among several. */
export function poolTag(pool: Pool, booked: boolean, now: number) {
  if (booked) return { tone: 'info', text: '我已报' } as const
  return seatsTag(pool, now)
}

/** The pool to look at first: the one asked for, else the first open, the next to open, any. */
export function firstPool(pools: readonly Pool[], asked: string | null): Pool | null {
  return (
    pools.find(({ poolId }) => poolId === asked) ??
    pools.find(({ state }) => state === 'open') ??
    pools.find(({ state }) => state === 'upcoming') ??
    pools.find(({ state }) => state === 'full') ??
    pools[0] ??
    null
  )
}

/** When pools can be asked for, open and close (milliseconds): the instants at which a page changes. */
export function turningPoints(pools: readonly Pool[]): number[] {
  return pools.flatMap((pool) => {
    const [opensAt, closesAt] = [parseInstant(pool.opensAt), parseInstant(pool.closesAt)]
    return [opensAt - BEFOREHAND_MS, opensAt, closesAt]
  })
}

/** A pool that has opened since the server told of it, as it stands now. */
export function asOpened(pool: Pool, now: number): Pool {
  if (pool.state !== 'upcoming' || now < parseInstant(pool.opensAt)) return pool
  return { ...pool, state: seatsLeft(pool) > 0 ? 'open' : 'full' }
}
