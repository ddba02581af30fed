import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { lessonsInWords } from '@/domain/time/words'
import type { Question } from '@/gateway/answers/answers'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { useAnswer } from '../use-answer'
import { waitersInWords } from './desk-words'
import { poolsWords } from './wording'

interface ListsDeskProps {
  centreId: string
  /** Milliseconds since the epoch. */
  now: number
  /** The class whose list stands beside, where there is room for it. */
  selected?: string | null
  onOpen: (activityId: string, poolId: string) => void
}

/** 管候补, for staff: the classes of a centre for which somebody waits. */
export function ListsDesk({ centreId, now, selected = null, onOpen }: ListsDeskProps) {
  const question: Question<'waitlist.pools'> = {
    operation: 'waitlist.pools',
    input: { centreId },
    join: (before, next) => ({ ...next, pools: [...before.pools, ...next.pools] }),
  }
  const answer = useAnswer(question)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={poolsWords} now={now} />
  }
  const { pools } = answer.value
  return (
    <>
      <Copied answer={answer} now={now} />
      <Section title="有人在等的" note={pools.length > 0 ? `${pools.length} 班` : undefined}>
        {pools.length === 0 ? (
          <Card>
            <Empty scene="bench" title="没有人候补" note="报满以后有人候补，就列在这里。" />
          </Card>
        ) : (
          <Rows label="有人在等的">
            {pools.map((pool) => {
              const { poolId, activityId, title, startsAt, endsAt } = pool
              const when = lessonsInWords(parseInstant(startsAt), parseInstant(endsAt), now)
              const waiters = waitersInWords(pool)
              return (
                <Row
                  key={poolId}
                  title={title}
                  note={[when, waiters].map((line) => (
                    <View key={line} className="number">
                      {line}
                    </View>
                  ))}
                  label={`${title}，${when}，${waiters}`}
                  selected={poolId === selected}
                  onTap={() => onOpen(activityId, poolId)}
                />
              )
            })}
          </Rows>
        )}
      </Section>
    </>
  )
}
