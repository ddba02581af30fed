import { endOf } from '@/domain/devices/desk-session'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { openSessionsOf } from '@/cloud/store/queries/devices/sessions'
import { personOf } from '../person'

/** The desks at which the person who asks is signed in. */
export const myDesks: Handler<'devices.mine'> = async ({ actor, dependencies }) => {
  const { store, clock } = dependencies
  const open = await openSessionsOf(store.pool, personOf(actor), clock.now())
  return {
    value: {
      sessions: open.map(({ sessionId, browser, system, beganAt, seenAt }) => ({
        ...{ sessionId, browser, system, here: sessionId === actor.sessionId },
        since: toInstantText(beganAt),
        seenAt: toInstantText(seenAt),
        endsAt: toInstantText(endOf({ beganAt, seenAt })),
      })),
    },
  }
}
