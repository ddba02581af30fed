import { useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { saveText } from '@/gateway/device/save-text'
import { beginAnew, session, signedIn } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'
import { CHANGING, READING, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { collectCopy } from './collect-copy'
import { eraseWords, exportWords } from './data-words'
import { exportFile } from './export-file'

const DATA: Question<'me.data'> = { operation: 'me.data', input: {} }

/** What is kept about me, and the two things that can be done with all of it. */
export function useMyData() {
  useStore(session)
  const visitor = !signedIn()
  const known = useAnswer(visitor ? null : DATA)
  const [busy, setBusy] = useState<'export' | 'erase' | null>(null)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const [erased, setErased] = useState<Output<'me.erase'> | null>(null)

  async function save(): Promise<void> {
    if (busy) return
    setBusy('export')
    setProblem(null)
    const copy = await collectCopy()
    if ('failure' in copy) {
      const said = sentenceFor(exportWords, READING, copy.failure, serverNow())
      notice(`${said.title}。${said.next}`)
    } else {
      const day = dateOf(serverNow())
      const outcome = await saveText(
        exportFile(copy, day),
        `常来-我的资料-${day}.html`,
        'text/html',
      )
      if (outcome === 'saved') notice('存好了，用浏览器打开')
      if (outcome === 'sent') notice('发出去了，在聊天里打开')
      if (outcome === 'refused') notice('没存成，换一个聊天再试')
    }
    setBusy(null)
  }

  /** Nothing of the person they were stays on this phone either. */
  async function erase(): Promise<void> {
    if (busy) return
    setBusy('erase')
    setProblem(null)
    const reply = await call('me.erase', { confirm: '注销' })
    setBusy(null)
    if (!reply.ok) {
      return setProblem(sentenceFor(eraseWords, CHANGING, reply as Failure, serverNow()))
    }
    setErased(reply.value)
    beginAnew()
  }

  return { ...known, visitor, working: busy, problem, erased, save, erase }
}
