import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goProgramme } from '@/features/navigation/programme-routes'
import { TimetableDesk } from '@/features/staff/timetable-desk'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 课程表, for staff: the sheet that they keep, published and given back. */
export default function TimetablePage() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="课程表">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <TimetableDesk
          key={centreId}
          centreId={centreId}
          now={now}
          onProgramme={goProgramme.list}
        />
      </CentreDesk>
    </Screen>
  )
}
