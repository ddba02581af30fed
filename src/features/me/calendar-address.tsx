import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Confirm } from '@/ui/confirm/confirm'
import { Empty } from '@/ui/empty/empty'
import { LockNote } from '@/ui/lock-note/lock-note'
import { notice } from '@/ui/notice/notice'
import { CalendarSteps } from './calendar-steps'
import { MadeAddress } from './made-address'
import './calendar-address.css'

interface CalendarAddressProps {
  known: Output<'me.calendarAddress'>
  /** The address that was just made; told once. */
  address: string | null
  busy: boolean
  now: number
  onMake: () => Promise<boolean>
  onRevoke: (made: { since: string }) => Promise<boolean>
}

/** One address for all that I and my family booked: make it, copy it, end it. */
export function CalendarAddress(props: CalendarAddressProps) {
  const { known, address, busy, now, onMake, onRevoke } = props
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null)
  const { since } = known
  if (!known.offered && since === null) {
    return (
      <Empty scene="gate" title="这里还没有开通" note="报上名以后，点“加到手机日历”也能加进去" />
    )
  }
  const renew = async (): Promise<void> => {
    await onMake()
    setAsked(null)
  }
  const revoke = async (): Promise<void> => {
    const done = since !== null && (await onRevoke({ since }))
    setAsked(null)
    if (done) notice('停用了，原来的地址没用了')
  }
  return (
    <View className="calendar-address">
      <View>
        报好的课，自己的和家里人的，都会出现在手机自带的日历里。改了时间、停课、退了，日历自己跟着变。
      </View>
      {since === null ? (
        <>
          <Button block icon="calendar-plus" busy={busy} onTap={() => void onMake()}>
            要一个日历地址
          </Button>
          <Warning />
        </>
      ) : (
        <>
          {address ? (
            <MadeAddress address={address} />
          ) : (
            <View className="calendar-address-since number">
              {`您的日历地址，${dateInWords(dateOf(parseInstant(since)), dateOf(now))}要的，在用着。地址只显示过那一次；找不到了，就换一个新的。`}
            </View>
          )}
          <Warning />
          {address ? <CalendarSteps /> : null}
          <View className="calendar-address-acts">
            {known.offered && !address ? (
              <Button kind="ghost" block disabled={busy} onTap={() => setAsked('renew')}>
                换一个新地址
              </Button>
            ) : null}
            <Button kind="ghost" block disabled={busy} onTap={() => setAsked('revoke')}>
              停用这个地址
            </Button>
          </View>
        </>
      )}
      <Confirm
        open={asked === 'renew'}
        title="换一个新地址？"
        body="原来的地址马上没用，手机日历里要换成新的。"
        yes="换新的"
        no="先不换"
        busy={busy}
        onYes={() => void renew()}
        onNo={() => setAsked(null)}
      />
      <Confirm
        open={asked === 'revoke'}
        title="停用这个地址？"
        body="谁都不能再用它看您报了什么，手机日历也不再更新。报的名都在，不受影响；以后想用，再要一个就行。"
        yes="停用"
        no="先留着"
        danger
        busy={busy}
        onYes={() => void revoke()}
        onNo={() => setAsked(null)}
      />
    </View>
  )
}

/** Whoever has the address reads the calendar. */
function Warning() {
  return (
    <LockNote>
      谁拿到这个地址，谁就看得到您和家里人报了什么、几点去。只放进自己的手机，不要发到群里。私下的预约只写“预约”两个字。
    </LockNote>
  )
}
