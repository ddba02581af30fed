import { MOST_WISHES } from '@/domain/ballot/ballot'

/** The wishes after a tap on a pool: it becomes the last wish, or is none any more. */
export function toggledWish(wishes: readonly string[], poolId: string): readonly string[] {
  if (wishes.includes(poolId)) return wishes.filter((one) => one !== poolId)
  return wishes.length < MOST_WISHES ? [...wishes, poolId] : wishes
}

/** The wishes of before that can still be wished for; where there are none, the one that led here. */
export function keptWishes(
  wishes: readonly string[],
  pools: readonly { poolId: string }[],
  first: string,
): readonly string[] {
  const there = wishes.filter((wish) => pools.some(({ poolId }) => poolId === wish))
  if (there.length > 0) return there
  return pools.some(({ poolId }) => poolId === first) ? [first] : []
}
