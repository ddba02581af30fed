import { useMemo } from 'react'
import type { SealedService } from '@/domain/consultation/consultation'
import type { Question } from '@/gateway/answers/answers'
import { useAnswer } from '../use-answer'

interface Wish {
  centreId: string
  service: SealedService
  name: string
  otherParties: readonly string[]
}

/** The free times of those who may take it; names go along so that nobody meets both sides. */
export function useSlots(wish: Wish | null) {
  const question = useMemo((): Question<'consultation.slots'> | null => {
    if (wish === null) return null
    const { centreId, service, name, otherParties } = wish
    return {
      operation: 'consultation.slots',
      input: {
        centreId,
        service,
        ...(name ? { name } : {}),
        ...(otherParties.length > 0 ? { otherParties: [...otherParties] } : {}),
      },
      join: (before, next) => ({ ...next, slots: [...before.slots, ...next.slots] }),
    }
  }, [wish])
  return useAnswer(question)
}
