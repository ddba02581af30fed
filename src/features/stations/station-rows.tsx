import type { FoundStation } from '@/domain/stations/finder'
import { Row, Rows } from '@/ui/row/row'
import { distanceText, openingTag, stationInWords, trustInBrief } from './station-words'

interface StationRowsProps {
  label: string
  found: readonly FoundStation[]
  now: number
  /** With the numbers that a plan above has. */
  numbered?: boolean
  onOpen: (stationId: string) => void
}

/** Stations farther away, a line each. */
export function StationRows({ label, found, now, numbered = false, onOpen }: StationRowsProps) {
  return (
    <Rows label={label}>
      {found.map((one, index) => {
        const { station, distance, opening } = one
        return (
          <Row
            key={station.stationId}
            title={numbered ? `${index + 1}. ${station.name}` : station.name}
            note={`${openingTag(station, opening, now).text} · ${trustInBrief(station, now)}`}
            tag={{ tone: 'quiet', text: distanceText(distance) }}
            label={stationInWords(one, now)}
            onTap={() => onOpen(station.stationId)}
          />
        )
      })}
    </Rows>
  )
}
