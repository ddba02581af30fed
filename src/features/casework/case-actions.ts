import type { Output } from '@/contract'
import { type Action, mayAct } from '@/domain/consultation/allowed'
import type { ConsultationState, EntryKind, Outcome } from '@/domain/consultation/consultation'
import { OUTCOME_NAMES } from '@/domain/consultation/words'
import { toInstantText } from '@/domain/time/instant'

export type Opened = Output<'casework.open'>

/** What a professional can do with a consultation besides reading it. */
export type CaseAction = 'accept' | 'ask' | 'propose' | 'hand-over' | 'refer' | 'decline' | 'close'

interface ActionWords {
  label: string
  note: string
}

export const ACTION_WORDS: Readonly<Record<CaseAction, ActionWords>> = {
  accept: { label: '接下', note: '居民会看到您接了' },
  ask: { label: '问居民一句', note: '居民在自己的咨询里看到，可以回您' },
  propose: { label: '提另一个时间', note: '从您空着的时间里选，等居民点头' },
  'hand-over': { label: '转给调解', note: '先问过居民，同意了再转' },
  refer: { label: '开转介单', note: '给司法所的，只有怎么联系' },
  decline: { label: '不接', note: '写明原因，时间空出来，中心再找人' },
  close: { label: '办完了', note: '写下结果，到期销毁内容' },
}

const ORDER: readonly CaseAction[] = [
  'accept',
  'ask',
  'propose',
  'hand-over',
  'refer',
  'decline',
  'close',
]
/** The domain's word for each; a referral is only read, while the matter is with somebody. */
const BY_DOMAIN: Readonly<Record<CaseAction, Action>> = {
  accept: 'accept',
  ask: 'ask',
  propose: 'propose',
  'hand-over': 'hand-over',
  refer: 'close',
  decline: 'decline',
  close: 'close',
}

/** What can be done with a consultation now; a mediation is not handed over to mediation. */
export function actionsOf({ state, service }: Pick<Opened, 'state' | 'service'>): CaseAction[] {
  return ORDER.filter(
    (action) => mayAct(BY_DOMAIN[action], state) && (action !== 'hand-over' || service === 'legal'),
  )
}

/** The one action that stands at the foot of the screen: saying yes, later writing the outcome. */
export function firstActionOf(actions: readonly CaseAction[]): CaseAction | null {
  return actions.includes('accept') ? 'accept' : actions.includes('close') ? 'close' : null
}

/** How a consultation can end, by what it is. */
export function outcomesOf({
  service,
}: Pick<Opened, 'service'>): { value: Outcome; label: string }[] {
  const outcomes: readonly Outcome[] =
    service === 'mediation'
      ? ['settled', 'unsettled', 'referred', 'no-show', 'other']
      : ['advised', 'referred', 'no-show', 'other']
  return outcomes.map((value) => ({ value, label: OUTCOME_NAMES[value] }))
}

interface Done {
  state: ConsultationState
  /** What was written in the course, if anything was. */
  entry?: { kind: EntryKind; text: string | undefined }
  awaiting?: Opened['awaiting']
  proposal?: Opened['proposal']
  outcome?: Outcome
  deletedAt?: string
}

/**
 * A consultation after something was done to it, without opening it once more: each opening is
 * written down and shown to the resident. `at` in milliseconds since the epoch.
 */
export function afterwards(opened: Opened, done: Done, at: number): Opened {
  const { state, entry, awaiting = null, proposal = opened.proposal, outcome, deletedAt } = done
  const ended = state === 'closed'
  const text = toInstantText(at)
  const line = entry && {
    kind: entry.kind,
    author: 'professional' as const,
    at: text,
    text: entry.text ?? null,
  }
  return {
    ...opened,
    state,
    awaiting,
    // When the next step is due is the server's to say, with the next opening.
    dueAt: state === opened.state && !ended ? opened.dueAt : null,
    proposal: ended ? null : proposal,
    entries: line ? [...opened.entries, line] : opened.entries,
    outcome: outcome ?? opened.outcome,
    closedAt: ended ? text : opened.closedAt,
    deletedAt: deletedAt ?? opened.deletedAt,
  }
}
