import { useState } from 'react'
import { useStore } from 'zustand'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { session, signedIn } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'
import { CHANGING, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { revokeAllWords, revokeWords } from './wording'

const MINE: Question<'devices.mine'> = { operation: 'devices.mine', input: {} }

/** Where I am signed in, and how to end one of them, or all (null). */
export function useDevices() {
  const atDesk = useStore(session, ({ desk }) => desk)
  const visitor = !signedIn()
  const known = useAnswer(visitor ? null : MINE)
  const [sending, setSending] = useState(false)

  const end = async (sessionId: string | null): Promise<void> => {
    if (sending) return
    setSending(true)
    const said = sessionId === null ? await endAll() : await endOne(sessionId)
    await answers.refresh(MINE)
    setSending(false)
    notice(said)
  }
  return { ...known, visitor, atDesk, sending, end }
}

async function endOne(sessionId: string): Promise<string> {
  const reply = await call('devices.revoke', { sessionId })
  if (reply.ok) return '那台退出了'
  const { title, next } = sentenceFor(revokeWords, CHANGING, reply as Failure, serverNow())
  return `${title}。${next}`
}

async function endAll(): Promise<string> {
  const reply = await call('devices.revokeAll', {})
  if (reply.ok) return '全都退出了'
  const { title, next } = sentenceFor(revokeAllWords, CHANGING, reply as Failure, serverNow())
  return `${title}。${next}`
}
