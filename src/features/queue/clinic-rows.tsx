import { addDays } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { useAnswer } from '../use-answer'

/** How far ahead somebody may look who is numbered. */
const AHEAD_DAYS = 7

interface ClinicRowsProps {
  centreId: string
  /** `YYYY-MM-DD` */
  today: string
  now: number
  onOpen: (poolId: string) => void
}

/** The clinics of this week in a centre, today's first; numbers are called on the day alone. */
export function ClinicRows({ centreId, today, now, onOpen }: ClinicRowsProps) {
  const answer = useAnswer({
    operation: 'calendar.list',
    input: { centreId, from: today, to: addDays(today, AHEAD_DAYS) },
  })
  const clinics = (answer.value?.occurrences ?? []).filter(
    ({ category, poolId, state }) =>
      category === 'clinic' && poolId !== null && state !== 'cancelled',
  )
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={{}} now={now} />
  }
  return (
    <Section title="这几天的坐诊">
      {clinics.length === 0 ? (
        <Card>
          <Empty scene="tea" title="这几天没有坐诊" note="排好的坐诊，当天在这里叫号。" />
        </Card>
      ) : (
        <Rows label="这几天的坐诊">
          {clinics.map(({ occurrenceId, poolId, title, startsAt, endsAt, place }) => {
            const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
            return (
              <Row
                key={occurrenceId}
                title={title}
                note={`${when} · ${place}`}
                label={`${title}，${when}，${place}`}
                onTap={() => onOpen(poolId!)}
              />
            )
          })}
        </Rows>
      )}
    </Section>
  )
}
