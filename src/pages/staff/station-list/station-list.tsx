import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { go } from '@/features/navigation/routes'
import { StationImport } from '@/features/stations/station-import'
import { TaskRows } from '@/features/stations/task-rows'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 驿站, for staff: what people reported, and the list that a trade union or the district keeps. */
export default function StationList() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="管驿站">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <TaskRows centreId={centreId} now={now} onOpen={go.station} />
        <StationImport key={centreId} centreId={centreId} />
      </CentreDesk>
    </Screen>
  )
}
