import { Empty } from '@/ui/empty/empty'

/** Nobody is known yet, in a browser: what is private has to be somebody's. */
export function SignInFirst({ onSignIn }: { onSignIn: () => void }) {
  return (
    <Empty
      scene="gate"
      title="先选一个身份"
      note="写下的话只给您自己和接待的人看，所以要知道是谁的"
      action={{ label: '选身份', onTap: onSignIn }}
    />
  )
}
