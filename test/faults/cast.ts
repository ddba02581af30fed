import { CENTRE, type Morning, openidOf, poolKey, wantedPool } from '../bench/rush/morning'
import { type Chance, chanceOf } from './chance'

/** So many come in each round, for fewer seats than half of them want. */
export const MORNING: Omit<Morning, 'seed'> = { contenders: 480, seats: 160, pools: 8, zipf: 0.7 }

/** Everybody of a round comes within so many milliseconds, as a rule. */
export const SPAN_MS = 1_000

/** Of so many people one has two children. */
export const FAMILIES = 4

/** What one person will do in a round. */
export interface Person {
  index: number
  openid: string
  comesAfterMs: number
  poolId: string
  /** Themselves and their children, all or none; left out: themselves. */
  attendeeIds?: string[]
  /** Sends the same wish from a second phone at the same time, under a requestId of its own. */
  twice: boolean
  /** Gives the seats back soon after having heard of them. */
  cancels: boolean
  /** Goes on the list when there is no seat. */
  waits: boolean
  /** Hangs up before an answer can come, the first time. */
  vanishes: boolean
  chance: Chance
}

/** The key of one of a person's two children (lay-out-families.ts). */
export function memberKey(contender: number, child: 0 | 1): string {
  const digits = `${String(contender).padStart(15, '0')}${child}`
  return `m-${digits.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)}`
}

/** Who comes in a round, and what they do: the same for the same seed. */
export function castOf(seed: number, { vanishing = 0, spanMs = SPAN_MS } = {}): Person[] {
  const wanted = wantedPool({ ...MORNING, seed })
  return Array.from({ length: MORNING.contenders }, (_, index): Person => {
    const chance = chanceOf(seed * 10_007 + index)
    const hasFamily = index % FAMILIES === 0
    const children = [memberKey(index, 0), memberKey(index, 1)].slice(0, chance.between(1, 2))
    return {
      index,
      openid: openidOf(index),
      comesAfterMs: chance.between(0, spanMs),
      poolId: poolKey(wanted(index)),
      ...(hasFamily ? { attendeeIds: ['self', ...children] } : {}),
      twice: chance.happens(0.08),
      cancels: chance.happens(0.15),
      waits: chance.happens(0.3),
      vanishes: chance.happens(vanishing),
      chance,
    }
  })
}

export { CENTRE }
