import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { Empty } from '@/ui/empty/empty'
import { LockNote } from '@/ui/lock-note/lock-note'
import { Tag } from '@/ui/tag/tag'
import { deviceInWords } from './browser-words'
import './my-devices.css'

type Session = Output<'devices.mine'>['sessions'][number]

interface MyDevicesProps {
  sessions: readonly Session[]
  now: number
  busy: boolean
  /** Null for all of them. */
  onEnd: (sessionId: string | null) => Promise<void>
  /** Lets a desk in; null at a desk, which cannot. */
  onApprove: (() => void) | null
}

/** 我的设备: where somebody is signed in at a desk, and how to end it. */
export function MyDevices({ sessions, now, busy, onEnd, onApprove }: MyDevicesProps) {
  const [asked, setAsked] = useState<Session | 'all' | null>(null)
  const at = (text: string): string => momentInWords(parseInstant(text), now)
  const end = async (): Promise<void> => {
    if (asked) await onEnd(asked === 'all' ? null : asked.sessionId)
    setAsked(null)
  }
  return (
    <>
      {sessions.length === 0 ? (
        <Card>
          <Empty
            scene="gate"
            title="没有电脑登录着"
            note="想在大屏幕上用：在电脑的浏览器里打开常来。点“在电脑上登录”，再用手机扫一扫。"
          />
        </Card>
      ) : (
        sessions.map((session) => (
          <Card key={session.sessionId}>
            <View className="device-head">
              <View className="device-name">{deviceInWords(session)}</View>
              {session.here ? <Tag tone="free">就是这台</Tag> : null}
            </View>
            <View className="note number">{`${at(session.since)} 登录，${at(session.seenAt)} 用过`}</View>
            <View className="note number device-ends">{`不用的话，${at(session.endsAt)} 自己退出`}</View>
            <Button
              kind="ghost"
              block
              disabled={busy}
              label={`让${deviceInWords(session)}退出`}
              onTap={() => setAsked(session)}
            >
              让它退出
            </Button>
          </Card>
        ))
      )}
      <View className="device-acts">
        {onApprove ? (
          <Button block icon="qr" onTap={onApprove}>
            登录一台电脑
          </Button>
        ) : null}
        {sessions.length > 1 ? (
          <Button kind="ghost" block disabled={busy} onTap={() => setAsked('all')}>
            全都退出
          </Button>
        ) : null}
      </View>
      <LockNote>
        登录只记浏览器的种类和时间，不记在什么地方。退出以后过一个星期，这条记录也删掉。
      </LockNote>
      <Confirm
        open={asked !== null}
        title={asked === 'all' ? '全都退出？' : '让这台电脑退出？'}
        body="马上就不能再用您的身份了。上面写了一半、还没送出的，会没有。想再用，重新扫一次码。"
        yes="退出"
        no="先留着"
        danger
        busy={busy}
        onYes={() => void end()}
        onNo={() => setAsked(null)}
      />
    </>
  )
}
