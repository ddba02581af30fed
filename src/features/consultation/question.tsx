import { useState } from 'react'
import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { notice } from '@/ui/notice/notice'
import { plainText } from '../plain-text'
import { drafts } from './phone-drafts'
import { ReplySheet } from './reply-sheet'
import { useChange } from './use-change'
import { useDraft } from '../use-draft'
import { amendWords } from './wording'
import './question.css'

interface QuestionProps {
  consultationId: string
  question: string
  onReplied: () => void
}

/** Somebody waits for a word: what was asked is shown once it is tapped. */
export function Question({ consultationId, question, onReplied }: QuestionProps) {
  const [open, setOpen] = useState(false)
  const { draft } = useDraft(drafts.reply)
  const reply = useChange('consultation.amend', amendWords)
  const text = draft?.consultationId === consultationId ? draft.text : ''

  const send = async (): Promise<void> => {
    const said = plainText(text, LIMITS.line)
    if (said === '') return
    drafts.reply.flush()
    const changed = await reply.change({ consultationId, reply: said })
    if (!changed) return
    drafts.reply.drop()
    setOpen(false)
    notice('送到了')
    onReplied()
  }
  return (
    <View className="question">
      <Card>
        <View className="question-title">有一句话要您回</View>
        <View className="note">怕旁边有人看，点开才显示。</View>
        <View className="question-act">
          <Button kind="private" block onTap={() => setOpen(true)}>
            看一看，回话
          </Button>
        </View>
      </Card>
      <ReplySheet
        open={open}
        question={question}
        text={text}
        onText={(next) => drafts.reply.change({ consultationId, text: next })}
        busy={reply.busy}
        sentence={reply.sentence}
        onSend={() => void send()}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
