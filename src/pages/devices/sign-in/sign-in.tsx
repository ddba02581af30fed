import { inBrowser, SignInDesk } from '@/features/devices/sign-in-desk'
import { go } from '@/features/navigation/routes'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 在电脑上登录: a code that a phone approves. */
export default function SignInPage() {
  useDesk()
  return (
    <Screen back title="在电脑上登录">
      {inBrowser ? (
        <SignInDesk onSignedIn={() => go.tab('me')} />
      ) : (
        <Empty scene="gate" title="这一页在电脑上用" note="在手机上不用登录，直接就能用" />
      )}
    </Screen>
  )
}
