import type { PoolClient } from 'pg'
import type { Output, ParsedInput } from '@/contract'
import { whatIsWrong } from '@/domain/programme/judge-plan'
import { changedPlan, newPlan } from '@/domain/timetable/plan-of-class'
import type { ComparedClass, StandingClass } from '@/domain/timetable/publishing'
import type { Handler, Outcome, Refusal } from '@/cloud/handler'
import { type NotApplied, applyPlan } from '@/cloud/programme/apply-plan'
import { calledOff } from '@/cloud/programme/change-of-plan'
import { createActivity, newActivityId } from '@/cloud/programme/create'
import { lockActivity } from '@/cloud/store/queries/programme/activity'
import { holdTimetable, importKeys, keepClasses } from '@/cloud/store/queries/timetable/classes'
import { NO_LESSONS, countsOf } from '@/cloud/timetable-import/on-the-wire'
import {
  type SentTimetable,
  comparedTimetable,
  sentTimetable,
} from '@/cloud/timetable-import/sent-timetable'
import { commandInTransaction } from '../command-in-transaction'
import { instantOrNull } from '../instant-or-null'

type Wish = ParsedInput<'staff.publishImport'>
type Published = Output<'staff.publishImport'>
type PublishedClass = Published['classes'][number]

/** What people read where staff give no reason of their own. */
const REASON = '按新的课程表调整'

/** Ends the transaction with nothing written. */
class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly refusal: Refusal<'staff.publishImport'>) {
    super(refusal.code)
  }
}

/** Publishes a sheet that staff sent: all of it, or nothing. */
export const publishImport: Handler<'staff.publishImport'> = async (call) => {
  const { input, intent, dependencies } = call
  const opening = input.defaults?.opensAt
  const opensAt = opening === undefined ? null : instantOrNull(opening)
  if (opening !== undefined && opensAt === null) {
    return { invalid: { path: 'defaults.opensAt', reason: 'INSTANT' } }
  }
  const sent = await sentTimetable(dependencies.store, intent.personId, input)
  if ('invalid' in sent) return sent
  try {
    return await commandInTransaction(dependencies, intent, async (client, now) => {
      if ('refusal' in sent) return sent
      const publisher = new Publisher(client, sent, { ...input, opensAt, by: intent.personId }, now)
      return publisher.publish()
    })
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  }
}

class Publisher {
  private readonly reason: string
  private readonly opensAt: number

  constructor(
    private readonly client: PoolClient,
    private readonly sent: SentTimetable,
    private readonly wish: Wish & { opensAt: number | null; by: string },
    private readonly now: Date,
  ) {
    this.reason = wish.reason ?? REASON
    this.opensAt = wish.opensAt ?? now.getTime()
  }

  async publish(): Promise<Outcome<'staff.publishImport'>> {
    const { client, sent, now, wish } = this
    await holdTimetable(client, sent.centreId)
    const result = await comparedTimetable(client, sent, now)
    if ('refusal' in result) return result
    const { classes, missing } = result.comparison
    const open = classes.flatMap((one) => one.open)
    if (open.length > 0) {
      const cells = [...new Set(open.map(({ cell }) => cell))]
      return { refusal: { code: 'OPEN_QUESTIONS', facts: { cells, open } } }
    }
    const taken = await importKeys(client, sent.centreId)
    const published: PublishedClass[] = []
    for (const one of classes) published.push(await this.publishClass(one, taken))
    await this.keep(classes, published)
    const cancelled = await this.callOff(missing)
    const left = missing.filter(({ activityId }) => !(wish.cancel ?? []).includes(activityId))
    const told = [...published, ...cancelled].reduce((sum, one) => sum + one.told, 0)
    return {
      value: {
        ...{ classes: published, cancelled, told },
        missing: left.map(({ activityId, stands }) => ({ activityId, title: stands.title })),
        counts: countsOf(classes.map(({ outcome }) => outcome)),
      },
    }
  }

  private async publishClass(one: ComparedClass, taken: Set<string>): Promise<PublishedClass> {
    const outcome = one.outcome!
    const result = { cell: one.ref, title: one.to.title, outcome, lessons: NO_LESSONS, told: 0 }
    if (outcome === 'added') return { ...result, ...(await this.add(one, taken)) }
    const activityId = one.standing?.activityId ?? null
    if (outcome !== 'changed') return { ...result, activityId }
    const { applied } = await this.change(one, one.standing!)
    const { moved, cancelled, added } = applied.lessons
    return { ...result, activityId, told: applied.told, lessons: { moved, cancelled, added } }
  }

  private async add(one: ComparedClass, taken: Set<string>) {
    const { centreId } = this.sent
    const desk = await import('@/cloud/sheets/desk')
    const plan = newPlan(one, this.opensAt)
    if (whatIsWrong(plan, this.now.getTime())) throw this.cannot(one, 'PLAN', null)
    const importKey = desk.newImportKey(one.read.title || one.to.title, taken)
    taken.add(importKey)
    const activityId = newActivityId(centreId)
    const state = 'published' as const
    const activity = { centreId, activityId, plan, state, importKey, changedBy: this.wish.by }
    await createActivity(this.client, activity, this.now)
    return { activityId, lessons: { ...NO_LESSONS, added: one.to.lessons.length } }
  }

  private async change(one: ComparedClass, { activityId, version }: StandingClass) {
    const seen = this.wish.seen?.[activityId] ?? version
    const activity = await lockActivity(this.client, activityId)
    if (activity?.version !== version || version !== seen) {
      const facts = { cell: one.ref, activityId, title: one.to.title }
      throw new Refused({ code: 'CHANGED_MEANWHILE', facts })
    }
    const plan = changedPlan(activity.plan, one)
    if (whatIsWrong(plan, this.now.getTime())) throw this.cannot(one, 'PLAN', null)
    const change = { plan, changedBy: this.wish.by, reason: this.reason }
    const result = await applyPlan(this.client, activity, change, this.now)
    if ('refusal' in result) throw this.notApplied(one, result.refusal)
    return result
  }

  private notApplied(one: ComparedClass, { code, facts }: NotApplied): Refused {
    if (code === 'REASON_NEEDED') throw new Error('a reason was given')
    return this.cannot(one, code, 'taken' in facts ? facts.taken : null)
  }

  private cannot(
    { ref, to }: ComparedClass,
    problem: Extract<Refusal<'staff.publishImport'>, { code: 'CANNOT_CHANGE' }>['facts']['problem'],
    taken: number | null,
  ): Refused {
    return new Refused({
      code: 'CANNOT_CHANGE',
      facts: { cell: ref, title: to.title, problem, taken },
    })
  }

  private async keep(classes: readonly ComparedClass[], published: readonly PublishedClass[]) {
    const kept = classes.flatMap(({ outcome, read, said, whenWords }, position) => {
      const activityId = published[position]!.activityId
      if (outcome === 'skipped' || activityId === null) return []
      return [{ activityId, read, said, whenWords, position }]
    })
    const by = { centreId: this.sent.centreId, importedBy: this.wish.by }
    if (kept.length > 0) await keepClasses(this.client, by, kept, this.now)
  }

  private async callOff(missing: readonly StandingClass[]): Promise<Published['cancelled']> {
    const cancelled: Published['cancelled'] = []
    for (const activityId of new Set(this.wish.cancel)) {
      const activity = missing.some((one) => one.activityId === activityId)
        ? await lockActivity(this.client, activityId)
        : null
      if (!activity) throw new Refused({ code: 'NOT_FOUND', facts: { what: 'activity' } })
      const change = {
        ...{ plan: activity.plan, changedBy: this.wish.by, reason: this.reason },
        ...{ kind: 'cancelled' as const, state: 'cancelled' as const },
        lessons: (standing: Parameters<typeof calledOff>[0]) =>
          calledOff(standing, this.now.getTime()),
      }
      const result = await applyPlan(this.client, activity, change, this.now)
      if ('refusal' in result) throw new Error(`not called off: ${result.refusal.code}`)
      const { title } = activity.plan
      cancelled.push({ activityId, title, told: result.applied.told })
    }
    return cancelled
  }
}
