import { followNetwork } from '@/gateway/device/network'
import { keepShell } from '@/gateway/device/offline-shell'
import { isSinglePage } from '@/gateway/device/sharing'
import { followUnanswered } from './seats/use-unanswered'
import { startAppearance } from './settings/use-settings'

/** What happens once when the app starts: nothing here changes anything on the server by itself. */
export function start(): void {
  startAppearance()
  followNetwork()
  keepShell()
  if (!isSinglePage()) followUnanswered()
}
