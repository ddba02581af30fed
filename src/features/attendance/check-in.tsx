import { View } from '@tarojs/components'
import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import {
  checkedInNote,
  checkedInWords,
  lessonNote,
  lessonTitle,
  whoIsThere,
} from './check-in-words'
import type { Visit } from './lessons-now'
import type { useCheckIn } from './use-check-in'
import './check-in.css'

interface CheckInProps {
  desk: ReturnType<typeof useCheckIn>
  /** The centre's short name, empty while it is not known. */
  place: string
  /** My lessons here that are on or about to begin, as far as this phone knows. */
  visits: readonly Visit[]
  now: number
  /** To the code that staff can scan instead; null where there is none to show. */
  onTicket: (() => void) | null
  onDone: () => void
}

/** 签到: what it is for, one button, and what came of it. */
export function CheckIn({ desk, place, visits, now, onTicket, onDone }: CheckInProps) {
  const { state, checkIn } = desk
  if (state.kind === 'there') {
    const bookings = visits.map(({ booking }) => booking)
    return <There lessons={state.lessons} bookings={bookings} now={now} onDone={onDone} />
  }
  const busy = state.kind === 'busy'
  const said = saidOf(state)
  return (
    <>
      <Section title="现在的课" note={place}>
        {visits.length === 0 ? (
          <Card>
            <View>手机里没看到您现在的课。</View>
            <View className="note">家里人替您报的，点一下签到再核对。</View>
          </Card>
        ) : (
          <Rows label="现在的课">
            {visits.map(({ booking, occurrence }) => (
              <Row
                key={`${booking.bookingId}${occurrence.startsAt}`}
                seal={booking.category}
                title={occurrenceTitle(booking.title, occurrence)}
                note={lessonNote(occurrence)}
              />
            ))}
          </Rows>
        )}
      </Section>
      {said ? (
        <View className="check-in-said" {...aria({ role: 'alert' })}>
          <View className="check-in-title">{said.title}</View>
          <View className="number">{said.next}</View>
        </View>
      ) : null}
      <View className="check-in-acts">
        <Button block busy={busy} onTap={() => void checkIn()}>
          {busy ? '正在签到' : state.kind === 'asked' ? '签到' : '再签一次'}
        </Button>
        {onTicket ? (
          <Button kind="ghost" block icon="qr" onTap={onTicket}>
            给工作人员看签到码
          </Button>
        ) : null}
      </View>
    </>
  )
}

function saidOf(state: CheckInProps['desk']['state']): { title: string; next: string } | null {
  if (state.kind === 'refused') return state.sentence
  if (state.kind !== 'kept') return null
  return {
    title: '没有网络，先记在手机里了',
    next: '半小时里连上网就自己签上。着急的话，给工作人员看签到码，没网也能签。',
  }
}

interface ThereProps {
  lessons: Parameters<typeof checkedInWords>[0]
  bookings: Parameters<typeof whoIsThere>[1]
  now: number
  onDone: () => void
}

function There({ lessons, bookings, now, onDone }: ThereProps) {
  const { title, next } = checkedInWords(lessons)
  return (
    <>
      <View className="check-in-there" {...aria({ role: 'status', live: 'polite' })}>
        <View className="check-in-mark">
          <Icon name="check" size={44} />
        </View>
        <View className="title">{title}</View>
        <View>{next}</View>
      </View>
      <Rows label="签上的课">
        {lessons.map((lesson) => (
          <Row
            key={lesson.occurrenceId}
            title={lessonTitle(lesson)}
            note={
              <>
                <View className="number">{checkedInNote(lesson, now)}</View>
                <View>{whoIsThere(lesson, bookings)}</View>
              </>
            }
          />
        ))}
      </Rows>
      <View className="check-in-acts">
        <Button block onTap={onDone}>
          好了
        </Button>
      </View>
    </>
  )
}
