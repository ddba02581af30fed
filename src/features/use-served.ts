import { useStore } from 'zustand'
import { lacking } from '@/gateway/call/call'
import { servedBy } from '@/gateway/call/lacking'
import type { OperationName } from '@/gateway/call/wire'
import type { Fact } from '@/ui/facts/facts'

/** Whether the server has what a door leads to, as far as is known; a door that leads nowhere is hidden. */
export function useServed(): (operation: OperationName) => boolean {
  return servedBy(useStore(lacking.state, ({ operations }) => operations))
}

/** A line that leads somewhere; without what it needs on the server it is hidden. */
export type Door = Fact & { needs?: OperationName }

/** Leaves the doors that lead somewhere. */
export function useDoors(): (all: Door[]) => Door[] {
  const isServed = useServed()
  return (all) => all.filter(({ needs }) => !needs || isServed(needs))
}
