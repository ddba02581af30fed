import { useRouter } from '@tarojs/taro'
import { markable } from '@/features/attendance/lesson-time'
import { RosterView } from '@/features/attendance/roster-view'
import { canScan } from '@/features/attendance/scan-poster'
import { useRoster } from '@/features/attendance/use-roster'
import { useScanner } from '@/features/attendance/use-scanner'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { marksAttendanceIn } from '@/features/me/holds-role'
import { goAttendance } from '@/features/navigation/attendance-routes'
import { useNow } from '@/features/use-now'
import { WalkIn } from '@/features/walk-in'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 点名, for staff and volunteers at the door of a lesson: by name, or one phone after another. */
export default function AttendanceRoster() {
  useDesk()
  const { occurrenceId = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere(
    (me, centreId) => occurrenceId.startsWith(`${centreId}.`) && marksAttendanceIn(me, centreId),
  )
  const roster = useRoster(here.centre ? occurrenceId : null)
  const scanner = useScanner(roster.scan)
  const lesson = roster.answer.value
  const open = lesson !== null && lesson.state !== 'cancelled' && markable(lesson, now) === 'open'
  return (
    <Screen
      back
      title="点名"
      footer={
        canScan && open ? (
          scanner.on ? (
            <Button kind="ghost" block onTap={scanner.stop}>
              停下，不扫了
            </Button>
          ) : (
            <Button block icon="qr" onTap={() => void scanner.start()}>
              扫签到码，一个接一个
            </Button>
          )
        ) : null
      }
    >
      <CentreDesk here={here} whom="工作人员和志愿者" now={now}>
        <RosterView
          roster={roster}
          scanner={scanner}
          now={now}
          onSheet={() => goAttendance.sheet(occurrenceId)}
          walkIn={
            lesson ? (
              <WalkIn lesson={lesson} now={now} onBooked={() => void roster.answer.refresh()} />
            ) : null
          }
        />
      </CentreDesk>
    </Screen>
  )
}
