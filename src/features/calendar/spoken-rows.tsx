import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { parseInstant } from '@/domain/time/instant'
import { hourInWords } from '@/domain/time/spoken'
import { Row, Rows } from '@/ui/row/row'
import { type Occurrence, placeLine, type Tag, tagOf } from './occurrences'

interface SpokenRowsProps {
  label: string
  occurrences: readonly Occurrence[]
  bookedPools: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  now: number
  onOpen: (activityId: string, poolId: string | null) => void
}

/** What changes whether one goes; how many seats are left stands on the page of the thing itself. */
const MATTERS: readonly Tag['tone'][] = ['info', 'full']

/** What is on, a line each, in the words in which people say it: 几点, 什么, 在哪. */
export function SpokenRows({ label, occurrences, bookedPools, now, onOpen }: SpokenRowsProps) {
  return (
    <Rows label={label}>
      {occurrences.map((occurrence) => {
        const tag = tagOf(occurrence, bookedPools, now)
        const time = hourInWords(parseInstant(occurrence.startsAt))
        const title = occurrenceTitle(occurrence.title, { topic: occurrence.topic })
        const place = placeLine(occurrence)
        const said = MATTERS.includes(tag.tone) ? tag : undefined
        return (
          <Row
            key={occurrence.occurrenceId}
            time={time}
            seal={occurrence.category}
            title={title}
            note={place}
            tag={said}
            off={occurrence.state === 'cancelled'}
            label={[time, title, place, said?.text].filter(Boolean).join('，')}
            onTap={() => onOpen(occurrence.activityId, occurrence.poolId)}
          />
        )
      })}
    </Rows>
  )
}
