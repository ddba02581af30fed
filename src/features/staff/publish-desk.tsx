import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { TextField } from '@/ui/text-field/text-field'
import { CellQuestion, OF_SHEET, SheetQuestions } from './publish-questions'
import { changesInWords, classInWords, countsInWords, outcomeInWords } from './publish-words'
import { lessonsInWords } from './timetable-words'
import { type Previewed, type Published, usePublish } from './use-publish'
import './timetable.css'

interface PublishDeskProps {
  centreId: string
  importId: string
  name: string
}

/** A page of WeChat may have a thousand nodes. */
const SHOWN = 40

/** What publishing a sheet would do, what is to be answered before, and the button that does it. */
export function PublishDesk(props: PublishDeskProps) {
  const publishing = usePublish(props)
  const { looked, busy, problem, published } = publishing
  const [reason, setReason] = useState('')
  if (published) return <Done published={published} />
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
  const people = looked.classes.reduce((sum, one) => sum + one.people, 0)
  const ready = looked.open.length === 0 && looked.counts.added + looked.counts.changed > 0
  return (
    <View className="desk-columns">
      <View>
        <Classes looked={looked} />
        {looked.missing.length > 0 ? (
          <Section title="上次有、这张表里没有的课，先不动它们">
            <Rows label="表里没有了的课">
              {looked.missing.map(({ activityId, title, people: booked }) => (
                <Row key={activityId} title={title} note={`已报 ${booked} 人`} />
              ))}
            </Rows>
          </Section>
        ) : null}
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
            <Button
              block
              busy={busy !== null}
              disabled={!ready}
              onTap={() => void publishing.publish(reason)}
            >
              {busy === 'publishing' ? '正在发布' : busy ? '正在看' : '发布'}
            </Button>
          </Card>
        </Section>
        {said}
      </View>
    </View>
  )
}

function Classes({ looked }: { looked: Previewed }) {
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

function Done({ published }: { published: Published }) {
  const { counts, told, missing } = published
  return (
    <Section title="发布好了">
      <Card>
        <View {...aria({ role: 'status' })}>
          <View className="title">
            {`新开 ${counts.added} 门，改 ${counts.changed} 门，不变 ${counts.unchanged} 门`}
          </View>
          <View className="note">
            {told > 0 ? `已经告诉 ${told} 个人。` : '没有谁需要知道。'}
            {missing.length > 0 ? `表里没有了的 ${missing.length} 门没有动。` : ''}
          </View>
        </View>
      </Card>
    </Section>
  )
}
