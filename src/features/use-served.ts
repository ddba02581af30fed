import { useStore } from 'zustand'
import { lacking } from '@/gateway/call/call'
import { servedBy } from '@/gateway/call/lacking'
import type { OperationName } from '@/gateway/call/wire'

/** Whether the server has what a door leads to, as far as is known; a door that leads nowhere is hidden. */
export function useServed(): (operation: OperationName) => boolean {
  return servedBy(useStore(lacking.state, ({ operations }) => operations))
}
