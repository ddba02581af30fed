import type { Handler } from '@/cloud/handler'
import { personOf } from '../person'
import { standingOnTheWire } from './standing'

/** Which messages the person who asks can have, and how many they have in store. */
export const myAlerts: Handler<'alerts.mine'> = async ({ actor, dependencies }) => {
  const { alerts, store } = dependencies
  // A browser at a desk has no WeChat that could be asked.
  if (!alerts || actor.sessionId !== undefined) return { value: { templates: [], local: false } }
  const templates = await standingOnTheWire(store.pool, alerts.templates, personOf(actor))
  return { value: { templates, local: alerts.provider === 'local' } }
}
