import { View } from '@tarojs/components'
import { timeOf } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { CopyNote } from '@/ui/copy-note/copy-note'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { callUpInWords, callUpOf } from './call-up-words'
import { useCallUp } from './use-call-up'
import { queueNowWords } from './wording'
import './call-up.css'

interface CallUpProps {
  poolId: string
  /** Milliseconds since the epoch. */
  now: number
}

/** Which number is called and how far off mine is, to be read at arm’s length. */
export function CallUp({ poolId, now }: CallUpProps) {
  const answer = useCallUp(poolId)
  const { value, savedAt, failure, busy, offline, refresh } = answer
  if (value === null) {
    if (!failure) return <Skeleton kind="ticket" />
    return <Unread answer={answer} words={queueNowWords} now={now} />
  }
  const standing = callUpOf(value)
  const asked = timeOf(savedAt)
  return (
    <>
      {failure || offline ? <CopyNote at={asked} offline={offline} failed /> : null}
      <Card>
        <View
          className="call-up"
          {...aria({ role: 'status', live: 'polite', label: callUpInWords(standing) })}
        >
          <View className="call-up-head">{standing.called === null ? '还没开始叫号' : '现在'}</View>
          {standing.called === null ? null : (
            <View className="call-up-now">
              {standing.called}
              <View className="call-up-unit">号</View>
            </View>
          )}
          {standing.lines.map(({ number, words, mood }) => (
            <View key={number} className={`call-up-mine call-up-${mood}`}>
              <View className="call-up-number">{`您是 ${number} 号`}</View>
              <View className="call-up-words">{words}</View>
            </View>
          ))}
        </View>
      </Card>
      <View className="note call-up-asked number">
        {`${asked} 看的，开着这一页会自己再看；收起手机就停。`}
      </View>
      <Button kind="ghost" block icon="refresh" busy={busy} onTap={() => void refresh()}>
        再看一次
      </Button>
    </>
  )
}
