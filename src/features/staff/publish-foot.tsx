import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Confirm } from '@/ui/confirm/confirm'
import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'
import { countsInWords, publishingInWords } from './publish-words'
import type { Previewed, Publishing } from './use-publish'

interface FootProps {
  looked: Previewed
  publishing: Publishing
  /** What is called off with it. */
  cancel: Previewed['missing']
}

/** What would come of it, why, and the button that does it after a question. */
export function PublishFoot({ looked, publishing, cancel }: FootProps) {
  const { busy } = publishing
  const [reason, setReason] = useState('')
  const [asking, ask] = useState(false)
  const people = [...looked.classes, ...cancel].reduce((sum, one) => sum + one.people, 0)
  const { added, changed } = looked.counts
  const ready = looked.open.length === 0 && added + changed + cancel.length > 0
  return (
    <>
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
