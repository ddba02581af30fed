import { useState } from 'react'
import type { AlertAnswer, TemplateName } from '@/domain/alerts/purpose'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { askForMessages, canAskForMessages } from '@/gateway/device/ask-messages'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { acceptWords } from './wording'

export const MINE: Question<'alerts.mine'> = { operation: 'alerts.mine', input: {} }

/**
 * How it stands with asking: not yet, asked and these accepted, refused, switched off in WeChat, or not got
 * through. Refused `again`, it may be that WeChat does not ask any more and answers for the person.
 */
export type Asked =
  | { kind: 'not-yet' }
  | { kind: 'accepted'; templates: TemplateName[] }
  | { kind: 'refused'; again: boolean }
  | { kind: 'off' }
  | { kind: 'failed'; sentence: Sentence }

/** The platform has shut every one of them (`ban`, `filter`): nothing that the person could change. */
const NONE_TO_BE_HAD: Sentence = { title: '这种提醒这会儿没有', next: '到时间打开“我的”看。' }
const FAILED: Sentence = { title: '微信这会儿没问成', next: '过一会儿再点一次。' }

/**
 * Messages that the person may be asked for: those of these templates that the deployment has, none
 * where this phone's WeChat cannot ask. `ask` belongs into a tap.
 */
export function useAlerts(wanted: readonly TemplateName[]) {
  const { value } = useAnswer(MINE)
  const [asked, setAsked] = useState<Asked>({ kind: 'not-yet' })
  const [busy, setBusy] = useState(false)
  // On one's own machine the host stands in WeChat's place, and so does this for its question.
  const standsIn = value?.local === true && !canAskForMessages()
  const known = value && (standsIn || canAskForMessages()) ? value.templates : []
  const offered = known.filter(({ template }) => wanted.includes(template))

  const tell = async (said: { template: TemplateName; answer: AlertAnswer }[]) => {
    const reply = await call('alerts.accept', { answers: said })
    if (!reply.ok) {
      return setAsked({
        kind: 'failed',
        sentence: sentenceFor(acceptWords, CHANGING, reply, serverNow()),
      })
    }
    answers.outdate(['alerts.mine'])
    const templates = said.filter(({ answer }) => answer === 'accept').map((one) => one.template)
    if (templates.length > 0) setAsked({ kind: 'accepted', templates })
    else if (said.some(({ answer }) => answer === 'reject')) {
      setAsked(({ kind }) => ({ kind: 'refused', again: kind === 'refused' }))
    } else setAsked({ kind: 'failed', sentence: NONE_TO_BE_HAD })
  }

  const ask = async (): Promise<void> => {
    if (busy) return
    const ids = offered.map(({ templateId }) => templateId)
    const asking = standsIn
      ? Promise.resolve(Object.fromEntries(ids.map((id) => [id, 'accept' as const])))
      : askForMessages(ids)
    setBusy(true)
    const said = await asking
    if (said === 'off') setAsked({ kind: 'off' })
    else if (said === 'failed') setAsked({ kind: 'failed', sentence: FAILED })
    else {
      await tell(
        offered.flatMap(({ template, templateId }) => {
          const answer = said[templateId]
          return answer ? [{ template, answer }] : []
        }),
      )
    }
    setBusy(false)
  }
  return { offered, asked, busy, ask }
}
