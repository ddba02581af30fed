import { useState } from 'react'
import { DeliveredAlerts } from '@/features/alerts/delivered-alerts'
import { AlertsLeft } from '@/features/alerts/left-line'
import { useMe } from '@/features/me/use-me'
import { go } from '@/features/navigation/routes'
import { MyNotices } from '@/features/notices/my-notices'
import { useNotices } from '@/features/notices/use-notices'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** 通知: what was moved or cancelled of what I booked. */
export default function NoticesPage() {
  const { visitor } = useMe()
  const answer = useNotices({ visitor })
  const now = useNow()
  const [signing, setSigning] = useState(false)
  return (
    <Screen back title="通知" onRefresh={answer.refresh}>
      <MyNotices
        answer={answer}
        visitor={visitor}
        now={now}
        onSignIn={() => setSigning(true)}
        onOpen={go.ticket}
      />
      <AlertsLeft visitor={visitor} />
      <DeliveredAlerts visitor={visitor} now={now} />
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
