import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import type { Known } from './hours-draft'

interface TakenRowsProps {
  slots: Known['slots']
  now: number
  onOpen: (consultationId: string) => void
}

/** The times of the month that somebody has taken; they stay whatever is published. */
export function TakenRows({ slots, now, onOpen }: TakenRowsProps) {
  const taken = slots.filter((slot) => slot.taken)
  if (taken.length === 0) return null
  return (
    <Section title="有人约了的" note={`${taken.length} 个，改时间也不动`}>
      <Rows label="有人约了的">
        {taken.map(({ poolId, startsAt, endsAt, consultationId }) => {
          const when = whenInWords(parseInstant(startsAt), parseInstant(endsAt), now)
          return consultationId ? (
            <Row
              key={poolId}
              title={when}
              note="看这件事"
              label={`${when}，看这件事`}
              onTap={() => onOpen(consultationId)}
            />
          ) : (
            <Row key={poolId} title={when} note="有人约了" />
          )
        })}
      </Rows>
    </Section>
  )
}
