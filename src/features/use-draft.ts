import { useEffect } from 'react'
import { useDidHide } from '@tarojs/taro'
import { useStore } from 'zustand'
import { onOutOfSight } from '@/gateway/device/out-of-sight'
import { session } from '@/gateway/session/session'
import type { DraftState, KeptDraft } from './kept-draft'

/** A draft of this phone, written down when the screen goes out of sight, whatever takes it away. */
export function useDraft<T extends object>(kept: KeptDraft<T>): DraftState<T> {
  const { since } = useStore(session)
  useEffect(() => {
    void kept.load()
  }, [kept, since])
  useDidHide(() => kept.flush())
  useEffect(() => {
    const stop = onOutOfSight(kept.flush)
    return () => {
      stop()
      kept.flush()
    }
  }, [kept])
  return useStore(kept.state)
}
