import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Tag } from '@/ui/tag/tag'
import { ClassEditor } from './class-editor'
import { changesInWords, classInWords, outcomeInWords, timesInWords } from './publish-words'
import type { Previewed, PreviewedClass, Publishing } from './use-publish'
import './timetable.css'

/** A page of WeChat may have a thousand nodes. */
export const SHOWN = 40

interface ClassesProps {
  looked: Previewed
  publishing: Publishing
  /** The cell of the class that is being edited. */
  edited: string | null
  onEdit: (cell: string | null) => void
}

/** Every class of the sheet as it is to be, each of which can be edited where it stands. */
export function PublishClasses({ looked, publishing, edited, onEdit }: ClassesProps) {
  const [shown, setShown] = useState(SHOWN)
  const { classes } = looked
  const answer = (cell: string, said: Parameters<Publishing['answer']>[1]) => {
    onEdit(null)
    publishing.answer(cell, said)
  }
  return (
    <Section title="表里的课" note={`${classes.length}`}>
      <Rows label="表里的课">
        {classes
          .slice(0, shown)
          .map((one) =>
            one.cell === edited ? (
              <ClassEditor
                key={one.cell}
                of={one}
                onTake={(said) => answer(one.cell, said)}
                onSkip={() => answer(one.cell, { skip: true })}
                onClose={() => onEdit(null)}
              />
            ) : (
              <Row
                key={one.cell}
                title={<ClassTitle of={one} />}
                note={
                  <ClassNote of={one} publishing={publishing} onEdit={() => onEdit(one.cell)} />
                }
              />
            ),
          )}
      </Rows>
      {classes.length > shown ? (
        <Button kind="quiet" block onTap={() => setShown(shown + SHOWN)}>
          {`再看 ${Math.min(SHOWN, classes.length - shown)} 门`}
        </Button>
      ) : null}
    </Section>
  )
}

function ClassTitle({ of }: { of: PreviewedClass }) {
  const { tone, text } = outcomeInWords(of)
  return (
    <View className="timetable-title">
      <View>{of.title || '没有名称'}</View>
      <Tag tone={tone}>{text}</Tag>
    </View>
  )
}

interface NoteProps {
  of: PreviewedClass
  publishing: Publishing
  onEdit: () => void
}

function ClassNote({ of, publishing, onEdit }: NoteProps) {
  const name = of.title || of.cell
  const isSkipped = publishing.isSkipped(of.cell)
  return (
    <View className="timetable-words">
      <View className="number">{timesInWords(of)}</View>
      <View>{classInWords(of)}</View>
      {of.outcome === 'changed' ? <View>{changesInWords(of)}</View> : null}
      {of.why ? <View>{of.why}</View> : null}
      <View className="timetable-row-foot">
        <View className="timetable-cells">{`在 ${of.cell}`}</View>
        {isSkipped ? (
          <Button kind="quiet" label={`${name}还是发布`} onTap={() => publishing.unskip(of.cell)}>
            还是发布
          </Button>
        ) : of.outcome === 'skipped' ? null : (
          <Button kind="quiet" label={`改${name}`} onTap={onEdit}>
            改一改
          </Button>
        )}
      </View>
    </View>
  )
}
