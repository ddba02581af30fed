import { useEffect, useRef } from 'react'

/** Names are tapped one after another: it is looked anew once for all of them. */
const LULL_MS = 2_500

/** Looks anew once everything that was kept has got through and nothing more comes: others mark, too. */
export function useOnceSent(unsent: number, refresh: () => Promise<void>): void {
  const due = useRef(false)
  useEffect(() => {
    if (unsent > 0) due.current = true
    if (unsent > 0 || !due.current) return
    const timer = setTimeout(() => {
      due.current = false
      void refresh()
    }, LULL_MS)
    return () => clearTimeout(timer)
  }, [unsent, refresh])
}
