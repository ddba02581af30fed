import { useEffect, useMemo, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { CODE_PERIOD, oneTimeCode } from '@/domain/attendance/one-time-code'
import { SECOND } from '@/domain/time/instant'
import { clock, serverNow } from '@/gateway/clock'
import { inSight, onOutOfSight } from '@/gateway/device/out-of-sight'

/** The words about the time left change so often: often enough to be true, seldom enough to be calm. */
const STEP = 5 * SECOND
/** A little after the step, never just before it. */
const AFTER_MS = 30

/**
 * The code of a booking by the server's clock, and how many seconds it is still shown. Needs no
 * network; one timer, and none while nobody looks.
 */
export function useOneTimeCode(secret: string): { digits: string; secondsLeft: number } {
  const [now, setNow] = useState(serverNow)
  const [seen, setSeen] = useState(true)
  const { offsetMs } = useStore(clock)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  useEffect(() => onOutOfSight(() => setSeen(inSight())), [])
  useEffect(() => {
    if (!seen) return
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const at = serverNow()
      setNow(at)
      timer = setTimeout(look, STEP - (at % STEP) + AFTER_MS)
    }
    look()
    return () => clearTimeout(timer)
  }, [seen, offsetMs])

  const period = Math.floor(now / CODE_PERIOD)
  const digits = useMemo(() => oneTimeCode(secret, period * CODE_PERIOD), [secret, period])
  return { digits, secondsLeft: secondsLeft(now) }
}

/** In steps of five, rounded up: what is said holds until it is said anew. */
export function secondsLeft(now: number): number {
  return Math.ceil((CODE_PERIOD - (now % CODE_PERIOD)) / STEP) * (STEP / SECOND)
}
