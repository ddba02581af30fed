import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** What each question of the pages that are open does when somebody taps 再试一次. */
const open = new Set<() => void>()

/** Asks once more for everything that failed on the page in sight, or is about to. */
export function askFailedAgain(): void {
  for (const askAgain of open) askAgain()
}

interface Asking {
  busy: boolean
  hasFailed: boolean
}

/**
 * Has `askFailedAgain` ask once more where something has failed, and where it fails that was under way
 * when that was tapped: it was asked on the line that had failed.
 */
export function useAskedAgain(ask: () => void, { busy, hasFailed }: Asking): void {
  const shown = useRef(true)
  const now = useRef<Asking>({ busy, hasFailed })
  const wanted = useRef(false)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    now.current = { busy, hasFailed }
    if (busy) return
    const isWanted = wanted.current && hasFailed
    wanted.current = false
    // Whoever asked says first that it has failed, and then that it is over.
    if (isWanted) setTimeout(ask)
  }, [ask, busy, hasFailed])
  useEffect(() => {
    const askAgain = (): void => {
      if (!shown.current) return
      if (now.current.busy) wanted.current = true
      else if (now.current.hasFailed) ask()
    }
    open.add(askAgain)
    return () => {
      open.delete(askAgain)
    }
  }, [ask])
}
