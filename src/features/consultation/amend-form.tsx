import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { notice } from '@/ui/notice/notice'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import type { Sentence } from '../refusal-words'
import { amendmentOf, draftOf } from './amendment'
import type { Consultation } from './course-words'
import { forgetFile } from './picked-files'
import { ChannelPart, NamePart } from './part-contact'
import { FilesPart } from './part-files'
import { KindPart } from './part-kind'
import { OthersPart } from './part-others'
import { PlacePart } from './part-place'
import { StoryPart } from './part-story'
import { drafts } from './phone-drafts'
import { ProblemSheet } from './problem-sheet'
import { missingOn } from './steps'
import { uploadFiles } from './upload-files'
import { useChange } from './use-change'
import { useDraft } from '../use-draft'
import { amendWords } from './wording'

interface AmendFormProps {
  consultation: Consultation
  onChanged: () => void
}

/** What was written, open for a change; the change is kept like the form's own draft. */
export function AmendForm({ consultation, onChanged }: AmendFormProps) {
  const { consultationId, content, service } = consultation
  const kept = drafts.amend
  const state = useDraft(kept)
  const amending = useChange('consultation.amend', amendWords)
  const [stopped, setStopped] = useState<Sentence | null>(null)
  const [sending, setSending] = useState(false)
  const { draft } = state
  const mine = draft?.consultationId === consultationId
  useEffect(() => {
    if (draft && !mine) kept.change(draftOf(consultation))
    // oxlint-disable-next-line react/exhaustive-deps -- once it is known what the phone has
  }, [draft === null, mine])

  if (!draft || !mine || !content) {
    return (
      <Screen back title="预约">
        <Skeleton kind="detail" />
      </Screen>
    )
  }
  const missing = missingOn(['kind', 'name', 'channel'], draft)
  const room = LIMITS.attachments - content.attachments.length

  const send = async (): Promise<void> => {
    if (sending) return
    setSending(true)
    const { files, sentence } = await uploadFiles(draft.files)
    kept.change({ files })
    kept.flush()
    setStopped(sentence)
    const changed = sentence
      ? null
      : await amending.change({ consultationId, ...amendmentOf({ ...draft, files }) })
    setSending(false)
    if (!changed) return
    for (const { id } of files) forgetFile(id)
    kept.drop()
    notice('改好了')
    onChanged()
  }
  const body = { draft, onChange: kept.change, first: false }
  return (
    <Screen
      back
      title="预约"
      footer={
        <Button
          kind="private"
          block
          busy={sending}
          disabled={missing !== null}
          onTap={() => void send()}
        >
          {missing ?? '存好'}
        </Button>
      }
    >
      <KindPart {...body} first />
      <StoryPart {...body} kept={state.kept} />
      {room > 0 ? <FilesPart {...body} most={room} /> : null}
      <OthersPart {...body} />
      {service === 'mediation' ? <PlacePart {...body} urgency={false} /> : null}
      <NamePart {...body} />
      <ChannelPart {...body} />
      <View className="part note">改了对方的名字，可能要换人、换时间，会告诉您。</View>
      <ProblemSheet
        sentence={stopped ?? amending.sentence}
        onClose={() => {
          setStopped(null)
          amending.dismiss()
        }}
      />
    </Screen>
  )
}
