import { View } from '@tarojs/components'
import { MESSAGE_LENGTH } from '@/domain/notices/message'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { TextArea } from '@/ui/text-area/text-area'
import { Unread } from '../answer-states'
import { useTyped } from '../use-typed'
import { oneLine, reachInWords, whyNot } from './message-words'
import { type ClassMeant, useMessagePreview, useSending } from './use-message'
import { previewMessageWords } from './wording'
import './message-desk.css'

interface MessageDeskProps {
  meant: ClassMeant
  now: number
  onSent: () => void
}

/** For staff: one line to everybody with a seat in a class, and how many read it. */
export function MessageDesk({ meant, now, onSent }: MessageDeskProps) {
  const answer = useMessagePreview(meant)
  const { activityId, poolId = '' } = meant
  const [text, setText, dropText] = useTyped(`message ${activityId} ${poolId}`, '')
  const { busy, problem, send, forget } = useSending(meant, () => {
    dropText()
    onSent()
  })
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={previewMessageWords} now={now} />
  }
  const { title, people } = answer.value
  const why = whyNot(answer.value)
  const line = oneLine(text)
  return (
    <View className="desk-columns">
      <Section title={title} note="说给全班的话">
        <Card>
          <View className="note message-how">
            {`一行话，最多 ${MESSAGE_LENGTH} 个字。不放网址，电话只留中心自己的，不提谁的名字。`}
          </View>
          <TextArea
            label="要说的话"
            value={text}
            maxLength={MESSAGE_LENGTH}
            placeholder="比如：周六请带一支毛笔"
            onChange={(words) => {
              forget()
              setText(words)
            }}
          />
        </Card>
      </Section>
      <View>
        <Section title="谁会看到">
          <Card>
            <View className="number message-reach" {...aria({ live: 'polite' })}>
              {reachInWords(answer.value)}
            </View>
            {problem ? (
              <View className="message-problem" {...aria({ role: 'alert' })}>
                <View className="message-why">{problem.title}</View>
                <View className="number">{problem.next}</View>
              </View>
            ) : null}
            <Button
              block
              busy={busy}
              disabled={why !== null || line === ''}
              onTap={() => void send(line)}
            >
              {busy ? '正在发' : (why ?? (line === '' ? '先写要说的话' : `发给 ${people} 个人`))}
            </Button>
          </Card>
        </Section>
      </View>
    </View>
  )
}
