import { useStore } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import { session, signedIn } from '@/gateway/session/session'
import { useAnswer } from '../use-answer'

/** Asked for anew each time: what is private leaves no copy on the phone. */
export const MINE: Question<'consultation.mine'> = {
  operation: 'consultation.mine',
  input: {},
  join: (before, next) => ({
    ...next,
    consultations: [...before.consultations, ...next.consultations],
  }),
}

/** Everything I asked for or said. */
export function useConsultations() {
  useStore(session)
  const visitor = !signedIn()
  return { ...useAnswer(visitor ? null : MINE), visitor }
}

/** One consultation with what I wrote. */
export function useConsultation(consultationId: string) {
  return useAnswer({ operation: 'consultation.get', input: { consultationId } })
}

/** What I said about the centre, and its answer. */
export function useFeedback(consultationId: string) {
  return useAnswer({ operation: 'consultation.getFeedback', input: { consultationId } })
}
