import { useEffect, useState } from 'react'
import { call } from '@/gateway/call/call'
import { canonical, type Plan } from './plan'
import type { PlanPreview } from './saving-words'

/** Asked once nobody has typed for so long. */
const STILL_MS = 500

interface Previewed {
  /** What was asked about. */
  of: string
  value: PlanPreview | null
}

/**
 * What would come of a plan (rooms that clash, people concerned): what was answered last stays until
 * the next answer; null while nothing is known, and `current` says whether it is of this very plan.
 */
export function usePlanPreview(centreId: string, activityId: string | null, plan: Plan | null) {
  const [known, setKnown] = useState<Previewed>({ of: '', value: null })
  const asked = plan && canonical([plan.when, plan.place, plan.seating])
  useEffect(() => {
    if (plan === null || centreId === '') return
    let left = false
    const timer = setTimeout(() => {
      void call('programme.preview', { centreId, activityId, plan }).then((reply) => {
        if (!left) setKnown({ of: asked!, value: reply.ok ? reply.value : null })
      })
    }, STILL_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words of a plan change nothing of it
  }, [centreId, activityId, asked])
  return { value: known.value, current: known.of === asked }
}
