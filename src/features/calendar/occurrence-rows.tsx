import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { Row, Rows } from '@/ui/row/row'
import { type Occurrence, placeLine, rowSentence, tagOf } from './occurrences'

interface OccurrenceRowsProps {
  label: string
  occurrences: readonly Occurrence[]
  bookedPools: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  now: number
  /** Rows of other days: the day in words stands where the time does, the time in the note. */
  dayOf?: (occurrence: Occurrence) => { day: string; time: string }
  onOpen: (activityId: string, poolId: string | null) => void
}

/** What is on, a line each. */
export function OccurrenceRows(props: OccurrenceRowsProps) {
  return (
    <Rows label={props.label}>
      {props.occurrences.map((occurrence) => {
        const tag = tagOf(occurrence, props.bookedPools, props.now)
        const other = props.dayOf?.(occurrence)
        const place = placeLine(occurrence)
        return (
          <Row
            key={occurrence.occurrenceId}
            time={other?.day ?? timeOf(parseInstant(occurrence.startsAt))}
            seal={occurrence.category}
            title={occurrenceTitle(occurrence.title, { topic: occurrence.topic })}
            note={other ? `${other.time} · ${place}` : place}
            tag={tag}
            off={occurrence.state === 'cancelled'}
            label={`${other ? `${other.day}，` : ''}${rowSentence(occurrence, tag)}`}
            onTap={() => props.onOpen(occurrence.activityId, occurrence.poolId)}
          />
        )
      })}
    </Rows>
  )
}
