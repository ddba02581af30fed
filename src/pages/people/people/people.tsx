import { useState } from 'react'
import { useShareAppMessage } from '@tarojs/taro'
import { CentreDesk } from '@/features/centre-desk'
import { goPeople, invitedPath } from '@/features/navigation/people-routes'
import type { Made } from '@/features/people/invite-sheet'
import { PeopleDesk } from '@/features/people/people-desk'
import { roleName } from '@/features/people/role-words'
import { useDirectedPlace } from '@/features/use-directed-place'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 谁在这里工作, for directors: who has which role, inviting, and taking a role away. */
export default function PeoplePage() {
  useDesk()
  const now = useNow()
  const { here, beside, place } = useDirectedPlace()
  const [made, setMade] = useState<Made | null>(null)
  // Only while the code is in sight: whatever else is passed on of this page invites nobody.
  useShareAppMessage(() =>
    made?.code
      ? { title: `邀请您当${roleName(made.role)}`, path: invitedPath(made.code) }
      : { title: '常来', path: '/pages/home/home' },
  )
  return (
    <Screen back title="谁在这里工作">
      <CentreDesk here={here} whom="负责人" now={now} beside={beside}>
        <PeopleDesk
          key={place}
          centreId={place}
          now={now}
          made={made}
          onMade={setMade}
          onDone={(workerKey) => goPeople.audit({ workerKey })}
        />
      </CentreDesk>
    </Screen>
  )
}
