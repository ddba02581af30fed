import { Empty } from '@/ui/empty/empty'

/** A phone needs no signing in: who holds it is known. */
export function SignInDesk(_: { onSignedIn: () => void }) {
  return <Empty seal="booked" title="这一页在电脑上用" note="在手机上不用登录，直接就能用" />
}
