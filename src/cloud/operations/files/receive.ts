import type { PoolClient } from 'pg'
import { MAX_FILE_BYTES } from '@/contract/files'
import { HOUR, toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import { type FileKind, fileKind } from '@/cloud/files/file-kind'
import { ALLOWANCE, newFileId } from '@/cloud/files/waiting-file'
import type { Call, Handler, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { nameAtPath, takePathBack } from '@/cloud/store/queries/upload-paths'
import { keepFile } from '@/cloud/store/queries/uploaded-files'
import { pathOfCloudFile } from './cloud-path'

const NO_FILE = { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } } as const

type Refused = Extract<Outcome<'files.receive'>, { refusal: unknown }>

/** What was found at a path that is this person's, judged. */
interface Found {
  pathId: string
  file: { name: string; kind: FileKind; content: Buffer } | Refused
}

/**
 * Takes in the file that this person put at the path that they were given. It is fetched before the
 * transaction, which would hold a connection meanwhile; whatever is made of it, the path is taken
 * back and the copy in cloud storage deleted.
 */
export const receiveFile: Handler<'files.receive'> = async (call) => {
  const { intent, input, dependencies } = call
  const { store, clock, cloudFiles } = dependencies
  if (!cloudFiles) return { refusal: { code: 'NO_CLOUD_STORAGE', facts: {} } }
  const { cloudFileId } = input
  const pathId = pathOfCloudFile(cloudFileId)
  const now = clock.now()
  const name = await nameAtPath(store.pool, intent.personId, pathId, now)
  const content = name === null ? 'MISSING' : await cloudFiles.read(cloudFileId, MAX_FILE_BYTES)
  const found =
    name === null || content === 'MISSING' ? null : { pathId, file: judge(name, content) }
  const outcome = await receiveOnce(call, found, now)
  if (found) await cloudFiles.remove(cloudFileId)
  return outcome
}

async function receiveOnce(
  { intent, dependencies }: Call<'files.receive'>,
  found: Found | null,
  now: Date,
): Promise<Outcome<'files.receive'>> {
  const { pool } = dependencies.store
  try {
    return await inTransaction(pool, (client) => receiveIn(client, intent, found, now))
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

function judge(name: string, content: Buffer | 'TOO_LARGE'): Found['file'] {
  if (content === 'TOO_LARGE') return refused('TOO_LARGE')
  if (content.length === 0) return refused('EMPTY')
  const kind = fileKind(content)
  return kind === null ? refused('FILE_KIND') : { name, kind, content }
}

async function receiveIn(
  client: PoolClient,
  intent: Intent,
  found: Found | null,
  now: Date,
): Promise<Outcome<'files.receive'>> {
  // Asked again, it finds nothing at the path, but its answer.
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const { personId } = intent
  if (!found || !(await takePathBack(client, personId, found.pathId))) {
    // Sent twice at once, the second one waited for the first at the path.
    return (await isAnswered(client, intent)) ? { answeredBefore: true } : NO_FILE
  }
  const { file } = found
  if ('refusal' in file) return file
  const fileId = newFileId()
  if (!(await keepFile(client, { ...file, fileId, personId }, ALLOWANCE, now))) {
    const until = toInstantText(now.getTime() + HOUR)
    return { refusal: { code: 'TOO_MANY_FILES', facts: { until } } }
  }
  const value = { fileId }
  await recordValue(client, intent, value, now)
  return { value }
}

function refused(reason: 'EMPTY' | 'TOO_LARGE' | 'FILE_KIND'): Refused {
  return { refusal: { code: 'FILE_REFUSED', facts: { reason } } }
}
