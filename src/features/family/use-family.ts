import { useStore } from 'zustand'
import type { Output } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { isSinglePage } from '@/gateway/device/sharing'
import { session, signedIn } from '@/gateway/session/session'
import { useAnswer } from '../use-answer'

export type Family = Output<'family.list'>
export type Member = Family['members'][number]

const FAMILY: Question<'family.list'> = { operation: 'family.list', input: {}, copy: 'private' }

/** My family, from the phone first; nothing while nobody is signed in. */
export function useFamily() {
  useStore(session)
  const visitor = !signedIn() || isSinglePage()
  return { ...useAnswer(visitor ? null : FAMILY), visitor }
}

/** Asks for my family anew, after something was changed. */
export async function refreshFamily(): Promise<void> {
  answers.outdate(['seats.mine'])
  await answers.refresh(FAMILY)
}
