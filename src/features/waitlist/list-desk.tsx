import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { canMoveUp, type Listed, listedRow, listInWords } from './desk-words'
import { MoveUpSheet } from './move-up-sheet'
import { useListDesk } from './use-list-desk'
import { listWords } from './wording'
import './list-desk.css'

interface ListDeskProps {
  poolId: string
  /** Milliseconds since the epoch. */
  now: number
}

/** For staff: who waits for a pool in their turn, without names, and a way to put somebody first. */
export function ListDesk({ poolId, now }: ListDeskProps) {
  const desk = useListDesk(poolId)
  const [asked, setAsked] = useState<Listed | null>(null)
  const { answer } = desk
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={listWords} now={now} />
  }
  const { entries } = answer.value
  const movable = entries.some(canMoveUp)
  return (
    <>
      <Copied answer={answer} now={now} />
      <Section title="名单" note={listInWords(answer.value)}>
        {entries.length === 0 ? (
          <Card>
            <Empty scene="bench" title="没有人候补" note="报满以后有人候补，名单就在这里。" />
          </Card>
        ) : (
          <>
            {movable ? (
              <View className="note desk-how">点一位，可以提到最前；为什么，大家都看得到。</View>
            ) : null}
            <Rows label="候补名单">
              {entries.map((entry) => {
                const { title, lines, tag, label } = listedRow(entry, now)
                const moves = canMoveUp(entry)
                return (
                  <Row
                    key={entry.entryId}
                    title={title}
                    note={lines.map((line) => (
                      <View key={line} className="number">
                        {line}
                      </View>
                    ))}
                    tag={tag}
                    label={moves ? `${label}，可以提到最前` : label}
                    {...(moves && { onTap: () => setAsked(entry) })}
                  />
                )
              })}
            </Rows>
          </>
        )}
      </Section>
      <MoveUpSheet entry={asked} desk={desk} onClose={() => setAsked(null)} />
    </>
  )
}
