import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { localKey } from '@/domain/access/key'
import { violatedUnique } from '@/cloud/database-errors'
import { cleanedPicture, PICTURE_KINDS } from '@/cloud/files/cleaned-picture'
import { FileRefused } from '@/cloud/files/file-refused'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { coverOnTheWire } from '@/cloud/programme/cover-on-the-wire'
import { lockActivity } from '@/cloud/store/queries/programme/activity'
import { type Cover, hangCover } from '@/cloud/store/queries/programme/cover'
import { type UploadedFile, fileOf, takeUpFile } from '@/cloud/store/queries/uploaded-files'
import { NO_ACTIVITY } from './expected-activity'

/** As wide as a phone's screen has points, and in base64 at most 250,000 characters. */
const WISH = { longestSide: 1280, as: 'jpeg', mostBytes: 187_500 } as const
const COVER_ID_BYTES = 16

type Refused = Extract<Outcome<'programme.setCover'>, { refusal: unknown }>

/**
 * For staff: hangs a picture at an activity or takes it down. The picture is drawn before the
 * transaction, which takes the file up and would keep others waiting meanwhile.
 */
export const setCover: Handler<'programme.setCover'> = async (call) => {
  const { intent, input, dependencies } = call
  const { store, clock } = dependencies
  const now = clock.now()
  const { fileId } = input
  const file = fileId === null ? null : await fileOf(store.pool, intent.personId, fileId)
  const drawn = file && (await draw(file))
  if (drawn && 'refusal' in drawn) return drawn
  try {
    return await inTransaction(store.pool, (client) => setIn(client, intent, input, drawn, now))
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

async function draw({ kind, content }: UploadedFile): Promise<Cover | Refused> {
  if (!PICTURE_KINDS.some((one) => one === kind)) return refused('KIND')
  try {
    const { content: jpeg, width, height } = await cleanedPicture(content, WISH)
    return { coverId: `c-${localKey(randomBytes(COVER_ID_BYTES))}`, jpeg, width, height }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return refused(error.reason === 'PICTURE_TOO_LARGE' ? 'TOO_LARGE' : 'BROKEN')
  }
}

async function setIn(
  client: PoolClient,
  intent: Intent,
  { activityId, fileId }: ParsedInput<'programme.setCover'>,
  cover: Cover | null,
  now: Date,
): Promise<Outcome<'programme.setCover'>> {
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const activity = await lockActivity(client, activityId)
  if (!activity) return NO_ACTIVITY
  // Sent twice at once, the second one waited for the first at the activity.
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const isTaken = fileId === null || (cover && (await takeUpFile(client, intent.personId, fileId)))
  if (!isTaken) return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
  await hangCover(client, activity, cover, now)
  const { coverId = null, width = null, height = null } = cover ?? {}
  const hung = {
    centreId: activity.centreId,
    cover: coverId,
    coverWidth: width,
    coverHeight: height,
  }
  const value = { activityId, ...coverOnTheWire(hung) }
  await recordValue(client, intent, value, now)
  return { value }
}

function refused(reason: 'KIND' | 'BROKEN' | 'TOO_LARGE'): Refused {
  return { refusal: { code: 'PHOTO_REFUSED', facts: { reason } } }
}
