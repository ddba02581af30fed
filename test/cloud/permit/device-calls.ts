import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Store } from '../../../src/cloud/store'
import type { OperationName } from '../../../src/contract'
import { type Caller, valueOf } from '../../support/builders/caller'
import { aDeskOf, beginAt } from '../../support/builders/desk'
import { NOW } from '../../support/builders/programme'
import { silentLog } from '../../support/silent-log'

type Target = 'own' | 'strangers' | 'none'
type DeviceName = Extract<OperationName, `devices.${string}`>
export type DeviceCalls = Record<DeviceName, (target: Target, actor: string) => Promise<object>>

interface Place {
  store: Store
  as: (actor: string) => Caller
}

/** A call of each operation of signing in at a desk. */
export function deviceCalls(place: () => Place): DeviceCalls {
  const dispatch = () =>
    createDispatch({ store: place().store, clock: fixedClock(NOW), log: silentLog, desks: true })

  /** A sign-in that the actor has looked at. */
  async function seen(actor: string) {
    const { code, check } = await beginAt(dispatch())
    if (actor !== 'visitor') valueOf(await place().as(actor)('devices.look', { code }))
    return { code, check }
  }

  return {
    'devices.begin': async () => ({}),
    'devices.claim': async () => {
      const { requestKey, secret } = await beginAt(dispatch())
      return { requestKey, secret }
    },
    'devices.look': async () => ({ code: (await beginAt(dispatch())).code }),
    'devices.approve': (_, actor) => seen(actor),
    'devices.refuse': async (_, actor) => ({ code: (await seen(actor)).code }),
    'devices.mine': async () => ({}),
    'devices.revoke': async (_, actor) => {
      if (actor === 'visitor') return { sessionId: 'd-aaaaaaaaaaaaaaaa' }
      await aDeskOf(dispatch(), actor)
      const { sessions } = valueOf(await place().as(actor)('devices.mine', {}))
      return { sessionId: sessions[0]!.sessionId }
    },
    'devices.revokeAll': async () => ({}),
    'devices.signOut': async () => ({}),
  }
}
