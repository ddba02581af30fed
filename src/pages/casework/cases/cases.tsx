import { MyCases } from '@/features/casework/my-cases'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { servicesIn } from '@/features/me/holds-role'
import { goDesk } from '@/features/navigation/casework-routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 我的受理, for a lawyer or mediator: what is assigned to them. */
export default function Cases() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere((me, centreId) => servicesIn(me, centreId).length > 0)
  return (
    <Screen back title="我的受理">
      <CentreDesk here={here} whom="律师和调解员" now={now}>
        <MyCases
          key={here.centre?.centreId}
          centreId={here.centre?.centreId ?? ''}
          now={now}
          onOpen={goDesk.case}
          onHours={goDesk.hours}
        />
      </CentreDesk>
    </Screen>
  )
}
