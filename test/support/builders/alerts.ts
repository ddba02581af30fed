import type { AlertMessage, Tried } from '../../../src/cloud/adapters/wechat/send-alert'
import type { Alerts } from '../../../src/cloud/alerts/alerts'
import { LOCAL_TEMPLATES } from '../../../src/cloud/hosts/local/alerts'
import type { Store } from '../../../src/cloud/store'

/** A platform that answers messages as it is told, and keeps them: for what comes before and after it. */
export class TestPlatform {
  readonly taken: AlertMessage[] = []
  /** What the next messages are answered; `sent` when nothing else is said. */
  readonly answers: Tried[] = []
  /** Runs when a message was taken and before it is answered. */
  onTaken: (message: AlertMessage) => Promise<void> | void = () => {}

  readonly alerts: Alerts = {
    templates: LOCAL_TEMPLATES,
    provider: 'local',
    send: async (message) => {
      this.taken.push(message)
      await this.onTaken(message)
      return this.answers.shift() ?? { outcome: 'sent', code: 0 }
    },
  }

  /** What each message said first and which page it opens; forgets them. */
  told(): [string, string, string][] {
    return this.taken
      .splice(0)
      .map(({ template, fields, page }) => [template, Object.values(fields)[0]!, page])
  }
}

/** An alert as the tables have it, the oldest first. */
export interface AlertRow {
  purpose: string
  state: string
  why: string | null
  tries: number
  lost: number
  nextTryAt: number
}

export async function alertsOf(store: Store): Promise<AlertRow[]> {
  const { rows } = await store.pool.query<AlertRow>(
    `select purpose, state, why, tries, lost, next_try_at as "nextTryAt" from changlai.alert
     order by made_at, purpose, alert_id`,
  )
  return rows
}
