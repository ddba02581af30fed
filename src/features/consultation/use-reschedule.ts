import { notice } from '@/ui/notice/notice'
import { useChange } from './use-change'
import { rescheduleWords } from './wording'

/** Takes another time; with `evenIfClashes` beside what was booked for the same time. */
export function useReschedule(consultationId: string, onTaken: () => void) {
  const { change, ...state } = useChange('consultation.reschedule', rescheduleWords)
  const take = async (poolId: string, evenIfClashes = false): Promise<void> => {
    const more = evenIfClashes ? { evenIfClashes } : {}
    const taken = await change({ consultationId, poolId, ...more })
    if (!taken) return
    notice('换好了')
    onTaken()
  }
  return { ...state, take }
}
