import { useMemo } from 'react'
import { doorCodeOfScene } from '@/domain/stations/scene'
import { answers } from '@/gateway/answers/phone-answers'
import type { Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'
import type { Station } from './station-view'

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

type Told = Pick<Station, 'facilities' | 'lastConfirmed' | 'doubt'>

/** One station as the server has it, and the way to put what a report made of it. */
export function useStation({ stationId, scene, doorCode }: StationQuery) {
  const question = useMemo(
    () => questionOf({ stationId, scene, doorCode }),
    [stationId, scene, doorCode],
  )
  const answer = useAnswer(question)
  const put = ({ facilities, lastConfirmed, doubt }: Told): void => {
    if (!question || !answer.value) return
    answers.put(question, { ...answer.value, facilities, lastConfirmed, doubt })
  }
  return { ...answer, named: question !== null, put }
}
