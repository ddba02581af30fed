import { parseInstant } from '@/domain/time/instant'
import { agoInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { useAnswer } from '../use-answer'
import { saidInWords } from './report-words'
import { tasksOf } from './task-question'
import { tasksWords } from './wording'

interface TaskRowsProps {
  centreId: string
  now: number
  /** To the station, where the answer is given. */
  onOpen: (stationId: string) => void
}

/** For staff: the stations of a centre that several people reported, longest waiting first. */
export function TaskRows({ centreId, now, onOpen }: TaskRowsProps) {
  const answer = useAnswer(tasksOf(centreId))
  const tasks = answer.value?.tasks ?? []
  return (
    <Section title="待办" note={tasks.length > 0 ? `${tasks.length} 件` : undefined}>
      {answer.value === null ? (
        answer.failure ? (
          <Unread answer={answer} words={tasksWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : tasks.length === 0 ? (
        <Card>
          <Empty scene="bench" title="没有要答复的" note="两个人说同一件事，这里就会有。" />
        </Card>
      ) : (
        <Rows label="待办">
          {tasks.map(({ taskId, stationId, stationName, kind, facility, people, openedAt }) => (
            <Row
              key={taskId}
              title={stationName}
              note={`${people} 个人${saidInWords(kind, facility)} · ${agoInWords(parseInstant(openedAt), now)}`}
              onTap={() => onOpen(stationId)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}
