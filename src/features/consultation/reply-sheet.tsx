import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { TextArea } from '@/ui/text-area/text-area'
import type { Sentence } from '../refusal-words'
import './reply-sheet.css'

interface ReplySheetProps {
  open: boolean
  question: string
  text: string
  onText: (text: string) => void
  busy: boolean
  sentence: Sentence | null
  onSend: () => void
  onClose: () => void
}

/** What was asked, and the answer to it. */
export function ReplySheet(props: ReplySheetProps) {
  const { open, question, text, onText, busy, sentence } = props
  return (
    <Sheet open={open} title="回一句话" onClose={props.onClose}>
      <View className="reply-question">{question}</View>
      <TextArea
        label="您的回话"
        value={text}
        maxLength={LIMITS.line}
        placeholder="不想打字，点键盘上的话筒，说就行"
        onChange={onText}
      />
      {sentence ? (
        <View className="reply-problem">
          <View>{sentence.title}</View>
          <View className="note">{sentence.next}</View>
        </View>
      ) : null}
      <View className="reply-send">
        <Button kind="private" block busy={busy} disabled={text.trim() === ''} onTap={props.onSend}>
          送出
        </Button>
      </View>
    </Sheet>
  )
}
