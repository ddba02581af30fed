import { PosterDesk } from '@/features/attendance/poster-desk'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 墙上的签到码, for staff: make it, print it, put a new one in its place. */
export default function AttendancePoster() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  return (
    <Screen back title="墙上的签到码">
      <CentreDesk here={here} whom="工作人员" now={now}>
        {here.centre ? (
          <PosterDesk
            key={here.centre.centreId}
            centreId={here.centre.centreId}
            centreName={here.centre.name}
            now={now}
          />
        ) : null}
      </CentreDesk>
    </Screen>
  )
}
