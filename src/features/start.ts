import { DAY } from '@/domain/time/instant'
import { followOutbox } from '@/gateway/call/phone-outbox'
import { serverNow } from '@/gateway/clock'
import { copies } from '@/gateway/copies/phone-copies'
import { followNetwork } from '@/gateway/device/network'
import { keepShell } from '@/gateway/device/offline-shell'
import { onNewVersion } from '@/gateway/device/new-version'
import { isSinglePage } from '@/gateway/device/sharing'
import { goBack, onNotOpened } from '@/gateway/navigation'
import { session } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'
import { setWayBack } from '@/ui/screen/screen'
import { followPrivacy } from './privacy'
import { followUnanswered } from './seats/use-unanswered'
import { startAppearance } from './settings/use-settings'

/** Names of other people stay on the phone of whoever marks them no longer than a roster is open. */
const ROSTERS = { prefix: 'attendance.roster ', ms: 2 * DAY }

/** What happens once when the app starts: nothing is sent but what somebody had asked for before. */
export function start(): void {
  setWayBack(goBack)
  onNotOpened(() => notice('没打开，请再点一下'))
  startAppearance()
  followNetwork()
  keepShell()
  followPrivacy()
  sayThatItEnded()
  if (isSinglePage()) return
  copies.forgetOlder(ROSTERS.prefix, serverNow() - ROSTERS.ms)
  followUnanswered()
  followOutbox()
  onNewVersion(() => notice('有新版本了，下次打开就是新的'))
}

/** A desk on which the time is up says so, and not only that nobody is known. */
function sayThatItEnded(): void {
  session.subscribe((now, before) => {
    if (before.desk && !now.desk) notice('这台电脑已经退出了，要用请再扫一次码')
  })
}
