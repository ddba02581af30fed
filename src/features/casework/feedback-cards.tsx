import { useState } from 'react'
import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { Tag } from '@/ui/tag/tag'
import { TextArea } from '@/ui/text-area/text-area'
import { AskedList } from './asked-list'
import { type Feedback, feedbackHead } from './feedback-words'
import { plainText } from '../plain-text'
import { useTyped } from '../use-typed'
import { type Told, ToldNote } from './told-note'
import { type Question, useAsked } from './use-asked'
import { useActing } from './use-case'
import { answerFeedbackWords, feedbackWords } from './wording'
import './feedback-cards.css'

/** For staff: what residents said about the centre, and the answers to it. */
export function FeedbackCards({ centreId, now }: { centreId: string; now: number }) {
  const list = useAsked(feedbackOf(centreId))
  const [asked, setAsked] = useState<Feedback | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const { act, busy, problem, forget } = useActing()
  const items = list.value?.feedback ?? []
  const [draft, setDraft, dropDraft] = useTyped(`answer ${asked?.consultationId}`, '')

  const send = async (): Promise<void> => {
    const text = plainText(draft)
    if (!asked || !text) return
    const { consultationId } = asked
    const done = await act('casework.answerFeedback', { consultationId, text }, answerFeedbackWords)
    if (!done) return
    dropDraft()
    setAsked(null)
    setTold({ ok: true, title: '答复好了', next: '说的人会在自己的投诉建议里看到。' })
    await list.refresh()
  }

  return (
    <Section title="投诉建议" note={items.length > 0 ? '没答复的在前面' : undefined}>
      <ToldNote told={told} />
      <AskedList
        answer={list}
        words={feedbackWords}
        now={now}
        empty={
          items.length > 0 ? null : (
            <Empty scene="bench" title="还没有人说" note="居民在“我的”里说的，会到这里。" />
          )
        }
      >
        {items.map((item) => (
          <FeedbackCard
            key={item.consultationId}
            item={item}
            now={now}
            onAnswer={() => {
              forget()
              setTold(null)
              setAsked(item)
            }}
          />
        ))}
      </AskedList>
      <Sheet open={asked !== null} title="怎么答复" onClose={() => setAsked(null)}>
        {asked ? <View className="feedback-quote">{asked.text}</View> : null}
        <TextArea
          label="答复（说的人会看到）"
          value={draft}
          maxLength={LIMITS.line}
          placeholder="办了什么，或者为什么现在办不了"
          onChange={setDraft}
        />
        <ToldNote told={problem && { ok: false, ...problem }} />
        <View className="feedback-act">
          <Button block busy={busy} disabled={draft.trim() === ''} onTap={() => void send()}>
            答复
          </Button>
        </View>
      </Sheet>
    </Section>
  )
}

interface FeedbackCardProps {
  item: Feedback
  now: number
  onAnswer: () => void
}

function FeedbackCard({ item, now, onAnswer }: FeedbackCardProps) {
  const { title, tag, note } = feedbackHead(item, now)
  return (
    <Card>
      <View className="feedback-head">
        <View className="feedback-title">{title}</View>
        {tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : null}
        <View className="note feedback-note">{note}</View>
      </View>
      <View className="feedback-text">{item.text}</View>
      {item.reach ? <View className="note">{`联系：${item.reach}`}</View> : null}
      {item.answer === null ? (
        <View className="feedback-act">
          <Button kind="ghost" block onTap={onAnswer}>
            答复
          </Button>
        </View>
      ) : (
        <View className="feedback-answer">{`中心：${item.answer}`}</View>
      )}
    </Card>
  )
}

function feedbackOf(centreId: string): Question<'casework.feedback'> {
  return {
    operation: 'casework.feedback',
    input: { centreId },
    join: (before, next) => ({ ...next, feedback: [...before.feedback, ...next.feedback] }),
  }
}
