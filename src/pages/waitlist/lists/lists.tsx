import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import { useNow } from '@/features/use-now'
import { ListsDesk } from '@/features/waitlist/lists-desk'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 管候补, for staff: where somebody waits for seats in a centre. */
export default function WaitlistsDesk() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="管候补">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <ListsDesk key={centreId} centreId={centreId} now={now} onOpen={goWaitlist.desk} />
      </CentreDesk>
    </Screen>
  )
}
