import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import {
  currentOf,
  deskStanding,
  marksOf,
  type Numbered,
  numberRow,
  type Queue,
} from './call-desk-words'
import { useCallDesk } from './use-call-desk'
import { listQueueWords } from './wording'
import './call-desk.css'

interface CallDeskProps {
  poolId: string
  /** Milliseconds since the epoch. */
  now: number
}

/** For the doctor and staff: who is in, who comes next, and every number. */
export function CallDesk({ poolId, now }: CallDeskProps) {
  const desk = useCallDesk(poolId)
  const [asked, setAsked] = useState<Numbered | null>(null)
  const { answer, problem } = desk
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={listQueueWords} now={now} />
  }
  const queue = answer.value
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="desk-columns">
        <View>
          <Now queue={queue} desk={desk} />
          {problem ? (
            <View className="call-problem" {...aria({ role: 'alert' })}>
              <View className="call-problem-title">{problem.title}</View>
              <View>{problem.next}</View>
            </View>
          ) : null}
        </View>
        <Section title="所有的号" note={`${queue.numbers.length} 个，点一个可以改`}>
          {queue.numbers.length === 0 ? (
            <Card>
              <Empty scene="bench" title="还没有人报" note="有人报了，这里就有号。" />
            </Card>
          ) : (
            <Rows label="所有的号">
              {queue.numbers.map((one) => {
                const { title, tag, label } = numberRow(one)
                return (
                  <Row
                    key={one.number}
                    title={title}
                    tag={tag}
                    label={label}
                    off={one.state === 'cancelled'}
                    {...(one.state === 'cancelled' ? {} : { onTap: () => setAsked(one) })}
                  />
                )
              })}
            </Rows>
          )}
        </Section>
      </View>
      <Sheet
        open={asked !== null}
        title={asked ? numberRow(asked).title : ''}
        onClose={() => setAsked(null)}
      >
        {asked ? (
          <View className="call-acts">
            <Button
              block
              onTap={() => {
                setAsked(null)
                desk.call(asked.number)
              }}
            >
              {`叫 ${asked.number} 号`}
            </Button>
            {marksOf(asked).map(({ mark, label }) => (
              <Button
                key={mark}
                kind="ghost"
                block
                onTap={() => {
                  setAsked(null)
                  desk.mark(asked.number, mark)
                }}
              >
                {label}
              </Button>
            ))}
          </View>
        ) : null}
      </Sheet>
    </>
  )
}

/** The one decision: what became of who is in, and the next. */
function Now({ queue, desk }: { queue: Queue; desk: ReturnType<typeof useCallDesk> }) {
  const { nextUp } = queue
  const { busy } = desk
  const current = currentOf(queue)
  return (
    <Card>
      <View className="call-now" {...aria({ role: 'status', live: 'polite' })}>
        <View className="call-now-number">
          {current ? numberRow(current).title : deskStanding(queue).split('，')[0]}
        </View>
        <View className="note number">
          {current ? deskStanding(queue) : deskStanding(queue).split('，')[1]}
        </View>
      </View>
      <View className="call-acts">
        {current ? (
          <>
            <Button
              block
              busy={busy}
              onTap={() =>
                nextUp === null
                  ? desk.mark(current.number, 'seen')
                  : desk.next(current.number, 'seen')
              }
            >
              {nextUp === null ? '看完了' : `看完了，叫 ${nextUp} 号`}
            </Button>
            <Button
              kind="ghost"
              block
              disabled={busy}
              onTap={() =>
                nextUp === null
                  ? desk.mark(current.number, 'absent')
                  : desk.next(current.number, 'absent')
              }
            >
              {nextUp === null ? '没来' : `没来，叫 ${nextUp} 号`}
            </Button>
          </>
        ) : (
          <Button block busy={busy} disabled={nextUp === null} onTap={() => desk.call()}>
            {nextUp === null ? '没有人在等' : `叫 ${nextUp} 号`}
          </Button>
        )}
      </View>
    </Card>
  )
}
