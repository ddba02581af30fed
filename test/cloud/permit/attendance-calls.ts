import type { OperationName } from '../../../src/contract'
import type { Store } from '../../../src/cloud/store'
import { toInstantText } from '../../../src/domain/time/instant'
import { aLesson, codeOf, someStrikes } from '../../support/builders/attendance'
import { type Caller, newRequestId, valueOf } from '../../support/builders/caller'
import { NOW } from '../../support/builders/programme'

type Target = 'own' | 'strangers' | 'none'
type AttendanceName = Extract<OperationName, `attendance.${string}`>
export type AttendanceCalls = Record<
  AttendanceName,
  (target: Target, actor: string) => Promise<object>
>

interface Place {
  store: Store
  centreId: string
  as: (actor: string) => Caller
}

/** A call of each operation of attendance on a target that is the actor's, somebody else's, or none. */
export function attendanceCalls(place: () => Place): AttendanceCalls {
  const none = () => `${place().centreId}.nothing`
  const centre = async () => ({ centreId: place().centreId })
  const strike = async (target: Target, subject: string) => ({
    strikeId: target === 'none' ? none() : await aStrike(place(), target, subject),
  })
  return {
    'attendance.checkIn': async (target, actor) => {
      const { centreId, as } = place()
      const made = await as('staff-here')('attendance.makePoster', { centreId })
      if (target === 'none') return { posterId: `${centreId}.222222` }
      if (actor !== 'visitor') await aBookedLesson(place(), actor)
      return valueOf(made)
    },
    'attendance.scan': async (target) => {
      const { occurrenceId, bookingId, checkInCode } = await aBookedLesson(place())
      return {
        occurrenceId: target === 'none' ? none() : occurrenceId,
        oneTimeCode: await codeOf(place().store, bookingId, NOW),
        ...{ checkInCode, scannedAt: toInstantText(NOW) },
      }
    },
    'attendance.lessons': async () => ({
      ...(await centre()),
      day: toInstantText(NOW).slice(0, 10),
    }),
    'attendance.roster': async (target) => ({
      occurrenceId: target === 'none' ? none() : (await aBookedLesson(place())).occurrenceId,
    }),
    'attendance.sheet': async (target) => ({
      occurrenceId: target === 'none' ? none() : (await aBookedLesson(place())).occurrenceId,
      purpose: 'sign-in',
    }),
    'attendance.mark': async (target) => {
      const { occurrenceId } = await aBookedLesson(place())
      const staff = place().as('staff-here')
      const { attendees } = valueOf(await staff('attendance.roster', { occurrenceId }))
      return {
        occurrenceId: target === 'none' ? none() : occurrenceId,
        attendeeKey: attendees[0]!.attendeeKey,
        ...{ mark: 'present', seenAt: toInstantText(NOW) },
      }
    },
    'attendance.poster': centre,
    'attendance.makePoster': centre,
    'attendance.mine': async () => ({}),
    'attendance.contest': strike,
    'attendance.contested': centre,
    'attendance.settle': async (target, actor) => {
      const { strikeId } = await strike(target, actor)
      if (target !== 'none') await contested(place(), strikeId)
      return { strikeId, state: 'waived', reason: '那天停课' }
    },
  }
}

/** A lesson that begins soon, with a seat in it. */
async function aBookedLesson({ store, centreId, as }: Place, actor = `comes-${newRequestId()}`) {
  const { poolId, occurrenceId } = await aLesson(store, centreId)
  const booked = await as(actor)('seats.book', { poolId, evenIfClashes: true })
  return { occurrenceId, ...valueOf(booked) }
}

async function aStrike({ store, centreId, as }: Place, target: Target, actor: string) {
  const isOwn = target === 'own' && actor !== 'visitor'
  const subject = isOwn ? actor : `absent-${newRequestId()}`
  valueOf(await as(subject)('me.get', {}))
  const [strikeId] = await someStrikes(store, { centreId, subject, count: 1 })
  return strikeId!
}

async function contested({ store }: Place, strikeId: string) {
  await store.pool.query(
    `update changlai.strike set state = 'contested', contested_at = $2 where strike_id = $1`,
    [strikeId, new Date(NOW)],
  )
}
