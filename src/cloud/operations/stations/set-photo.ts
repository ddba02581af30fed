import { drawnPicture } from '@/cloud/files/drawn-picture'
import type { Handler } from '@/cloud/handler'
import { lockStation } from '@/cloud/store/queries/stations/lock'
import { hangPhoto, takePhotoDown } from '@/cloud/store/queries/stations/photo'
import { fileOf, takeUpFile } from '@/cloud/store/queries/uploaded-files'
import { commandInTransaction } from '../command-in-transaction'
import { photoOnTheWire } from './photo'

/** For staff: hangs a picture at a station or takes it down. */
export const setStationPhoto: Handler<'stations.setPhoto'> = async (call) => {
  const { intent, dependencies } = call
  const { stationId, fileId } = call.input
  const { personId } = intent
  const file = fileId === null ? null : await fileOf(dependencies.store.pool, personId, fileId)
  const drawn = file && (await drawnPicture(file, 'p'))
  if (drawn && 'refusal' in drawn) return drawn
  return commandInTransaction(dependencies, intent, async (client, now) => {
    const station = await lockStation(client, stationId)
    if (!station) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
    const isTaken = fileId === null || (drawn && (await takeUpFile(client, personId, fileId)))
    if (!isTaken) return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
    if (drawn) await hangPhoto(client, station, drawn, now)
    else await takePhotoDown(client, station)
    const { name: photo = null, width = null, height = null } = drawn ?? {}
    const hung = { centre_id: station.centreId, photo, photo_width: width, photo_height: height }
    return { value: { stationId, ...photoOnTheWire(hung) } }
  })
}
