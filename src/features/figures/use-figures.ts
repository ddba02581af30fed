import { type Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'
import { type Back, spanBack } from './span'

/** The figures of a centre, so many months back. */
export function useCentreFigures(centreId: string, back: Back, now: number) {
  return useAnswer({
    operation: 'figures.centre',
    input: { centreId, ...spanBack(back, now) },
  })
}

/** Of every centre in brief; asks nothing of somebody who is not of the district. */
export function useDistrictFigures(back: Back, now: number, allowed: boolean) {
  const question: Question<'figures.district'> = {
    operation: 'figures.district',
    input: spanBack(back, now),
    join: (before, next) => ({ ...next, centres: [...before.centres, ...next.centres] }),
  }
  return useAnswer(allowed ? question : null)
}
