import { BallotDesk } from '@/features/ballot/ballot-desk'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goBallot } from '@/features/navigation/ballot-routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 管摇号, for staff: ballots of a centre, their numbers, and what waits to be announced. */
export default function BallotsDesk() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="管摇号">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <BallotDesk
          key={centreId}
          centreId={centreId}
          now={now}
          onAnnounce={() => goBallot.announce(centreId)}
          onVerify={goBallot.verify}
        />
      </CentreDesk>
    </Screen>
  )
}
