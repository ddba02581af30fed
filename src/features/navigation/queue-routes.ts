import { openScreen } from '@/gateway/navigation'

const NOW = '/pages/queue/now/now'
const DESK = '/pages/queue/desk/desk'

/** Where numbers are waited for, and where they are called. */
export const goQueue = {
  now: (poolId: string): void => openScreen(NOW, { poolId }),
  desk: (poolId?: string): void => openScreen(DESK, poolId ? { poolId } : {}),
}
