import { SignInDesk } from '@/features/devices/sign-in-desk'
import { go } from '@/features/navigation/routes'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 在电脑上登录: a code that a phone approves. */
export default function SignInPage() {
  useDesk()
  return (
    <Screen back title="在电脑上登录">
      <SignInDesk onSignedIn={() => go.tab('me')} />
    </Screen>
  )
}
