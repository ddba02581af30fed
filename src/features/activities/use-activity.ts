import { useAnswer } from '../use-answer'

/** One activity with its pools and occurrences to come. */
export function useActivity(activityId: string) {
  return useAnswer({ operation: 'activities.get', input: { activityId }, copy: 'public' })
}
