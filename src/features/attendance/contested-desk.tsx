import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { type Contested, contestedWhat, lapsesInWords, whoContests } from './contested-words'
import { SettleSheet } from './settle-sheet'
import { useContested, type Verdict } from './use-contested'
import { contestedWords } from './wording'
import './contested-desk.css'

interface ContestedDeskProps {
  centreId: string
  now: number
}

/** 有话说的, for staff: which strikes residents contest, those that wait longest first. */
export function ContestedDesk({ centreId, now }: ContestedDeskProps) {
  const desk = useContested(centreId)
  const { answer } = desk
  const [asked, setAsked] = useState<{ strike: Contested; state: Verdict } | null>(null)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={contestedWords} now={now} />
  }
  const { strikes } = answer.value
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="note contested-hint">
        居民点了“有话说”，不用写理由。拿不准就撤销，写一句话对方会看到。
      </View>
      {strikes.length === 0 ? (
        <Card>
          <Empty scene="bench" title="没有要看的" note="有人说记错了，这里就会有。" />
        </Card>
      ) : (
        <View className="desk-columns">
          {strikes.map((strike) => (
            <Card key={strike.strikeId}>
              <View className="contested-who">{whoContests(strike)}</View>
              <View className="number">{contestedWhat(strike, now)}</View>
              <View className="note number">{lapsesInWords(strike, now)}</View>
              <View className="contested-acts">
                <Button
                  block
                  label={`撤销：${whoContests(strike)}`}
                  onTap={() => setAsked({ strike, state: 'waived' })}
                >
                  撤销
                </Button>
                <Button
                  kind="ghost"
                  block
                  label={`保留：${whoContests(strike)}`}
                  onTap={() => setAsked({ strike, state: 'upheld' })}
                >
                  保留
                </Button>
              </View>
            </Card>
          ))}
        </View>
      )}
      <SettleSheet asked={asked} desk={desk} onClose={() => setAsked(null)} />
    </>
  )
}
