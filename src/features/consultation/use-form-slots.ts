import { useEffect, useMemo } from 'react'
import { LIMITS, type SealedService } from '@/domain/consultation/consultation'
import { plainLine } from '../plain-text'
import { type Draft, partiesOf, type Slot } from './draft'
import { useSlots } from './use-slots'

interface FormSlots {
  draft: Draft
  service: SealedService
  centreId: string
  /** Whether the screen shows them: names leave the phone for this alone. */
  wanted: boolean
  /** A time that was chosen before the form was opened. */
  wishedPool: string | null
  onWished: (slot: Slot) => void
}

/** The free times for what was filled in so far; the one wished for is chosen once they are known. */
export function useFormSlots(form: FormSlots) {
  const { draft, service, centreId, wanted, wishedPool, onWished } = form
  const name = plainLine(draft.name, LIMITS.name)
  const parties = partiesOf(draft).join('\n')
  const wish = useMemo(() => {
    if (!wanted) return null
    return { centreId, service, name, otherParties: parties.split('\n').filter(Boolean) }
  }, [wanted, centreId, service, name, parties])
  const slots = useSlots(wish)
  const { value } = slots
  useEffect(() => {
    const wished = value?.slots.find(({ poolId }) => poolId === wishedPool)
    if (wished && draft.time === null) onWished(wished)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the times are known
  }, [value, wishedPool])
  return slots
}
