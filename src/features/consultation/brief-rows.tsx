import { Row, Rows } from '@/ui/row/row'
import { type Brief, briefNote, briefTag, briefTitle } from './brief-words'

interface BriefRowsProps {
  label: string
  briefs: readonly Brief[]
  now: number
  onOpen: (brief: Brief) => void
}

/** What was asked for or said, in words that tell a neighbour nothing. */
export function BriefRows({ label, briefs, now, onOpen }: BriefRowsProps) {
  return (
    <Rows label={label}>
      {briefs.map((brief) => {
        const [title, note, tag] = [briefTitle(brief), briefNote(brief, now), briefTag(brief)]
        return (
          <Row
            key={brief.consultationId}
            title={title}
            note={note}
            tag={tag}
            label={`${title}，${note}`}
            onTap={() => onOpen(brief)}
          />
        )
      })}
    </Rows>
  )
}
