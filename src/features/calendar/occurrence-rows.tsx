import { parseInstant, timeOf } from '@/domain/time/instant'
import { Row, Rows } from '@/ui/row/row'
import { type Occurrence, placeLine, rowSentence, tagOf } from './occurrences'

interface OccurrenceRowsProps {
  label: string
  occurrences: readonly Occurrence[]
  bookedPools: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  now: number
  /** In place of the time, when the rows are of several days. */
  timeOfRow?: (occurrence: Occurrence) => string
  onOpen: (activityId: string, poolId: string | null) => void
}

/** What is on, a line each. */
export function OccurrenceRows(props: OccurrenceRowsProps) {
  return (
    <Rows label={props.label}>
      {props.occurrences.map((occurrence) => {
        const tag = tagOf(occurrence, props.bookedPools, props.now)
        const startsAt = parseInstant(occurrence.startsAt)
        return (
          <Row
            key={occurrence.occurrenceId}
            time={props.timeOfRow?.(occurrence) ?? timeOf(startsAt)}
            seal={occurrence.category}
            title={occurrence.title}
            note={placeLine(occurrence)}
            tag={tag}
            off={occurrence.state === 'cancelled'}
            label={rowSentence(occurrence, tag)}
            onTap={() => props.onOpen(occurrence.activityId, occurrence.poolId)}
          />
        )
      })}
    </Rows>
  )
}
