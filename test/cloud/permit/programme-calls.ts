import type { OperationName } from '../../../src/contract'
import { type Caller, valueOf } from '../../support/builders/caller'
import { aPlan } from '../../support/builders/plan'

type Target = 'own' | 'strangers' | 'none'
type ProgrammeName = Extract<OperationName, `programme.${string}`>
export type ProgrammeCalls = Record<
  ProgrammeName,
  (target: Target, actor: string) => Promise<object>
>

interface Place {
  centreId: string
  as: (actor: string) => Caller
  /** A file of the actor, of somebody else, or none at all. */
  aFileOf: (target: Target, actor: string) => Promise<string>
}

/** A call of each operation of the programme on an activity of the centre, or one that is not there. */
export function programmeCalls(place: () => Place): ProgrammeCalls {
  async function aDraft(target: Target): Promise<{ activityId: string; version: number }> {
    const { centreId, as } = place()
    if (target === 'none') return { activityId: `${centreId}.nothing`, version: 1 }
    const wish = { centreId, activityId: null, version: null, plan: aPlan(), reason: null }
    const { activityId, version } = valueOf(await as('staff-here')('programme.save', wish))
    return { activityId, version }
  }

  async function published(target: Target): Promise<{ activityId: string; version: number }> {
    const draft = await aDraft(target)
    if (target === 'none') return draft
    const { activityId, version } = valueOf(
      await place().as('staff-here')('programme.publish', draft),
    )
    return { activityId, version }
  }

  return {
    'programme.list': async () => ({ centreId: place().centreId }),
    'programme.get': async (target) => ({ activityId: (await aDraft(target)).activityId }),
    'programme.preview': async (target) => {
      const { activityId } = await aDraft(target)
      return { centreId: place().centreId, activityId, plan: aPlan() }
    },
    'programme.save': async (target) => {
      const { centreId } = place()
      return { centreId, ...(await aDraft(target)), plan: aPlan(), reason: null }
    },
    'programme.publish': aDraft,
    'programme.discard': aDraft,
    'programme.postpone': async (target) => {
      return { ...(await published(target)), days: 7, reason: '示例原因' }
    },
    'programme.cancel': async (target) => ({ ...(await published(target)), reason: '示例原因' }),
    'programme.previewChange': async (target) => {
      const { activityId } = await published(target)
      return { activityId, change: { kind: 'cancel' } }
    },
    'programme.setCover': async (target, actor) => ({
      activityId: (await aDraft(target)).activityId,
      fileId: await place().aFileOf(target, actor),
    }),
    'programme.cover': async (target) => {
      const { as, aFileOf } = place()
      const { activityId } = await published(target)
      if (target === 'none') return { activityId }
      const fileId = await aFileOf('own', 'staff-here')
      valueOf(await as('staff-here')('programme.setCover', { activityId, fileId }))
      return { activityId }
    },
  }
}
