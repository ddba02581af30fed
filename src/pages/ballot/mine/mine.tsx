import { MyEntries } from '@/features/ballot/my-entries'
import { useEntries } from '@/features/ballot/use-entries'
import { goBallot } from '@/features/navigation/ballot-routes'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** 我的摇号: what I entered, how it stands, what to do next. */
export default function MyBallots() {
  const now = useNow()
  const mine = useEntries()
  return (
    <Screen back title="我的摇号">
      <MyEntries
        mine={mine}
        now={now}
        onCourses={() => go.tab('courses')}
        onVerify={goBallot.verify}
        onOffers={go.waitlist}
      />
    </Screen>
  )
}
