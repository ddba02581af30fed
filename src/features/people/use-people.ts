import { useState } from 'react'
import type { Input, Output } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { DOING } from './wording'

export type Grant = Output<'roles.list'>['grants'][number]
export type Invitation = Output<'roles.invitations'>['invitations'][number]

function grantsIn(centreId: string): Question<'roles.list'> {
  return {
    operation: 'roles.list',
    input: { centreId },
    join: (before, next) => ({ ...next, grants: [...before.grants, ...next.grants] }),
  }
}

/** Who holds which role in a place, and which invitations are open there; kept on no phone. */
export function usePeople(centreId: string) {
  const grants = useAnswer(grantsIn(centreId))
  const invitations = useAnswer({ operation: 'roles.invitations', input: { centreId } })
  const refresh = async (): Promise<void> => {
    await Promise.all([grants.refresh(), invitations.refresh()])
  }
  return { grants, invitations, refresh }
}

type RoleCommand = Extract<CommandName, `roles.${string}`>

/** Sends one change of who works here, once however often it is tapped, and keeps why it did not work. */
export function useRoleCommand<N extends RoleCommand>(operation: N, words: Wording<N>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const send = async (input: Input<N>): Promise<Output<N> | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    const reply = await call(operation, input)
    answers.outdate(['roles.list', 'roles.invitations', 'me.get'])
    setBusy(false)
    if (reply.ok) return reply.value
    setProblem(sentenceFor(words, DOING, reply as Failure, serverNow()))
    return null
  }
  return { send, busy, problem, forget: () => setProblem(null) }
}
