import { useStore } from 'zustand'
import type { Progress } from '@/gateway/call/tries'
import { desk } from './phone-desk'

/** How it stands with a booking that has no answer yet; null where none is under way. */
export function useBookingProgress(poolId: string | null): Progress | null {
  return useStore(desk.busy, ({ progress }) => (poolId !== null && progress[poolId]) || null)
}

/** Whether a pool or a booking is being worked on. */
export function useSeatBusy(key: string | null): boolean {
  return useStore(desk.busy, ({ keys }) => key !== null && keys.includes(key))
}

/** The same at this very moment, for a second tap that comes before the screen is drawn anew. */
export const isBusyWith = (key: string): boolean => desk.busy.getState().keys.includes(key)
