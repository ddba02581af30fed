import type { Fault } from '../fault'
import type { Fate } from '../proxy'

/** Of so many pieces that hosts send, one is the last of its connection. */
const ONE_IN = 40

/**
 * Connections that are lost between commit and answer: cut as soon as a statement has arrived, or when
 * its answer comes, so that it has certainly been committed; and people who hang up before theirs.
 */
export const connectionLoss: Fault = {
  name: 'connection-loss',
  proxied: true,
  vanishing: 0.15,
  async strike({ proxy, chance, rushOver }) {
    proxy.decide = (): Fate => {
      if (!chance.happens(1 / ONE_IN)) return 'passes'
      return chance.happens(0.5) ? 'cut before the answer' : 'cut'
    }
    await rushOver
    proxy.decide = null
    return { did: { ...proxy.counts } }
  },
}
