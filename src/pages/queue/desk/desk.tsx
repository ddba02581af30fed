import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { callsNumbersIn } from '@/features/me/holds-role'
import { goQueue } from '@/features/navigation/queue-routes'
import { CallDesk } from '@/features/queue/call-desk'
import { ClinicRows } from '@/features/queue/clinic-rows'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 坐诊叫号, for the doctor and staff: which clinic, then its numbers. */
export default function QueueDesk() {
  useDesk()
  const { poolId } = useRouter().params
  const { now, today } = useToday()
  const here = useCentresWhere(callsNumbersIn)
  return (
    <Screen back title="坐诊叫号">
      <CentreDesk here={here} whom="医师和工作人员" now={now}>
        {poolId ? (
          <CallDesk poolId={poolId} now={now} />
        ) : (
          <ClinicRows
            centreId={here.centre?.centreId ?? ''}
            today={today}
            now={now}
            onOpen={goQueue.desk}
          />
        )}
      </CentreDesk>
    </Screen>
  )
}
