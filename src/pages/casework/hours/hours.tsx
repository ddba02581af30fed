import { OfficeHours } from '@/features/casework/office-hours'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { servicesIn } from '@/features/me/holds-role'
import { goDesk } from '@/features/navigation/casework-routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 我的时间, for a lawyer or mediator: the hours of a month, set in a grid and published at once. */
export default function Hours() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere((me, centreId) => servicesIn(me, centreId).length > 0)
  const { centre, me } = here
  return centre ? (
    <OfficeHours
      key={centre.centreId}
      centreId={centre.centreId}
      services={servicesIn(me.value, centre.centreId)}
      now={now}
      onOpen={goDesk.case}
      frame={(inside, footer) => (
        <Screen back title="我的时间" footer={footer}>
          <CentreDesk here={here} whom="律师和调解员" now={now}>
            {inside}
          </CentreDesk>
        </Screen>
      )}
    />
  ) : (
    <Screen back title="我的时间">
      <CentreDesk here={here} whom="律师和调解员" now={now}>
        {null}
      </CentreDesk>
    </Screen>
  )
}
