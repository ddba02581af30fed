import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { useAppearance } from '@/ui/appearance'
import { Button } from '@/ui/button/button'
import { TextArea } from '@/ui/text-area/text-area'
import type { Sentence } from '../refusal-words'
import { ToldNote } from './told-note'
import './case-form.css'

interface CaseFormProps {
  /** What will happen, before it is sent. */
  note: string
  /** What has to be chosen or ticked besides the words. */
  children?: ReactNode
  words: { label: string; placeholder: string; value: string; onChange: (text: string) => void }
  send: string
  kind?: 'private' | 'danger'
  /** Something is missing yet. */
  unready: boolean
  busy: boolean
  problem: Sentence | null
  onSend: () => void
}

/**
 * One thing to do to a consultation: what follows from it, the words, and the tap that sends it. Under
 * 大字 what has to be chosen comes first, and the words on a step of their own.
 */
export function CaseForm(props: CaseFormProps) {
  const { note, children, words, send, kind = 'private', unready, busy, problem, onSend } = props
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [writing, setWriting] = useState(false)
  const inSteps = large && children !== undefined
  if (inSteps && !writing) {
    return (
      <View className="case-form">
        <View className="note case-form-note">{note}</View>
        {children}
        <View className="case-form-act">
          <Button kind={kind} block disabled={unready} onTap={() => setWriting(true)}>
            {unready ? send : '下一步'}
          </Button>
        </View>
      </View>
    )
  }
  return (
    <View className="case-form">
      {inSteps ? null : (
        <>
          <View className="note case-form-note">{note}</View>
          {children}
        </>
      )}
      <View className="case-form-words">
        <TextArea {...words} maxLength={LIMITS.line} />
      </View>
      <ToldNote told={problem && { ok: false, ...problem }} />
      <View className="note">写的只在这一页里，不存在手机上；没送出去不会丢。</View>
      <View className="case-form-act">
        <Button kind={kind} block busy={busy} disabled={unready} onTap={onSend}>
          {send}
        </Button>
        {inSteps ? (
          <Button kind="quiet" block onTap={() => setWriting(false)}>
            上一步
          </Button>
        ) : null}
      </View>
    </View>
  )
}
