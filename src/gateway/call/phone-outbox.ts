import { DAY, MINUTE } from '@/domain/time/instant'
import { serverNow } from '../clock'
import { isOffline, network } from '../device/network'
import { session } from '../session/session'
import { phoneStorage } from '../storage'
import { resume } from './call'
import { createIntents } from './intents'
import { createOutbox } from './outbox'
import { newRequestId } from './request-id'

/** Longer than any roster is open: what is too late is to be heard of, not lost. */
const KEPT: Parameters<typeof createIntents>[2] = { key: 'outbox', ms: 14 * DAY }
/** Who checks in says that they are there now; later it would be said of another lesson. */
const THERE_NOW_MS = 30 * MINUTE

/** What this phone keeps until it has got through. */
export const outbox = createOutbox({
  resume,
  intents: createIntents(phoneStorage, serverNow, KEPT),
  offline: isOffline,
  now: serverNow,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newRequestId,
  meantMs: (operation) => (operation === 'attendance.checkIn' ? THERE_NOW_MS : Infinity),
})

session.subscribe(() => outbox.forget())

/** Sends what is kept at start and whenever the network is back. Called once at start. */
export function followOutbox(): void {
  void outbox.flush()
  network.subscribe(({ offline }) => {
    if (!offline) void outbox.flush()
  })
}
