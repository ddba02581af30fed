import { useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { forgetShown, viewPrivately, wipeViewed } from '@/gateway/device/private-view'
import { fetchInPieces } from '@/gateway/files/in-pieces'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { type Sentence, sentenceFor } from '../refusal-words'
import type { Opened } from './case-actions'
import { bytesInWords } from './case-course'
import { ToldNote } from './told-note'
import { attachmentWords, LOOKING } from './wording'
import './case-attachments.css'

type Attachment = NonNullable<Opened['content']>['attachments'][number]

interface CaseAttachmentsProps {
  attachments: readonly Attachment[]
  /** Before the platform shows one over the screen. */
  onLeave: () => void
}

const NOT_SHOWN: Sentence = {
  title: '这个附件没打开',
  next: '再点一次；还不行，请居民重新传一份。',
}

/** The pictures and PDFs of a consultation; each is fetched when it is looked at and then let go. */
export function CaseAttachments({ attachments, onLeave }: CaseAttachmentsProps) {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const [picture, setPicture] = useState<{ name: string; url: string } | null>(null)
  useDidShow(() => void wipeViewed())
  useEffect(() => () => void wipeViewed(), [])
  useEffect(() => () => (picture ? forgetShown(picture.url) : undefined), [picture])

  const show = async ({ attachmentId, name }: Attachment): Promise<void> => {
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
    const shown = await viewPrivately(fetched.value)
    if (shown.by === 'screen') setPicture({ name, url: shown.url })
    if (shown.by === 'nothing') setProblem(NOT_SHOWN)
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
      <Sheet open={picture !== null} title={picture?.name ?? ''} onClose={() => setPicture(null)}>
        {picture ? (
          <View className="attachment-picture">
            <Image
              src={picture.url}
              mode="widthFix"
              {...aria({ role: 'img', label: picture.name })}
            />
          </View>
        ) : null}
      </Sheet>
    </Section>
  )
}
