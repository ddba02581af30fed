import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { localKey } from '@/domain/access/key'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { givePath, PATH_HOLDS_MS, pathsGivenBackAt } from '@/cloud/store/queries/upload-paths'
import { cloudPathOf } from './cloud-path'

const PATH_ID_BYTES = 16

/** Gives a path in cloud storage for one file of this person. */
export const beginFile: Handler<'files.begin'> = async ({ intent, input, dependencies }) => {
  const { store, clock, cloudFiles } = dependencies
  if (!cloudFiles) return { refusal: { code: 'NO_CLOUD_STORAGE', facts: {} } }
  const now = clock.now()
  try {
    return await inTransaction(store.pool, (client) => beginIn(client, intent, input.name, now))
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

async function beginIn(
  client: PoolClient,
  intent: Intent,
  name: string,
  now: Date,
): Promise<Outcome<'files.begin'>> {
  const { personId } = intent
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const pathId = localKey(randomBytes(PATH_ID_BYTES))
  if (!(await givePath(client, { pathId, personId, name }, now))) {
    const until = toInstantText(await pathsGivenBackAt(client, personId))
    return { refusal: { code: 'TOO_MANY_FILES', facts: { until } } }
  }
  const until = toInstantText(now.getTime() + PATH_HOLDS_MS)
  const value = { cloudPath: cloudPathOf(pathId), until }
  await recordValue(client, intent, value, now)
  return { value }
}
