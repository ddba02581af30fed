import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { answers } from '@/gateway/answers/phone-answers'
import { resume } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { network } from '@/gateway/device/network'
import { sealedOnPhone } from '@/gateway/sealed/phone-sealed'
import { session, signedIn } from '@/gateway/session/session'
import { outdateConsultations } from './ask-privately'
import { drafts } from './phone-drafts'
import { type Found, settlePrivate } from './unanswered'
import { MINE } from './use-consultations'

let settling: Promise<Found[]> | null = null

async function settleOnce(): Promise<Found[]> {
  const { intents } = await sealedOnPhone()
  if (!signedIn() || intents.all().length === 0) return []
  const found = await settlePrivate({ intents, resume, askMine, now: serverNow })
  for (const { done, service } of found) if (done && service) await dropSent(service)
  if (found.length > 0) outdateConsultations()
  return found
}

async function askMine() {
  await answers.refresh(MINE)
  const { value, failure } = answers.known(MINE)
  return failure ? null : (value?.consultations ?? null)
}

/** What was sent is no draft any more. */
async function dropSent(service: NonNullable<Found['service']>): Promise<void> {
  await drafts[service].load()
  drafts[service].drop()
}

/** What became of what an earlier run of the app sent and never saw answered; null until known. */
export function usePrivateUnanswered(): Found[] | null {
  const [found, setFound] = useState<Found[] | null>(null)
  const offline = useStore(network, (now) => now.offline)
  const { since } = useStore(session)
  useEffect(() => {
    let seen = true
    settling ??= settleOnce().finally(() => (settling = null))
    void settling.then((list) => {
      if (seen) setFound((before) => [...(before ?? []), ...list])
    })
    return () => {
      seen = false
    }
  }, [offline, since])
  return found
}
