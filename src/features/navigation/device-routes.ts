import { openScreen } from '@/gateway/navigation'

/** Signing in at a desk, letting one in, and where one is signed in. */
export const goDevices = {
  signIn: (): void => openScreen('/pages/devices/sign-in/sign-in'),
  approve: (): void => openScreen('/pages/devices/approve/approve'),
  mine: (): void => openScreen('/pages/devices/mine/mine'),
}
