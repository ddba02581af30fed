import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Screen } from '@/ui/screen/screen'
import { TextArea } from '@/ui/text-area/text-area'
import { TextField } from '@/ui/text-field/text-field'
import { plainLine, plainText } from '../plain-text'
import { FormPart } from './form-part'
import { drafts } from './phone-drafts'
import { ProblemSheet } from './problem-sheet'
import { useChange } from './use-change'
import { useDraft } from '../use-draft'
import { sendFeedbackWords } from './wording'
import { FEEDBACK_CHOICES } from './words'

interface FeedbackFormProps {
  centreId: string
  centreName: string
  onSent: (consultationId: string) => void
}

/** A word about the centre, which its staff read and answer. */
export function FeedbackForm({ centreId, centreName, onSent }: FeedbackFormProps) {
  const kept = drafts.feedback
  const { draft } = useDraft(kept)
  const sending = useChange('consultation.sendFeedback', sendFeedbackWords)
  const { kind = null, text = '', reach = '' } = draft ?? {}
  const said = plainText(text, LIMITS.text)
  const missing = kind === null ? '先选一样' : said === '' ? '先写一句' : null

  const send = async (): Promise<void> => {
    if (kind === null) return
    kept.flush()
    const to = plainLine(reach, LIMITS.contact)
    const sent = await sending.change({
      centreId,
      kind,
      text: said,
      ...(to ? { reach: to } : {}),
    })
    if (!sent) return
    kept.drop()
    onSent(sent.consultationId)
  }
  return (
    <Screen
      back
      title="投诉建议"
      footer={
        <Button block busy={sending.busy} disabled={missing !== null} onTap={() => void send()}>
          {missing ?? '送出'}
        </Button>
      }
    >
      <FormPart first title={`对${centreName}说`} note="中心的人看，5 个工作日里答复。">
        <Choice
          label="是哪一样"
          options={FEEDBACK_CHOICES}
          value={kind}
          onChange={(next) => kept.change({ kind: next })}
        />
      </FormPart>
      <View className="part">
        <TextArea
          label="怎么回事"
          value={text}
          maxLength={LIMITS.text}
          placeholder="什么时候、在哪儿、谁在场，写得越清楚越好办"
          onChange={(next) => kept.change({ text: next })}
        />
        <TextField
          label="怎么找您（可以不写）"
          value={reach}
          maxLength={LIMITS.contact}
          placeholder="电话或微信，不写就在这里答复"
          onChange={(next) => kept.change({ reach: next })}
        />
        <View className="note">
          这里说的中心的人看得到。家里的、法律上的事，请走“问律师”，那里只有律师能看。
        </View>
      </View>
      <ProblemSheet sentence={sending.sentence} onClose={sending.dismiss} />
    </Screen>
  )
}
