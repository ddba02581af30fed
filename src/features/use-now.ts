import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { dateOf } from '@/domain/time/date'
import { onServerTime, serverNow } from '@/gateway/clock'

/** The server's time in milliseconds, looked at again every half minute while the screen is seen. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(serverNow)
  const seen = useRef(true)
  useDidShow(() => {
    seen.current = true
    setNow(serverNow())
  })
  useDidHide(() => {
    seen.current = false
  })
  // A phone with a wrong clock shows the server's day as soon as the first answer tells it.
  useEffect(() => onServerTime(() => setNow(serverNow())), [])
  useEffect(() => {
    const timer = setInterval(() => {
      if (seen.current) setNow(serverNow())
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** Now (milliseconds) and which calendar day that is at UTC+8. */
export function useToday(): { now: number; today: string } {
  const now = useNow()
  return { now, today: dateOf(now) }
}
