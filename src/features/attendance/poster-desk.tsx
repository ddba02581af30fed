import { useState } from 'react'
import { View } from '@tarojs/components'
import { serverNow } from '@/gateway/clock'
import { canPrint, printPage } from '@/gateway/device/print'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { Empty } from '@/ui/empty/empty'
import { notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { PosterSheet } from './poster-sheet'
import { usePoster } from './use-poster'
import { posterWords } from './wording'
import './poster-desk.css'

interface PosterDeskProps {
  centreId: string
  centreName: string
  now: number
}

/** 墙上的签到码, for staff: the sheet to print, and a new code when the old one got about. */
export function PosterDesk({ centreId, centreName, now }: PosterDeskProps) {
  const { answer, busy, problem, make } = usePoster(centreId)
  const [asking, setAsking] = useState(false)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="ticket" />
    return <Unread answer={answer} words={posterWords} now={now} />
  }
  const { poster } = answer.value
  const replace = async (): Promise<void> => {
    const made = await make()
    setAsking(false)
    if (made) notice(poster ? '换好了，把新的贴上' : '做好了，打印出来贴上')
  }
  return (
    <>
      {poster ? (
        <>
          <View className="note number poster-hint not-printed">
            {`${momentInWords(parseInstant(poster.madeAt), serverNow())} 做的。贴在门口或教室里，居民扫一扫，自己签到。`}
          </View>
          <PosterSheet poster={poster} centreName={centreName} />
        </>
      ) : (
        <Card>
          <Empty
            scene="ticket"
            title="墙上还没有签到码"
            note="做一张贴在门口，居民扫一扫就签到，不用一个一个点名。"
          />
        </Card>
      )}
      {problem ? (
        <View className="poster-problem not-printed" {...aria({ role: 'alert' })}>
          <View className="poster-problem-title">{problem.title}</View>
          <View>{problem.next}</View>
        </View>
      ) : null}
      <View className="poster-acts not-printed">
        {poster && canPrint ? (
          <Button block onTap={printPage}>
            打印
          </Button>
        ) : null}
        {poster ? (
          <Button kind="ghost" block icon="swap" onTap={() => setAsking(true)}>
            换一张新的
          </Button>
        ) : (
          <Button block busy={busy} onTap={() => void replace()}>
            做一张
          </Button>
        )}
      </View>
      <Confirm
        open={asking}
        title="换一张新的？"
        body="墙上那张马上不能用了，扫了签不上。换好以后，要把新的打印出来贴上。"
        yes="换新的"
        no="先不换"
        danger
        busy={busy}
        onYes={() => void replace()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
