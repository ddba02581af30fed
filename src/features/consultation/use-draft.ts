import { useEffect } from 'react'
import { useDidHide } from '@tarojs/taro'
import { useStore } from 'zustand'
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
    const flush = () => kept.flush()
    const browser = process.env.TARO_ENV === 'h5'
    if (browser) document.addEventListener('visibilitychange', flush)
    return () => {
      if (browser) document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [kept])
  return useStore(kept.state)
}
