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
import { lockStation } from '@/cloud/store/queries/stations/lock'
import { type Photo, hangPhoto, takePhotoDown } from '@/cloud/store/queries/stations/photo'
import { type UploadedFile, fileOf, takeUpFile } from '@/cloud/store/queries/uploaded-files'
import { photoOnTheWire } from './photo'

/** As wide as a phone's screen has points, and in base64 at most 250,000 characters. */
const WISH = { longestSide: 1280, as: 'jpeg', mostBytes: 187_500 } as const
const PHOTO_ID_BYTES = 16

type Refused = Extract<Outcome<'stations.setPhoto'>, { refusal: unknown }>

/**
 * For staff: hangs a picture at a station or takes it down. The picture is drawn before the
 * transaction, which takes the file up and would keep others waiting meanwhile.
 */
export const setStationPhoto: Handler<'stations.setPhoto'> = async (call) => {
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

async function draw({ kind, content }: UploadedFile): Promise<Photo | Refused> {
  if (!PICTURE_KINDS.some((one) => one === kind)) return refused('KIND')
  try {
    const { content: jpeg, width, height } = await cleanedPicture(content, WISH)
    return { photoId: `p-${localKey(randomBytes(PHOTO_ID_BYTES))}`, jpeg, width, height }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return refused(error.reason === 'PICTURE_TOO_LARGE' ? 'TOO_LARGE' : 'BROKEN')
  }
}

async function setIn(
  client: PoolClient,
  intent: Intent,
  { stationId, fileId }: ParsedInput<'stations.setPhoto'>,
  photo: Photo | null,
  now: Date,
): Promise<Outcome<'stations.setPhoto'>> {
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const station = await lockStation(client, stationId)
  if (!station) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
  // Sent twice at once, the second one waited for the first at the station.
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  if (fileId === null) await takePhotoDown(client, station)
  else if (photo && (await takeUpFile(client, intent.personId, fileId))) {
    await hangPhoto(client, station, photo, now)
  } else return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
  const { photoId = null, width = null, height = null } = photo ?? {}
  const hung = { centre_id: station.centreId, photo: photoId }
  const value = {
    stationId,
    ...photoOnTheWire({ ...hung, photo_width: width, photo_height: height }),
  }
  await recordValue(client, intent, value, now)
  return { value }
}

function refused(reason: 'KIND' | 'BROKEN' | 'TOO_LARGE'): Refused {
  return { refusal: { code: 'PHOTO_REFUSED', facts: { reason } } }
}
