import type { Alerts } from '@/cloud/alerts/alerts'
import type { Clock } from '@/cloud/clock'
import type { Store } from '@/cloud/store'
import { keepDelivered } from '@/cloud/store/queries/alerts/delivered'
import { type Template, type Templates } from '@/domain/alerts/template'

const id = (name: string): string => `local-template-of-${name}`.padEnd(43, '0')
const LESSON: Template['fields'] = {
  thing1: 'title',
  time2: 'when',
  thing3: 'place',
  thing4: 'note',
}
const TURN: Template['fields'] = {
  thing1: 'title',
  phrase2: 'result',
  time3: 'when',
  thing4: 'note',
}

/** The templates of the local host: what an operator is advised to ask the console for. */
export const LOCAL_TEMPLATES: Templates = {
  tomorrow: { id: id('tomorrow'), fields: LESSON },
  soon: { id: id('soon'), fields: LESSON },
  seat: { id: id('seat'), fields: TURN },
  change: { id: id('change'), fields: TURN },
  private: { id: id('private'), fields: { thing1: 'title', time2: 'when' } },
}

/**
 * Stands in WeChat's place where there is none: a message is kept for its person, who reads it under
 * 通知. The ledger, the hours and the words are the same.
 */
export function localAlerts(store: Store, clock: Clock): Alerts {
  return {
    templates: LOCAL_TEMPLATES,
    provider: 'local',
    send: async ({ alertId, personId, template, fields }) => {
      const deliveredAt = clock.now().getTime()
      const lines = Object.values(fields)
      await keepDelivered(store.pool, personId, { alertId, template, lines, deliveredAt })
      return { outcome: 'sent', code: 0 }
    },
  }
}
