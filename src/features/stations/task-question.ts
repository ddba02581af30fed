import type { Question } from '@/gateway/answers/answers'

/** What several people say of a centre's stations and staff have not answered. */
export function tasksOf(centreId: string): Question<'stations.tasks'> {
  return {
    operation: 'stations.tasks',
    input: { centreId },
    join: (before, next) => ({ ...next, tasks: [...before.tasks, ...next.tasks] }),
  }
}
