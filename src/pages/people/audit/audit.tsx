import { useRouter } from '@tarojs/taro'
import { CentreDesk } from '@/features/centre-desk'
import { AuditDesk } from '@/features/people/audit-desk'
import { useDirectedPlace } from '@/features/use-directed-place'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 操作记录, for directors: what was done by a role in a centre. */
export default function AuditPage() {
  useDesk()
  const { workerKey = '' } = useRouter().params
  const { today, now } = useToday()
  const { here, beside, place } = useDirectedPlace(workerKey)
  return (
    <Screen back title="操作记录">
      <CentreDesk here={here} whom="负责人" now={now} beside={beside}>
        <AuditDesk
          key={place}
          centreId={place}
          today={today}
          now={now}
          workerKey={workerKey.startsWith(`${place}.`) ? workerKey : null}
        />
      </CentreDesk>
    </Screen>
  )
}
