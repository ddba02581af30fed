import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { MINUTE, SECOND } from '@/domain/time/instant'
import { clock, serverNow } from '@/gateway/clock'

/** A little after the second, never just before it. */
const AFTER_MS = 30

/**
 * The server's time in milliseconds, looked at again whenever it is whole seconds before or after an
 * instant; whole minutes, while that is further away than one.
 */
export function useCountdown(instant: number): number {
  const [now, setNow] = useState(serverNow)
  const { offsetMs } = useStore(clock)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const at = serverNow()
      setNow(at)
      const left = instant - at
      const step = left > MINUTE ? MINUTE : SECOND
      timer = setTimeout(look, (((left % step) + step) % step || step) + AFTER_MS)
    }
    look()
    return () => clearTimeout(timer)
  }, [instant, offsetMs])
  return now
}
