import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { newRequestId } from '@/gateway/call/request-id'
import { distrustClock, serverNow } from '@/gateway/clock'
import { evenChance } from '@/gateway/device/random'
import { session } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'
import { createFirstTry, type FirstTry, type Wanted } from './first-try'
import { CHANGED_MEANWHILE, TOO_LATE } from './waiting-wording'

interface Given {
  /** Null where there is nothing to take. */
  wanted: Wanted | null
  /** Books (see FirstTry). */
  send: (requestId: string, mayBeEarly: boolean) => Promise<number | null>
  /** Asks the server anew for what the page shows, and so for its time. */
  onMeasure: () => Promise<unknown>
}

/** Taking seats in one's turn, on the page of a pool: what is asked of it ends with the page. */
export function useFirstTry({ wanted, send, onMeasure }: Given) {
  const given = useRef({ send, onMeasure })
  given.current = { send, onMeasure }
  const [firstTry] = useState<FirstTry>(() =>
    createFirstTry({
      ...{ now: serverNow, phoneTime: Date.now, chance: evenChance, newRequestId },
      measure: async () => {
        distrustClock()
        await given.current.onMeasure()
      },
      send: (requestId, mayBeEarly) => given.current.send(requestId, mayBeEarly),
      tooLate: () => notice(TOO_LATE),
    }),
  )
  const asked = useStore(firstTry.state, (state) => state.asked)
  useEffect(() => firstTry.left, [firstTry])
  // What one person asked for is not the next one's.
  useEffect(() => session.subscribe(firstTry.takeBack), [firstTry])

  const hidden = useRef(false)
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) void firstTry.shown()
    hidden.current = false
  })

  const isOther = asked !== null && (asked.key !== wanted?.key || asked.opensAt !== wanted.opensAt)
  useEffect(() => {
    if (!isOther) return
    firstTry.takeBack()
    notice(CHANGED_MEANWHILE)
  }, [firstTry, isOther])

  return {
    asked: isOther ? null : asked,
    ask: () => void (wanted && firstTry.ask(wanted)),
    takeBack: firstTry.takeBack,
  }
}
