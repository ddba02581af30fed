import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { at } from './ballot-words'
import { heldStanding, heldTitle } from './desk-words'
import { NumberSheet } from './number-sheet'
import { useBallots, usePoolsToDraw } from './use-desk'
import { listWords } from './wording'
import './announce-form.css'

interface BallotDeskProps {
  centreId: string
  now: number
  onAnnounce: () => void
  onVerify: (ballotId: string) => void
}

/** 管摇号, for staff: the ballots of a centre, the numbers that are due, what waits to be announced. */
export function BallotDesk({ centreId, now, onAnnounce, onVerify }: BallotDeskProps) {
  const answer = useBallots(centreId)
  const waiting = usePoolsToDraw(centreId)
  const [asked, setAsked] = useState<string | null>(null)
  if (answer.value === null) {
    return answer.failure ? (
      <Unread answer={answer} words={listWords} now={now} />
    ) : (
      <Skeleton kind="list" />
    )
  }
  const { ballots } = answer.value
  const pools = waiting.value?.pools ?? []
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="desk-columns">
        <Section title="摇号" note="要录数字的，点开来录">
          {ballots.length === 0 ? (
            <Card>
              <Empty scene="ticket" title="还没有公布过摇号" note="公布一场，居民就能登记。" />
            </Card>
          ) : (
            <Rows label="摇号">
              {ballots.map((held) => {
                const { tag, note, due } = heldStanding(held, now)
                const title = heldTitle(held)
                return (
                  <Row
                    key={held.ballotId}
                    title={title}
                    note={note}
                    tag={tag}
                    label={`${title}，${tag.text}，${note}`}
                    onTap={() => (due ? setAsked(held.ballotId) : onVerify(held.ballotId))}
                  />
                )
              })}
            </Rows>
          )}
        </Section>
        <Section title="等着公布的" note={pools.length > 0 ? `${pools.length} 班` : undefined}>
          {pools.length === 0 ? (
            <Card>
              <Empty scene="bench" title="没有等着的" note="设成摇号的班，会在这里等您公布。" />
            </Card>
          ) : (
            <>
              <Rows label="等着公布的">
                {pools.map(({ poolId, title, capacity, closesAt }) => (
                  <Row
                    key={poolId}
                    title={title}
                    note={`${capacity} 席，登记到 ${at(closesAt, now)}`}
                  />
                ))}
              </Rows>
              <View className="desk-announce">
                <Button block onTap={onAnnounce}>
                  公布一场摇号
                </Button>
              </View>
            </>
          )}
        </Section>
      </View>
      <NumberSheet
        held={ballots.find(({ ballotId }) => ballotId === asked) ?? null}
        now={now}
        onClose={() => setAsked(null)}
        onEntered={() => {
          setAsked(null)
          void answer.refresh()
        }}
      />
    </>
  )
}
