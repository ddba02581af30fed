import type { Activity } from './activity-words'

/** The title of an activity when it is passed on. */
export function shareTitle(activity: Pick<Activity, 'title' | 'ruleInWords'> | null): string {
  return activity ? `${activity.title}（${activity.ruleInWords}）` : '看看社区里有什么'
}
