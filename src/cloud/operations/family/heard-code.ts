import type { PoolClient } from 'pg'
import { MOST_WRONG_CODES, asMade, mustWaitUntil, stillCounting } from '@/domain/family/spoken-code'
import { toInstantText } from '@/domain/time/instant'
import type { Intent, Refusal } from '@/cloud/handler'
import { isAnswered } from '@/cloud/store/queries/answered-requests'
import { lockCode, lockTries, writeTries } from '@/cloud/store/queries/family/spoken-codes'

type CodeRefusal = Extract<
  Refusal<'family.link'>,
  { code: 'WRONG_CODE' | 'TOO_MANY_TRIES' | 'OWN_CODE' }
>

/**
 * Whose code it is that somebody heard, held until the transaction ends. A wrong one is counted, and
 * after some of them nobody may guess on; the wrong tries of one person are counted one by one.
 */
export async function heardCode(
  client: PoolClient,
  intent: Intent,
  code: string,
  now: Date,
): Promise<{ ownerId: string } | { refusal: CodeRefusal } | { answeredBefore: true }> {
  const { personId } = intent
  const tries = stillCounting(await lockTries(client, personId, now), now.getTime())
  // Sent twice at once, the second one waited for the first, which has used the code up.
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const wait = mustWaitUntil(tries)
  if (wait !== null) {
    // The wire knows whole seconds: the first one at which it is allowed.
    const until = toInstantText(Math.ceil(wait / 1000) * 1000)
    return { refusal: { code: 'TOO_MANY_TRIES', facts: { until } } }
  }
  const ownerId = await lockCode(client, asMade(code), now)
  if (ownerId === personId) return { refusal: { code: 'OWN_CODE', facts: {} } }
  if (ownerId !== null) return { ownerId }
  const wrong = tries.wrong + 1
  const since = tries.wrong === 0 ? now.getTime() : tries.since
  await writeTries(client, personId, { wrong, since })
  return { refusal: { code: 'WRONG_CODE', facts: { left: MOST_WRONG_CODES - wrong } } }
}
