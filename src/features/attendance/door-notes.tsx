import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { outbox } from '@/gateway/call/phone-outbox'
import { serverNow } from '@/gateway/clock'
import { network } from '@/gateway/device/network'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Icon } from '@/ui/icon/icon'
import { isOfDoor, returnedInWords } from './returned-words'
import type { Listed } from './roster'
import './door-notes.css'

interface DoorNotesProps {
  /** Whom a mark that came back can be about. */
  listed?: readonly Listed[]
  /** Changes every half minute while the screen is seen. */
  now: number
}

/** What this phone has marked and not sent yet, and what came back. */
export function DoorNotes({ listed = [], now }: DoorNotesProps) {
  const { kept, returned } = useStore(outbox.state)
  const offline = useStore(network, (state) => state.offline)
  const waiting = kept.filter(isOfDoor).length
  const back = returned.filter(({ intent }) => isOfDoor(intent))
  // A network that only seems to be there is tried again while somebody looks on.
  useEffect(() => {
    if (waiting > 0) void outbox.flush()
    // oxlint-disable-next-line react/exhaustive-deps -- each half minute, not each mark
  }, [now])
  return (
    <>
      {waiting > 0 ? (
        <View className="kept-note door-kept" {...aria({ role: 'status', live: 'polite' })}>
          <Icon name={offline ? 'cloud-off' : 'refresh'} size={16} />
          <View className="kept-words number">
            {offline
              ? `没有网络，${waiting} 条记在手机里，连上网自己送。`
              : `${waiting} 条记在手机里，正在送。`}
          </View>
        </View>
      ) : null}
      {back.length > 0 ? (
        <View className="kept-note door-back" {...aria({ role: 'alert' })}>
          <View className="kept-words">
            <View className="kept-title number">{`${back.length} 条没记上`}</View>
            {back.slice(0, 5).map((one) => (
              <View key={one.intent.requestId}>{returnedInWords(one, listed, serverNow())}</View>
            ))}
            <Button kind="ghost" block onTap={outbox.dismiss}>
              知道了
            </Button>
          </View>
        </View>
      ) : null}
    </>
  )
}
