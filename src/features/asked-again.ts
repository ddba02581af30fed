import { useEffect, useRef } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** How each question that failed is asked once more, if its page is in sight. */
const failed = new Set<() => void>()

/** Asks once more for everything that failed on the page in sight. */
export function askFailedAgain(): void {
  for (const ask of failed) ask()
}

/** Has `askFailedAgain` ask once more while something has failed; `ask` asks nothing that is under way. */
export function useAskedAgain(ask: () => void, hasFailed: boolean): void {
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (!hasFailed) return
    const askInSight = (): void => {
      if (shown.current) ask()
    }
    failed.add(askInSight)
    return () => {
      failed.delete(askInSight)
    }
  }, [ask, hasFailed])
}
