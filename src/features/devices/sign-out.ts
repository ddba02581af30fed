import { call } from '@/gateway/call/call'
import { signedInAtDesk } from '@/gateway/session/session'
import { notice } from '@/ui/notice/notice'

/** Signs this desk out; what was on its screen goes even where the server does not answer. */
export async function signOut(): Promise<void> {
  const reply = await call('devices.signOut', {})
  signedInAtDesk(false)
  if (reply.ok || reply.code === 'UNAUTHENTICATED') return notice('退出了')
  notice('这里退出了，可是没连上网。请在手机的“我的设备”里再点一次退出')
}
