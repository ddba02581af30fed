import { useEffect, useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { canonical, type Plan } from './plan'
import type { PlanPreview } from './saving-words'

/** Asked once nobody has typed for so long. */
const STILL_MS = 500

interface Previewed {
  /** What was asked about. */
  of: string
  value: PlanPreview | null
  /** Why it could not be told. */
  failure: Failure<'programme.preview'> | null
}

/**
 * What would come of a plan (rooms that clash, people concerned): what was answered last stays until
 * the next answer; null while nothing is known, and `current` says whether it is of this very plan. After a failure
 * `again` asks once more.
 */
export function usePlanPreview(centreId: string, activityId: string | null, plan: Plan | null) {
  const [known, setKnown] = useState<Previewed>({ of: '', value: null, failure: null })
  const [attempt, setAttempt] = useState(0)
  const asked = plan && canonical([plan.when, plan.place, plan.seating])
  useEffect(() => {
    if (plan === null || centreId === '') return
    let left = false
    const timer = setTimeout(() => {
      void call('programme.preview', { centreId, activityId, plan }).then((reply) => {
        if (left) return
        const told = reply.ok
          ? { value: reply.value, failure: null }
          : { value: null, failure: reply }
        setKnown({ of: asked!, ...told })
      })
    }, STILL_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the words of a plan change nothing of it
  }, [centreId, activityId, asked, attempt])
  const current = known.of === asked
  const again = (): void => setAttempt((count) => count + 1)
  return { value: known.value, current, failure: current ? known.failure : null, again }
}
