import { openScreen } from '@/gateway/navigation'

/** Where people read what was changed, and where staff change it. */
export const goLessons = {
  notices: (): void => openScreen('/pages/notices/mine/mine'),
  change: (activityId: string, poolId: string): void =>
    openScreen('/pages/lessons/lesson/lesson', { activityId, poolId }),
}
