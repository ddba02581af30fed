import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Confirm } from '@/ui/confirm/confirm'
import { TextField } from '@/ui/text-field/text-field'
import { PublishCalendar } from './publish-calendar'
import { PublishDone } from './publish-done'
import { MissingClasses } from './publish-missing'
import { OpeningField } from './publish-opening'
import { CellQuestion, OF_SHEET, SheetQuestions } from './publish-questions'
import {
  changesInWords,
  classInWords,
  countsInWords,
  outcomeInWords,
  publishingInWords,
} from './publish-words'
import { lessonsInWords } from './timetable-words'
import { type Previewed, type Publishing, usePublish } from './use-publish'
import './timetable.css'

interface PublishDeskProps {
  centreId: string
  importId: string
  name: string
  now: number
  /** Opens what is published, one by one. */
  onProgramme: () => void
}

/** A page of WeChat may have a thousand nodes. */
const SHOWN = 40

/** What publishing a sheet would do, what is to be answered before, and the button that does it. */
export function PublishDesk(props: PublishDeskProps) {
  const publishing = usePublish(props)
  const { looked, busy, problem, published } = publishing
  const [reason, setReason] = useState('')
  const [cancelling, setCancelling] = useState<readonly string[]>([])
  const [asking, ask] = useState(false)
  if (published) return <PublishDone published={published} onProgramme={props.onProgramme} />
  const said = problem ? (
    <Card>
      <View {...aria({ role: 'alert' })}>
        <View className="title">{problem.title}</View>
        <View className="note timetable-hint">{problem.next}</View>
      </View>
      <Button kind="ghost" block onTap={() => void publishing.again()}>
        再看一遍
      </Button>
    </Card>
  ) : null
  if (!looked) return said ?? <Skeleton kind="list" />
  const asked = looked.open.filter(({ kind }) => !OF_SHEET.includes(kind))
  const cancel = looked.missing.filter(({ activityId }) => cancelling.includes(activityId))
  const people = [...looked.classes, ...cancel].reduce((sum, one) => sum + one.people, 0)
  const { added, changed } = looked.counts
  const ready = looked.open.length === 0 && added + changed + cancel.length > 0
  return (
    <View className="desk-columns">
      <View>
        <PublishCalendar looked={looked} now={props.now} />
        <Classes looked={looked} publishing={publishing} />
      </View>
      <View>
        <SheetQuestions publishing={publishing} open={looked.open} />
        {asked.length > 0 ? (
          <Section title="要答一答" note={`${asked.length}`}>
            {asked.slice(0, SHOWN).map((open) => (
              <CellQuestion key={`${open.cell} ${open.kind}`} open={open} publishing={publishing} />
            ))}
          </Section>
        ) : null}
        <MissingClasses
          missing={looked.missing}
          chosen={new Set(cancelling)}
          onChange={(activityId) =>
            setCancelling(
              cancelling.includes(activityId)
                ? cancelling.filter((one) => one !== activityId)
                : [...cancelling, activityId],
            )
          }
        />
        {added > 0 || looked.open.length > 0 ? (
          <OpeningField
            opensAt={publishing.kept.defaults.opensAt}
            now={props.now}
            onChange={(opensAt) => publishing.answerAll({ opensAt })}
          />
        ) : null}
        <Section title="发布">
          <Card>
            <View className="title">{countsInWords(looked)}</View>
            <View className="note timetable-hint">
              {looked.open.length > 0
                ? `还有 ${looked.open.length} 处没答，答完就能发布。现在什么都没有改。`
                : '报上的名一个都不会动。要么整张表都发布，要么一门都不发布。'}
            </View>
            {people > 0 ? (
              <TextField
                label={`为什么改（${people} 个人会读到）`}
                value={reason}
                maxLength={60}
                placeholder="按新的课程表调整"
                onChange={setReason}
              />
            ) : null}
            <Button block busy={busy !== null} disabled={!ready} onTap={() => ask(true)}>
              {busy === 'publishing' ? '正在发布' : busy ? '正在看' : '发布'}
            </Button>
          </Card>
        </Section>
        {said}
        <Confirm
          open={asking}
          title="发布这张课程表？"
          body={publishingInWords(looked, cancel)}
          yes="发布"
          no="再看看"
          onNo={() => ask(false)}
          onYes={() => {
            ask(false)
            void publishing.publish(
              reason,
              cancel.map(({ activityId }) => activityId),
            )
          }}
        />
      </View>
    </View>
  )
}

function Classes({ looked, publishing }: { looked: Previewed; publishing: Publishing }) {
  const [shown, setShown] = useState(SHOWN)
  const { classes } = looked
  return (
    <Section title="表里的课" note={`${classes.length}`}>
      <Rows label="表里的课">
        {classes.slice(0, shown).map((one) => (
          <Row
            key={one.cell}
            title={one.title || '没有名称'}
            note={
              <>
                <View className="number">{lessonsInWords(one.lessons)}</View>
                <View>{classInWords(one)}</View>
                {one.outcome === 'changed' ? <View>{changesInWords(one)}</View> : null}
                {one.why ? <View>{one.why}</View> : null}
                <View className="timetable-cells">{`在 ${one.cell}`}</View>
                {publishing.isSkipped(one.cell) ? (
                  <Button
                    kind="quiet"
                    label={`${one.title || one.cell}还是发布`}
                    onTap={() => publishing.unskip(one.cell)}
                  >
                    还是发布
                  </Button>
                ) : null}
              </>
            }
            tag={outcomeInWords(one)}
          />
        ))}
      </Rows>
      {classes.length > shown ? (
        <Button kind="quiet" block onTap={() => setShown(shown + SHOWN)}>
          {`再看 ${Math.min(SHOWN, classes.length - shown)} 门`}
        </Button>
      ) : null}
    </Section>
  )
}
