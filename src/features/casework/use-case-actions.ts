import { useState } from 'react'
import { serverNow } from '@/gateway/clock'
import type { Sentence } from '../refusal-words'
import { afterwards, type CaseAction, type Opened } from './case-actions'
import { EMPTY_DRAFT } from './case-draft'
import type { Step } from './case-sheet'
import { plainText } from '../plain-text'
import { useTyped } from '../use-typed'
import type { Told } from './told-note'
import { useActing } from './use-case'
import {
  acceptWords,
  askWords,
  closeWords,
  declineWords,
  handOverWords,
  proposeWords,
} from './wording'

interface CaseActionsOptions {
  consultationId: string
  onChange: (opened: Opened) => void
  /** The consultation is somebody else's now: nothing of it may stay. */
  onGone: (said: Sentence) => void
  onRefer: () => void
}

/** Everything a professional does to an opened consultation, and what was begun and not sent. */
export function useCaseActions(options: CaseActionsOptions) {
  const { onChange, onGone, onRefer } = options
  const [step, setStep] = useState<Step>(null)
  const [draft, setDraft, dropDraft] = useTyped(`case ${options.consultationId}`, EMPTY_DRAFT)
  const [told, setTold] = useState<Told | null>(null)
  const { act, busy, problem, forget } = useActing()

  const done = (title: string, next: string): void => {
    setStep(null)
    setTold({ ok: true, title, next })
  }
  const gone = (title: string, next: string): void => {
    setStep(null)
    dropDraft()
    onGone({ title, next })
  }

  const accept = async (opened: Opened): Promise<void> => {
    const { consultationId } = opened
    const changed = await act('casework.accept', { consultationId }, acceptWords)
    if (!changed) return
    onChange(afterwards(opened, { state: changed.state }, serverNow()))
    done('接下了', '居民会看到。到时候见面，或者先问一句。')
  }
  const ask = async (opened: Opened): Promise<void> => {
    const { consultationId } = opened
    const question = plainText(draft.question)
    if (!question) return
    const changed = await act('casework.ask', { consultationId, question }, askWords)
    if (!changed) return
    const entry = { kind: 'question' as const, text: question }
    const { state } = changed
    onChange(afterwards(opened, { state, entry, awaiting: 'resident' }, serverNow()))
    setDraft((before) => ({ ...before, question: '' }))
    done('问好了', '居民回话以后，这件事会排到“等您回话”里。')
  }
  const decline = async ({ consultationId }: Opened): Promise<void> => {
    const reason = plainText(draft.reason)
    if (!reason) return
    const changed = await act('casework.decline', { consultationId, reason }, declineWords)
    if (changed) gone('还给中心了', '时间空出来了，居民会看到您写的原因。')
  }
  const propose = async (opened: Opened): Promise<void> => {
    const { consultationId } = opened
    const { poolId } = draft
    const text = plainText(draft.proposal) || undefined
    if (!poolId) return
    const input = { consultationId, poolId, ...(text ? { text } : {}) }
    const changed = await act('casework.propose', input, proposeWords)
    if (!changed) return
    const entry = { kind: 'proposal' as const, text }
    const { state } = changed
    onChange(afterwards(opened, { state, entry, awaiting: 'resident' }, serverNow()))
    setDraft((before) => ({ ...before, poolId: null, proposal: '' }))
    done('提好了', '居民点头以后才换时间，原来的先留着。')
  }
  const handOver = async ({ consultationId }: Opened): Promise<void> => {
    const text = plainText(draft.handOver) || undefined
    if (!draft.residentAgreed) return
    const input = { consultationId, residentAgreed: true as const, ...(text ? { text } : {}) }
    const changed = await act('casework.handOver', input, handOverWords)
    if (changed) gone('转给调解了', '中心会请调解员接着办，居民不用再说一遍。')
  }
  const close = async (opened: Opened): Promise<void> => {
    const { consultationId } = opened
    const { outcome } = draft
    const text = plainText(draft.closing) || undefined
    if (!outcome) return
    const input = { consultationId, outcome, ...(text ? { text } : {}) }
    const changed = await act('casework.close', input, closeWords)
    if (!changed) return
    const { state, deletedAt } = changed
    const entry = { kind: 'outcome' as const, text }
    onChange(afterwards(opened, { state, entry, outcome, deletedAt }, serverNow()))
    dropDraft()
    done('办完了', '居民会看到结果，可以说一次满不满意。')
  }
  const DO = { ask, decline, propose, 'hand-over': handOver, close }

  return {
    step,
    draft,
    setDraft,
    told,
    busy,
    problem,
    /** Out of the menu or the foot: some things need a form, others are done or shown at once. */
    choose: (action: CaseAction, opened: Opened): void => {
      forget()
      setTold(null)
      if (action === 'accept') {
        setStep(null)
        void accept(opened)
      } else if (action === 'refer') {
        setStep(null)
        onRefer()
      } else setStep(action)
    },
    menu: (): void => {
      forget()
      setStep('menu')
    },
    send: (action: keyof typeof DO, opened: Opened): void => void DO[action](opened),
    close: (): void => setStep(null),
  }
}
