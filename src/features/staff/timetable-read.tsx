import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import {
  cellsInWords,
  detailsInWords,
  lessonsInWords,
  type ReadClass,
  type ReadTimetable,
} from './timetable-words'
import './timetable.css'

/** What was understood of a timetable; at a desk the classes left, what is to be looked at right. */
export function TimetableRead({ read }: { read: ReadTimetable }) {
  const { activities, questions, rejected, notes } = read
  return (
    <View className="desk-columns">
      <View>
        <Lines
          title="读出来的课"
          lines={activities.map((one) => ({ title: one.title, note: <ClassNote read={one} /> }))}
        />
      </View>
      <View>
        <Lines
          title="要问一问"
          lines={questions.map(({ cell, why }) => ({ title: why, note: `在 ${cell}` }))}
        />
        <Lines
          title="排不了，请改一改再传"
          lines={rejected.map(({ cell, why }) => ({ title: why, note: `在 ${cell}` }))}
        />
        <Lines
          title="看到了，不是课"
          lines={notes.map(({ cell, text }) => ({ title: text, note: `在 ${cell}` }))}
        />
      </View>
    </View>
  )
}

function ClassNote({ read }: { read: ReadClass }) {
  const details = detailsInWords(read)
  return (
    <>
      <View className="number">{lessonsInWords(read.lessons)}</View>
      {details ? <View>{details}</View> : null}
      <View className="timetable-cells">{cellsInWords(read.cells)}</View>
    </>
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
