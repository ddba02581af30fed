import { useMemo } from 'react'
import { answers } from '@/gateway/answers/phone-answers'
import { useAnswer } from '../use-answer'
import { questionOf, type StationQuery } from './station-question'
import type { Station } from './station-view'

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
