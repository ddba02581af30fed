import { useState } from 'react'
import { useDidShow, useUnload } from '@tarojs/taro'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { forgetOpened, openFile } from '@/gateway/device/open-file'
import { fetchInPieces } from '@/gateway/files/in-pieces'
import { type Sentence, sentenceFor } from '../refusal-words'
import type { Attachment } from './matter-facts'
import { attachmentWords, LOOKING } from './wording'

const CANNOT: Sentence = { title: '这部手机打不开它', next: '换一部手机或者电脑再看，附件还在。' }

/** Fetches an attachment piece by piece and shows it. */
export function useAttachment() {
  const [opening, setOpening] = useState<string | null>(null)
  const [sentence, setSentence] = useState<Sentence | null>(null)
  // Coming back from the viewer, or leaving: what was shown is not left lying about.
  useDidShow(forgetOpened)
  useUnload(forgetOpened)

  const open = async (attachment: Attachment): Promise<void> => {
    if (opening !== null) return
    setOpening(attachment.attachmentId)
    setSentence(null)
    const { attachmentId, kind } = attachment
    const fetched = await fetchInPieces<'consultation.attachment'>((piece) =>
      call('consultation.attachment', { attachmentId, piece }),
    )
    setOpening(null)
    if (!fetched.ok) {
      return setSentence(sentenceFor(attachmentWords, LOOKING, fetched, serverNow()))
    }
    if (!(await openFile(fetched.value.bytes, kind))) setSentence(CANNOT)
  }
  return { open, opening, sentence, dismiss: () => setSentence(null) }
}
