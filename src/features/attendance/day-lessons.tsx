import { View } from '@tarojs/components'
import { addDays } from '@/domain/time/date'
import { dateInWords, dayInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Icon } from '@/ui/icon/icon'
import { Row, Rows } from '@/ui/row/row'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Tap } from '@/ui/tap/tap'
import { Copied, Unread } from '../answer-states'
import { DoorNotes } from './door-notes'
import { lessonRow } from './lesson-rows'
import { useLessons } from './use-lessons'
import { lessonsWords } from './wording'
import './day-lessons.css'

interface DayLessonsProps {
  centreId: string
  /** The day shown and today, `YYYY-MM-DD`. */
  day: string
  today: string
  now: number
  onDay: (day: string) => void
  /** The lesson that stands beside the list, where there is room for it. */
  selected?: string | null
  onOpen: (occurrenceId: string) => void
}

/** The lessons of a day in a centre, with how many of those who booked are there. */
export function DayLessons(props: DayLessonsProps) {
  const { centreId, day, today, now, onDay, selected = null, onOpen } = props
  const answer = useLessons(centreId, day)
  const lessons = answer.value?.lessons ?? []
  return (
    <View>
      <DayTurn day={day} today={today} onDay={onDay} />
      <DoorNotes now={now} />
      <Copied answer={answer} now={now} />
      {answer.value === null ? (
        answer.failure ? (
          <Unread answer={answer} words={lessonsWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : lessons.length === 0 ? (
        <Card>
          <Empty
            scene="tea"
            title={`${dayInWords(day, today)}没有要点名的课`}
            note="有人报名的课会在这里。翻翻前一天、后一天。"
          />
        </Card>
      ) : (
        <Rows label={`${dayInWords(day, today)}的课`}>
          {lessons.map((lesson) => (
            <Row
              key={lesson.occurrenceId}
              {...lessonRow(lesson)}
              seal={lesson.category}
              selected={lesson.occurrenceId === selected}
              onTap={() => onOpen(lesson.occurrenceId)}
            />
          ))}
        </Rows>
      )}
    </View>
  )
}

interface DayTurnProps {
  day: string
  today: string
  onDay: (day: string) => void
}

/** Which day it is, and the days before and after it. */
function DayTurn({ day, today, onDay }: DayTurnProps) {
  return (
    <View className="day-turn">
      <Tap className="day-arrow" label="前一天" onTap={() => onDay(addDays(day, -1))}>
        <Icon name="chevron-left" />
      </Tap>
      <View className="day-name" {...aria({ role: 'heading' })}>
        <View className="title">{dayInWords(day, today)}</View>
        <View className="note number">{dateInWords(day, today)}</View>
      </View>
      {day === today ? null : (
        <Tap className="day-today" label="回到今天" onTap={() => onDay(today)}>
          今天
        </Tap>
      )}
      <Tap className="day-arrow" label="后一天" onTap={() => onDay(addDays(day, 1))}>
        <Icon name="chevron-right" />
      </Tap>
    </View>
  )
}
