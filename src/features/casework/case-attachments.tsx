import { useState } from 'react'
import { useDidShow, useUnload } from '@tarojs/taro'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { forgetOpened, openFile } from '@/gateway/device/open-file'
import { fetchInPieces } from '@/gateway/files/in-pieces'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import { type Sentence, sentenceFor } from '../refusal-words'
import type { Opened } from './case-actions'
import { bytesInWords } from './case-course'
import { ToldNote } from './told-note'
import { attachmentWords, LOOKING } from './wording'

type Attachment = NonNullable<Opened['content']>['attachments'][number]

interface CaseAttachmentsProps {
  attachments: readonly Attachment[]
  /** Before the platform shows one over the screen. */
  onLeave: () => void
}

const NOT_SHOWN: Sentence = { title: '这个附件没打开', next: '再点一次；还不行，换台电脑再看。' }

/** The pictures and PDFs of a consultation; each is fetched when it is looked at and then let go. */
export function CaseAttachments({ attachments, onLeave }: CaseAttachmentsProps) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Sentence | null>(null)
  // Back from the viewer, or gone: what was shown is not left lying about.
  useDidShow(forgetOpened)
  useUnload(forgetOpened)

  const show = async ({ attachmentId, kind }: Attachment): Promise<void> => {
    if (busy) return
    setBusy(attachmentId)
    setProblem(null)
    const fetched = await fetchInPieces<'casework.attachment'>((piece) =>
      call('casework.attachment', { attachmentId, piece }),
    )
    setBusy(null)
    if (!fetched.ok) {
      return setProblem(sentenceFor(attachmentWords, LOOKING, fetched, serverNow()))
    }
    onLeave()
    if (!(await openFile(fetched.value.bytes, kind))) setProblem(NOT_SHOWN)
  }

  if (attachments.length === 0) return null
  const facts = attachments.map((one): Fact => {
    const { attachmentId, name, kind, bytes } = one
    const note = `${kind === 'pdf' ? 'PDF' : '图片'} · ${bytesInWords(bytes)}`
    return {
      icon: kind === 'pdf' ? 'book' : 'search',
      title: name,
      note: busy === attachmentId ? '正在取' : note,
      label: `看附件${name}`,
      onTap: () => void show(one),
    }
  })
  return (
    <Section title="附件" note={`${attachments.length} 个，看一个记一次`}>
      <Card>
        <Facts items={facts} />
      </Card>
      <ToldNote told={problem && { ok: false, ...problem }} />
    </Section>
  )
}
