import { ContestedDesk } from '@/features/attendance/contested-desk'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 有话说的, for staff: which strikes residents contest. */
export default function AttendanceContested() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="有话说的">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <ContestedDesk key={centreId} centreId={centreId} now={now} />
      </CentreDesk>
    </Screen>
  )
}
