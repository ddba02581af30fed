import { useState } from 'react'
import { View } from '@tarojs/components'
import { serverNow } from '@/gateway/clock'
import { pickFile, PICTURES } from '@/gateway/device/pick-file'
import { shrinkPicture } from '@/gateway/device/shrink-picture'
import { upload } from '@/gateway/files/phone-upload'
import { Button } from '@/ui/button/button'
import type { Sentence } from '../refusal-words'
import { uploadSentence } from '../upload-words'
import type { SentCover } from './plan-draft'
import { ProblemNote } from './problem-note'
import { COVER_FILES, SAVING } from './saving-words'
import './what-part.css'

interface CoverPartProps {
  /** What was sent and waits for the plan to be saved. */
  cover: SentCover | null
  /** Whether there is one already. */
  hung: boolean
  onChange: (cover: SentCover | null) => void
}

/** A picture for the top of the page; made small before it is sent. */
export function CoverPart({ cover, hung, onChange }: CoverPartProps) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const choose = async (): Promise<void> => {
    const file = await pickFile(PICTURES)
    if (!file) return
    setProblem(null)
    setSending(true)
    const sent = await upload(await shrinkPicture(file))
    setSending(false)
    if (sent.ok) onChange({ fileId: sent.value.fileId, at: serverNow() })
    else setProblem(uploadSentence(sent, SAVING, serverNow(), COVER_FILES))
  }
  const said = cover ? '选好了，保存时放上去' : hung ? '已经有一张' : '不放也行。别拍到孩子的脸'
  return (
    <>
      <View className="more-part">
        <View className="more-said">{said}</View>
        {cover ? (
          <Button kind="quiet" label="不放这张封面" onTap={() => onChange(null)}>
            不要了
          </Button>
        ) : null}
        <Button kind="quiet" busy={sending} label="选一张封面" onTap={() => void choose()}>
          {sending ? '正在传' : cover || hung ? '换一张' : '选图片'}
        </Button>
      </View>
      <ProblemNote problem={problem} />
    </>
  )
}
