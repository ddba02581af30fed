import { useState } from 'react'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { useMe } from '@/features/me/use-me'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { useNow } from '@/features/use-now'
import { useLiveEntries } from '@/features/waitlist/live-entries'
import { MyEntries } from '@/features/waitlist/my-entries'
import { isLive, offerEnds } from '@/features/waitlist/entry'
import { Screen } from '@/ui/screen/screen'

/** 我的候补: what is held for me, where I wait, and what became of it. */
export default function MyWaiting() {
  const { visitor } = useMe()
  const mine = useLiveEntries({ visitor })
  const now = useNow(offerEnds(mine.value?.entries ?? []))
  const [signing, setSigning] = useState(false)
  return (
    <Screen back title="我的候补" onRefresh={mine.refresh}>
      <MyEntries
        mine={mine}
        visitor={visitor}
        now={now}
        onSignIn={() => setSigning(true)}
        onCourses={() => go.tab('courses')}
        onOpen={go.activity}
        onAccepted={go.confirmed}
        onTicket={go.ticket}
      >
        {mine.value?.entries.some((entry) => isLive(entry, now)) ? (
          <AskAlerts moment={{ kind: 'waiting' }} />
        ) : null}
      </MyEntries>
      <PersonaSheet open={signing} onClose={() => setSigning(false)} />
    </Screen>
  )
}
