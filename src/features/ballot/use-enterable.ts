import { useAnswer } from '../use-answer'
import { useEntries } from './use-entries'

/** What is needed to enter the ballot of a pool: what was announced, for whom it is, my entry in it. */
export function useEnterable(activityId: string, poolId: string) {
  const ballot = useAnswer({ operation: 'ballot.proof', input: { poolId } })
  const activity = useAnswer({
    operation: 'activities.get',
    input: { activityId },
    copy: 'public',
  })
  const mine = useEntries()
  const pool = activity.value?.pools.find((one) => one.poolId === poolId)
  return {
    ballot,
    ages: activity.value?.ages ?? null,
    startsAt: pool?.occurrences[0]?.startsAt ?? null,
    mine: mine.value?.entries.find((one) => one.ballotId === ballot.value?.ballotId) ?? null,
  }
}
