import type { Input } from '@/contract'
import { call, intents, resume } from '@/gateway/call/call'
import type { Intent } from '@/gateway/call/intents'
import type { Reply } from '@/gateway/call/wire'
import { canonical } from './plan'

type Saving = Input<'programme.save'>

/**
 * Saves a plan, once however often it is asked. A new one whose first saving was not answered may be
 * there already: that is found out first, and what was typed meanwhile becomes a change of it.
 */
export async function sendPlan(input: Saving): Promise<Reply<'programme.save'>> {
  const begun = input.activityId === null ? unansweredNew(input) : null
  if (begun === null) return call('programme.save', input)
  const made = await resume(begun)
  if (!made.ok) {
    const unknown = made.code === 'UNREACHABLE' || made.code === 'UNAVAILABLE'
    // It was refused, so nothing is there yet.
    return unknown ? made : call('programme.save', input)
  }
  const { activityId, version } = made.value
  return call('programme.save', { ...input, activityId, version })
}

function unansweredNew(input: Saving): Intent<'programme.save'> | null {
  const found = intents.all().find((one) => {
    if (one.operation !== 'programme.save') return false
    const { activityId, centreId } = one.input as Saving
    return activityId === null && centreId === input.centreId
  }) as Intent<'programme.save'> | undefined
  // The very same is asked again by itself.
  return found && canonical(found.input) !== canonical(input) ? found : null
}
