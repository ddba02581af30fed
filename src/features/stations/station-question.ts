import { doorCodeOfScene } from '@/domain/stations/scene'
import type { Question } from '@/gateway/answers/answers'

/** How a page names a station: by its id, or by the code at its door as a scene or plainly. */
export interface StationQuery {
  stationId?: string
  scene?: string
  doorCode?: string
}

/** What to ask the server for; null when the query names no station. */
export function questionOf({
  stationId,
  scene,
  doorCode,
}: StationQuery): Question<'stations.get'> | null {
  if (stationId) return { operation: 'stations.get', input: { stationId }, copy: 'public' }
  const code = doorCodeOfScene(scene ?? doorCode ?? '')
  return code === null
    ? null
    : { operation: 'stations.get', input: { doorCode: code }, copy: 'public' }
}
