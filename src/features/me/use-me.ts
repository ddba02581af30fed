import { useStore } from 'zustand'
import type { Input } from '@/contract'
import { answers } from '@/gateway/answers/phone-answers'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { session, signedIn } from '@/gateway/session/session'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { updateWords } from './wording'

const ME: Question<'me.get'> = { operation: 'me.get', input: {}, copy: 'private' }

/** What is kept about the person who holds this phone; nothing while nobody is signed in. */
export function useMe() {
  useStore(session)
  const visitor = !signedIn()
  return { ...useAnswer(visitor ? null : ME), visitor }
}

/** Changes the nickname or the home centre; gives what went wrong, or null. */
export async function updateMe(change: Input<'me.update'>): Promise<Sentence | null> {
  const reply = await call('me.update', change)
  if (!reply.ok) return sentenceFor(updateWords, CHANGING, reply, serverNow())
  // What was changed says nothing of the rest.
  answers.put(ME, { ...answers.known(ME).value, ...reply.value })
  return null
}
