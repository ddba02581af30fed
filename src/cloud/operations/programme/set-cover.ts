import { drawnPicture } from '@/cloud/files/drawn-picture'
import type { Handler } from '@/cloud/handler'
import { coverOnTheWire } from '@/cloud/programme/cover-on-the-wire'
import { lockActivity } from '@/cloud/store/queries/programme/activity'
import { hangCover } from '@/cloud/store/queries/programme/cover'
import { fileOf, takeUpFile } from '@/cloud/store/queries/uploaded-files'
import { commandInTransaction } from '../command-in-transaction'
import { NO_ACTIVITY } from './expected-activity'

/** For staff: hangs a picture at an activity or takes it down. */
export const setCover: Handler<'programme.setCover'> = async (call) => {
  const { intent, dependencies } = call
  const { activityId, fileId } = call.input
  const { personId } = intent
  const file = fileId === null ? null : await fileOf(dependencies.store.pool, personId, fileId)
  const drawn = file && (await drawnPicture(file, 'c'))
  if (drawn && 'refusal' in drawn) return drawn
  return commandInTransaction(dependencies, intent, async (client, now) => {
    const activity = await lockActivity(client, activityId)
    if (!activity) return NO_ACTIVITY
    const isTaken = fileId === null || (drawn && (await takeUpFile(client, personId, fileId)))
    if (!isTaken) return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
    await hangCover(client, activity, drawn, now)
    const { name: cover = null, width: coverWidth = null, height: coverHeight = null } = drawn ?? {}
    const hung = { centreId: activity.centreId, cover, coverWidth, coverHeight }
    return { value: { activityId, ...coverOnTheWire(hung) } }
  })
}
