import { openScreen } from '@/gateway/navigation'

const DESK = '/pages/waitlist/desk/desk'
const LISTS = '/pages/waitlist/lists/lists'

/** Where staff see who waits for seats. */
export const goWaitlist = {
  desk: (activityId: string, poolId: string): void => openScreen(DESK, { activityId, poolId }),
  lists: (): void => openScreen(LISTS),
}
