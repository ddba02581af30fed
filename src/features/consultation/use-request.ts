import { useState } from 'react'
import type { Input } from '@/contract'
import { CONFIDENTIALITY_RULES, type SealedService } from '@/domain/consultation/consultation'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor } from '../refusal-words'
import { askPrivately } from './ask-privately'
import { contactOf, type Draft, matterOf } from './draft'
import { waitingAs } from './files'
import { drafts } from './phone-drafts'
import { forgetFile } from './picked-files'
import { uploadFiles } from './upload-files'
import { requestWords, SENDING } from './wording'

/** What stands between a tap and an hour, and what a tap can do about it. */
export interface Problem {
  sentence: Sentence
  kind: 'clash' | 'time' | 'again' | 'other'
}

interface Request {
  service: SealedService
  centreId: string
  onSent: (consultationId: string) => void
}

/** Sends the form, once however often it is tapped. */
export function useRequest({ service, centreId, onSent }: Request) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const kept = drafts[service]

  async function sendAll(draft: Draft, evenIfClashes: boolean): Promise<Problem | null> {
    const { files, sentence } = await uploadFiles(draft.files)
    kept.change({ files })
    kept.flush()
    if (sentence) return { sentence, kind: 'other' }
    const input = inputOf({ ...draft, files }, { service, centreId, evenIfClashes })
    const reply = await askPrivately('consultation.request', input)
    if (reply.ok) {
      for (const { id } of files) forgetFile(id)
      kept.drop()
      onSent(reply.value.consultationId)
      return null
    }
    const problem = sentenceFor(requestWords, SENDING, reply, serverNow())
    switch (reply.code) {
      case 'CLASHES':
        return { sentence: problem, kind: 'clash' }
      case 'SLOT_TAKEN':
      case 'CLOSED':
        kept.change({ time: null })
        return { sentence: problem, kind: 'time' }
      case 'NOT_FOUND': {
        const { what } = reply.facts
        if (what === 'pool') kept.change({ time: null })
        if (what === 'file') {
          kept.change({ files: files.map(({ sent: _, ...file }) => file) })
        }
        return { sentence: problem, kind: what === 'pool' ? 'time' : 'other' }
      }
      case 'UNREACHABLE':
      case 'UNAVAILABLE':
      case 'TOO_MANY_REQUESTS':
        return { sentence: problem, kind: 'again' }
      default:
        return { sentence: problem, kind: 'other' }
    }
  }

  const send = async (evenIfClashes = false): Promise<void> => {
    const { draft } = kept.state.getState()
    if (busy || draft === null) return
    setBusy(true)
    setProblem(null)
    setProblem(await sendAll(draft, evenIfClashes).finally(() => setBusy(false)))
  }
  return { send, busy, problem, dismiss: () => setProblem(null) }
}

/** What goes over the wire; the same draft gives the same. */
export function inputOf(
  draft: Draft,
  to: { service: SealedService; centreId: string; evenIfClashes: boolean },
): Input<'consultation.request'> {
  const { time, urgent, files, agreed } = draft
  const fileIds = files.map((file) => waitingAs(file, serverNow()) ?? '').filter(Boolean)
  return {
    service: to.service,
    ...(time !== null && time !== 'wait' ? { poolId: time.poolId } : { centreId: to.centreId }),
    matter: matterOf(draft),
    contact: contactOf(draft),
    ...(to.service === 'mediation' ? { urgent } : {}),
    fileIds,
    ...(to.evenIfClashes ? { evenIfClashes: true } : {}),
    consent: { rulesVersion: agreed ?? CONFIDENTIALITY_RULES },
  }
}
