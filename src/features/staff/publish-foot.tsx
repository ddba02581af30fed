import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'
import { answersWanted, countsInWords, publishingInWords } from './publish-words'
import type { Previewed, Publishing } from './use-publish'

interface FootProps {
  looked: Previewed
  publishing: Publishing
  /** A class is being edited: what is typed there would be lost. */
  isEditing: boolean
  /** What is called off with it. */
  cancel: Previewed['missing']
}

/** What would come of it, why, and the button that does it after a question. */
export function PublishFoot({ looked, publishing, isEditing, cancel }: FootProps) {
  const { busy } = publishing
  const [reason, setReason] = useState('')
  const [asking, ask] = useState(false)
  const people = [...looked.classes, ...cancel].reduce((sum, one) => sum + one.people, 0)
  const { added, changed } = looked.counts
  const wanted = answersWanted(looked.open)
  const ready = wanted === 0 && !isEditing && added + changed + cancel.length > 0
  return (
    <>
      <Section title="发布">
        <Card>
          <View className="timetable-head timetable-words">{countsInWords(looked)}</View>
          <View className="note timetable-hint">
            {wanted > 0
              ? `还有 ${wanted} 处没答，答完就能发布。现在什么都没有改。`
              : isEditing
                ? '有一门课正在改：先点“用这些”或者“不改了”，再发布。'
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
    </>
  )
}
