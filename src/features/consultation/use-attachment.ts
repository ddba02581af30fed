import { useState } from 'react'
import { useDidShow, useUnload } from '@tarojs/taro'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { forgetOpened, openFile } from '@/gateway/device/open-file'
import { bytesOfBase64 } from '@/gateway/stations/base64'
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

  async function fetched({ attachmentId }: Attachment): Promise<Uint8Array | Sentence> {
    const parts: Uint8Array[] = []
    for (let piece = 0, pieces = 1; piece < pieces; piece++) {
      const reply = await call('consultation.attachment', { attachmentId, piece })
      if (!reply.ok) return sentenceFor(attachmentWords, LOOKING, reply, serverNow())
      pieces = reply.value.pieces
      parts.push(bytesOfBase64(reply.value.content))
    }
    return joined(parts)
  }

  const open = async (attachment: Attachment): Promise<void> => {
    if (opening !== null) return
    setOpening(attachment.attachmentId)
    setSentence(null)
    const content = await fetched(attachment)
    setOpening(null)
    if ('title' in content) return setSentence(content)
    if (!(await openFile(content, attachment.kind))) setSentence(CANNOT)
  }
  return { open, opening, sentence, dismiss: () => setSentence(null) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
