import type { Input, OperationName } from '../../../src/contract'
import type { Store } from '../../../src/cloud/store'
import { DAY, HOUR, toInstantText } from '../../../src/domain/time/instant'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'
import { lessonsOf } from '../../support/builders/course'
import { NOW, aPool, anActivity } from '../../support/builders/programme'

type Target = 'own' | 'strangers' | 'none'
type LessonName = Extract<
  OperationName,
  `lessons.${string}` | `notices.${string}` | `alerts.${string}`
>
export type LessonCalls = Record<LessonName, (target: Target, actor: string) => Promise<object>>

/** Where it is in the way of no other call. */
const FAR = NOW + 300 * DAY

interface Place {
  store: Store
  centreId: string
  as: (actor: string) => Caller
}

/** A call of each operation of lessons, notices and alerts on what is the actor's, somebody else's, or not there. */
export function lessonCalls(place: () => Place): LessonCalls {
  /** A course of two lessons with a booking of the actor, or of a stranger, and its second lesson. */
  async function aCourseOf(target: Target, actor: string) {
    const { store, centreId, as } = place()
    if (target === 'none') {
      return { bookingId: `${centreId}.nothing`, occurrenceId: `${centreId}.nothing` }
    }
    const lessons = [0, 7].map((days) => {
      const startsAt = FAR + days * DAY
      return { startsAt, endsAt: startsAt + HOUR }
    })
    const poolId = await aPool(store, centreId, { lessons })
    const isOwn = target === 'own' && actor !== 'visitor'
    const holder = as(isOwn ? actor : `holder-${newRequestId()}`)
    const booked = await holder('seats.book', { poolId, evenIfClashes: true })
    const { occurrenceId } = (await lessonsOf(store, poolId))[1]!
    return { bookingId: valueOf(booked).bookingId, occurrenceId, holder }
  }

  async function excused(target: Target, actor: string) {
    const { holder, ...wish } = await aCourseOf(target, actor)
    if (holder) valueOf(await holder('lessons.excuse', wish))
    return wish
  }

  /** A lesson, and what moves it by a day. */
  async function aMove(target: Target): Promise<Input<'lessons.move'> & { poolId?: string }> {
    const { store, centreId } = place()
    const [span, to] = [1, 2].map((days) => ({
      startsAt: toInstantText(FAR + days * DAY),
      endsAt: toInstantText(FAR + days * DAY + HOUR),
      ...{ place: '一楼讲座室' },
    }))
    const expected = { ...span!, state: 'scheduled' as const }
    const more = { ...to!, expected, reason: '示例原因' }
    if (target === 'none') return { occurrenceId: `${centreId}.nothing`, ...more }
    const lessons = [{ startsAt: FAR + DAY, endsAt: FAR + DAY + HOUR }]
    const poolId = await aPool(store, centreId, { lessons })
    const { occurrenceId } = (await lessonsOf(store, poolId))[0]!
    return { occurrenceId, poolId, ...more }
  }

  async function aNoticeOf(target: Target, actor: string): Promise<{ upTo: string }> {
    const { centreId, as } = place()
    if (target === 'none') return { upTo: `${centreId}.nothing` }
    const isOwn = target === 'own' && actor !== 'visitor'
    const reader = as(isOwn ? actor : `reader-${newRequestId()}`)
    const { poolId, ...wish } = await aMove('own')
    valueOf(await reader('seats.book', { poolId: poolId!, evenIfClashes: true }))
    valueOf(await as('staff-here')('lessons.move', wish))
    const { notices } = valueOf(await reader('notices.mine', {}))
    return { upTo: notices[0]!.noticeId }
  }

  /** A class in which somebody has a seat. */
  async function aClassOf(target: Target): Promise<{ activityId: string }> {
    const { store, centreId, as } = place()
    if (target === 'none') return { activityId: `${centreId}.nothing` }
    const activityId = await anActivity(store, centreId)
    const poolId = await aPool(store, centreId, { activityId })
    const reader = as(`reader-${newRequestId()}`)
    valueOf(await reader('seats.book', { poolId, evenIfClashes: true }))
    return { activityId }
  }

  return {
    'lessons.excuse': async (target, actor) => {
      const { bookingId, occurrenceId } = await aCourseOf(target, actor)
      return { bookingId, occurrenceId }
    },
    'lessons.unexcuse': excused,
    'lessons.move': async (target) => {
      const { poolId: _, ...wish } = await aMove(target)
      return wish
    },
    'lessons.cancel': async (target) => {
      const { occurrenceId, expected, reason } = await aMove(target)
      return { occurrenceId, expected, reason }
    },
    'lessons.previewMove': async (target) => {
      const { occurrenceId, startsAt, endsAt, place } = await aMove(target)
      return { occurrenceId, startsAt, endsAt, place }
    },
    'alerts.mine': async () => ({}),
    'alerts.accept': async () => ({ answers: [{ template: 'tomorrow', answer: 'accept' }] }),
    'alerts.delivered': async () => ({}),
    'notices.mine': async () => ({}),
    'notices.read': aNoticeOf,
    'notices.previewMessage': aClassOf,
    'notices.send': async (target) => ({ ...(await aClassOf(target)), text: '示例' }),
  }
}
