import { useStore } from 'zustand'
import { desk } from './phone-desk'

/** Whether a pool or a booking is being worked on. */
export function useSeatBusy(key: string | null): boolean {
  return useStore(desk.busy, ({ keys }) => key !== null && keys.includes(key))
}
