import { useEffect, useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure, OperationName, Reply } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { plainLine } from '../plain-text'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import { useDraft } from '../use-draft'
import { planDraft } from './phone-plans'
import { type Plan, PLAN_LIMITS } from './plan'
import { refusedField, type Wrong } from './plan-check'
import { draftOfStanding, isBegun, type PlanDraft } from './plan-draft'
import { formOf, planOf } from './plan-form'
import { outdateProgramme } from './outdate-programme'
import { sendPlan } from './send-plan'
import { usePlan } from './use-plans'
import { dateOf } from '@/domain/time/date'
import { SAVING } from './saving-words'
import { publishWords, savePlanWords, setCoverWords } from './wording'
import type { Output } from '@/contract'
import type { Refusals } from '@/contract'

/** How another member of staff left it, meanwhile. */
export type Meanwhile = Refusals<'programme.save'>['CHANGED_MEANWHILE']
export type Saved = Output<'programme.save'>

/** Writing one plan: what is in the form, and saving and publishing it as one wish of the person. */
export function usePlanEditor(centreId: string, activityId: string | null) {
  const kept = planDraft({ centreId, activityId })
  const { draft, foundFrom } = useDraft(kept)
  const answer = usePlan(activityId)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const [refused, setRefused] = useState<Wrong>({})
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)

  const standing = answer.value
  useEffect(() => {
    if (draft === null || standing === null) return
    const older = draft.activityId === null || (draft.version ?? 0) < standing.version
    // What somebody has begun stays; saving it tells whether another was sooner.
    if (older && (draft.activityId === null || !isBegun(draft))) {
      kept.change(draftOfStanding(standing, serverNow()))
    }
  }, [kept, draft, standing])

  const change = (part: Partial<PlanDraft>): void => {
    setRefused({})
    setProblem(null)
    kept.change(part)
  }

  function fail<N extends OperationName>(words: Wording<N>, failure: Failure<N>): null {
    const { code, facts } = failure as { code: string; facts: { path?: string; taken?: number } }
    const known = code === 'INVALID_INPUT' ? refusedField(facts.path ?? '') : null
    if (known) setRefused(known)
    if (code === 'CAPACITY_BELOW_TAKEN') setRefused({ capacity: `至少 ${facts.taken} 个` })
    if (code === 'REASON_NEEDED') setRefused({ reason: '写一句为什么' })
    if (code === 'CHANGED_MEANWHILE') setMeanwhile(facts as unknown as Meanwhile)
    else setProblem(sentenceFor(words, SAVING, failure, serverNow()))
    return null
  }

  async function hangCover(of: string): Promise<boolean> {
    const cover = kept.state.getState().draft?.cover
    if (!cover) return true
    const reply = await call('programme.setCover', { activityId: of, fileId: cover.fileId })
    // Without it nothing is lost but the picture, which has to be chosen again.
    kept.change({ cover: null })
    if (!reply.ok) fail(setCoverWords, reply)
    return reply.ok
  }

  async function write(plan: Plan, version: number | null): Promise<Saved | null> {
    const { draft: now } = kept.state.getState()
    const why = plainLine(now?.reason ?? '', PLAN_LIMITS.reason.most)
    const reply: Reply<'programme.save'> = await sendPlan({
      ...{ centreId, activityId: now?.activityId ?? null, version, plan },
      reason: now?.state === 'published' && why.length >= PLAN_LIMITS.reason.least ? why : null,
    })
    outdateProgramme()
    if (!reply.ok) return fail(savePlanWords, reply)
    const { activityId: saved, version: newer, state } = reply.value
    kept.change({ activityId: saved, version: newer, state, before: plan })
    return (await hangCover(saved)) ? reply.value : null
  }

  async function busily<T>(work: () => Promise<T | null>): Promise<T | null> {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    setRefused({})
    const done = await work()
    setBusy(false)
    return done
  }

  const save = (plan: Plan): Promise<Saved | null> =>
    busily(() => write(plan, kept.state.getState().draft?.version ?? null))

  /** Saves and publishes; whoever publishes wants both. */
  const publish = (plan: Plan): Promise<Saved | null> =>
    busily(async () => {
      const saved = await write(plan, kept.state.getState().draft?.version ?? null)
      if (saved === null) return null
      const { activityId: of, version } = saved
      const reply = await call('programme.publish', { activityId: of, version })
      outdateProgramme()
      if (!reply.ok) return fail(publishWords, reply)
      return { ...saved, ...reply.value }
    })

  /** Settles with what another left, and saves over it. */
  const settle = (plan: Plan): Promise<Saved | null> => {
    if (meanwhile === null) return Promise.resolve(null)
    const { version, state, plan: theirs } = meanwhile
    kept.change({
      ...{ form: formOf(plan, dateOf(serverNow())), version, state, before: theirs },
    })
    setMeanwhile(null)
    return busily(() => write(plan, version))
  }

  return {
    draft,
    foundFrom,
    answer,
    busy,
    problem,
    refused,
    meanwhile,
    change,
    save,
    publish,
    settle,
    plan: draft && planOf(draft.form),
    /** Back to the form with what was typed, for now. */
    later: () => setMeanwhile(null),
    /** It was saved, or is not wanted. */
    drop: () => {
      kept.drop()
      if (standing) kept.change(draftOfStanding(standing, serverNow()))
    },
  }
}

export type PlanEditor = ReturnType<typeof usePlanEditor>
