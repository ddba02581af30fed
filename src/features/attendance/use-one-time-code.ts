import { useEffect, useMemo, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { CODE_PERIOD, oneTimeCode } from '@/domain/attendance/one-time-code'
import { clock, serverNow } from '@/gateway/clock'
import { inSight, onOutOfSight } from '@/gateway/device/out-of-sight'
import { secondsLeft, STEP } from './code-time'

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
