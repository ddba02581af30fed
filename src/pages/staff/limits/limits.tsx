import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { LimitsDesk } from '@/features/limits/limits-desk'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 报名限制, for staff: what keeps seats fair, of a centre and of each activity. */
export default function LimitsPage() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="报名限制">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <LimitsDesk key={centreId} centreId={centreId} now={now} />
      </CentreDesk>
    </Screen>
  )
}
