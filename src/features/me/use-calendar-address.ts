import { useState } from 'react'
import { useStore } from 'zustand'
import { answers } from '@/gateway/answers/phone-answers'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure, Input, Reply } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { session, signedIn } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'
import { CHANGING, sentenceFor, type Wording } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { makeCalendarAddressWords, revokeCalendarAddressWords } from './calendar-words'

const ADDRESS: Question<'me.calendarAddress'> = {
  operation: 'me.calendarAddress',
  input: {},
  copy: 'private',
}

/**
 * Whether my calendar has an address, and how to make and end one. `address` is the one that was just
 * made: it is told once and kept nowhere, so it is gone with the screen.
 */
export function useCalendarAddress() {
  useStore(session)
  const visitor = !signedIn()
  const known = useAnswer(visitor ? null : ADDRESS)
  const [busy, setBusy] = useState(false)
  const [address, setAddress] = useState<string | null>(null)

  /** Even a lost answer may be a change: what holds now is asked for in any case. */
  async function change<N extends CommandName>(
    ask: () => Promise<Reply<N>>,
    words: Wording<N>,
  ): Promise<Extract<Reply<N>, { ok: true }> | null> {
    if (busy) return null
    setBusy(true)
    const reply = await ask()
    answers.outdate(['me.get'])
    await answers.refresh(ADDRESS)
    setBusy(false)
    if (reply.ok) return reply
    const said = sentenceFor(words, CHANGING, reply as Failure, serverNow())
    notice(`${said.title}。${said.next}`)
    return null
  }

  async function make(): Promise<boolean> {
    const done = await change(makeOne, makeCalendarAddressWords)
    if (done) setAddress(done.value.address)
    return done !== null
  }

  async function revoke(input: Input<'me.revokeCalendarAddress'>): Promise<boolean> {
    const done = await change(
      () => call('me.revokeCalendarAddress', input),
      revokeCalendarAddressWords,
    )
    if (done) setAddress(null)
    return done !== null
  }

  return { ...known, visitor, sending: busy, address, make, revoke }
}

/** Of an earlier try it may be told that it was ended meanwhile: then another one is made. */
async function makeOne(): Promise<Reply<'me.makeCalendarAddress'>> {
  const reply = await call('me.makeCalendarAddress', {})
  return reply.ok && reply.value.address === null ? call('me.makeCalendarAddress', {}) : reply
}
