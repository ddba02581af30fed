import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { dateOf } from '@/domain/time/date'
import { clock, serverNow } from '@/gateway/clock'

const LOOK_MS = 30_000
/** A little after the instant, never twice in the same moment. */
const AFTER_MS = 50
const LEAST_MS = 250

/**
 * The server's time in milliseconds, looked at again every half minute while the screen is seen,
 * and right when one of the watched instants comes (milliseconds), such as the opening of a pool.
 */
export function useNow(watched: readonly number[] = []): number {
  const [now, setNow] = useState(serverNow)
  const seen = useRef(true)
  useDidShow(() => {
    seen.current = true
    setNow(serverNow())
  })
  useDidHide(() => {
    seen.current = false
  })
  const instants = watched.join()
  // A phone whose clock is wrong finds out with the first answer.
  const { offsetMs } = useStore(clock)
  useEffect(() => setNow(serverNow()), [offsetMs])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const schedule = (): void => {
      const from = serverNow()
      const next = Math.min(...watched.filter((instant) => instant > from), Infinity)
      timer = setTimeout(
        () => {
          if (seen.current) setNow(serverNow())
          schedule()
        },
        Math.min(LOOK_MS, Math.max(LEAST_MS, next - from + AFTER_MS)),
      )
    }
    schedule()
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- the list is made anew at each rendering
  }, [instants, offsetMs])
  return now
}

/** Now (milliseconds) and which calendar day that is at UTC+8. */
export function useToday(): { now: number; today: string } {
  const now = useNow()
  return { now, today: dateOf(now) }
}
