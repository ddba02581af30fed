import { useRouter } from '@tarojs/taro'
import { SheetDesk } from '@/features/attendance/sheet-desk'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { marksAttendanceIn, worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 签到表和名单 of a lesson: for volunteers what lies at the door, for staff also what is kept. */
export default function AttendanceSheet() {
  useDesk()
  const { occurrenceId = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere(
    (me, centreId) => occurrenceId.startsWith(`${centreId}.`) && marksAttendanceIn(me, centreId),
  )
  const mayKeep = here.centre !== null && worksFor(here.me.value, here.centre.centreId)
  return (
    <Screen back title="签到表和名单">
      <CentreDesk here={here} whom="工作人员和志愿者" now={now}>
        <SheetDesk occurrenceId={occurrenceId} mayKeep={mayKeep} now={now} />
      </CentreDesk>
    </Screen>
  )
}
