import { type ReactNode, useState } from 'react'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import type { ReadTimetable } from './timetable-words'
import './timetable.css'

/** What of a timetable is about no class. */
export function TimetableRead({ read }: { read: ReadTimetable }) {
  const { notes } = read
  return (
    <Lines
      title="看到了，不是课"
      lines={notes.map(({ cell, text }) => ({ title: text, note: `在 ${cell}` }))}
    />
  )
}

/** A page of WeChat may have a thousand nodes, and nobody reads more lines at once. */
const SHOWN = 40

interface LinesProps {
  title: string
  lines: readonly { title: string; note: ReactNode }[]
}

function Lines({ title, lines }: LinesProps) {
  const [shown, setShown] = useState(SHOWN)
  if (lines.length === 0) return null
  return (
    <Section title={title} note={`${lines.length}`}>
      <Rows label={title}>
        {lines.slice(0, shown).map((line, index) => (
          <Row key={`${index} ${line.title}`} title={line.title} note={line.note} />
        ))}
      </Rows>
      {lines.length > shown ? (
        <Button kind="quiet" block onTap={() => setShown(shown + SHOWN)}>
          {`再看 ${Math.min(SHOWN, lines.length - shown)} 条`}
        </Button>
      ) : null}
    </Section>
  )
}
