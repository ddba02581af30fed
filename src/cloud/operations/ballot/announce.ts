import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { latestNumberAt } from '@/domain/ballot/ballot'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome, Refusal } from '@/cloud/handler'
import { type PoolToDraw, addBallot, lockPools } from '@/cloud/store/queries/ballot/announce'
import { commandInTransaction } from '../command-in-transaction'
import { instantOrNull } from '../instant-or-null'

/** For staff: opens a ballot for pools of a centre and names its public number in advance. */
export const announceBallot: Handler<'ballot.announce'> = async (call) => {
  const { input, intent, dependencies } = call
  const numberAt = instantOrNull(input.numberAt)
  if (numberAt === null) return { invalid: { path: 'numberAt', reason: 'INSTANT' } }
  return commandInTransaction(dependencies, intent, (client, now) =>
    announceIn(client, intent, { ...input, instant: numberAt }, now),
  )
}

async function announceIn(
  client: PoolClient,
  intent: Intent,
  input: ParsedInput<'ballot.announce'> & { instant: number },
  now: Date,
): Promise<Outcome<'ballot.announce'>> {
  const { centreId, poolIds, numberSource, instant: numberAt } = input
  const pools = await lockPools(client, centreId, poolIds)
  const refusal = notToBeDrawn(poolIds, pools, now.getTime())
  if (refusal) return { refusal }
  const { closesAt } = pools[0]!
  if (numberAt <= closesAt) {
    return { refusal: { code: 'NUMBER_TOO_EARLY', facts: { closesAt: toInstantText(closesAt) } } }
  }
  const latest = latestNumberAt(pools.map(({ startsAt }) => startsAt))
  if (numberAt > latest) {
    return { refusal: { code: 'NUMBER_TOO_LATE', facts: { latest: toInstantText(latest) } } }
  }
  const ballotId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const announced = { ballotId, announcedBy: intent.personId, closesAt, numberAt }
  await addBallot(client, { ...announced, centreId, numberSource, poolIds }, now)
  return { value: { ballotId } }
}

/** Why these pools cannot be drawn for together. */
function notToBeDrawn(
  poolIds: readonly string[],
  pools: readonly PoolToDraw[],
  now: number,
): Refusal<'ballot.announce'> | null {
  let together: number | null = null
  for (const poolId of poolIds) {
    const pool = pools.find((one) => one.poolId === poolId && one.published)
    if (!pool) return { code: 'NOT_FOUND', facts: { what: 'pool', poolId } }
    const { ballotId, mode } = pool
    if (ballotId !== null) return { code: 'ALREADY_ANNOUNCED', facts: { poolId, ballotId } }
    if (mode !== 'ballot') return { code: 'NOT_DRAWN', facts: { poolId } }
    const closesAt = toInstantText(pool.closesAt)
    if (now >= pool.closesAt) return { code: 'CLOSED', facts: { poolId, closesAt } }
    if (together !== null && together !== pool.closesAt) {
      return { code: 'DIFFERENT_CLOSING', facts: { poolId, closesAt } }
    }
    together = pool.closesAt
  }
  return null
}
