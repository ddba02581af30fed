import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { directs } from '@/features/me/holds-role'
import { AuditDesk } from '@/features/people/audit-desk'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 操作记录, for directors: what was done by a role in a centre. */
export default function AuditPage() {
  useDesk()
  const { workerKey = '' } = useRouter().params
  const { today, now } = useToday()
  const here = useCentresWhere(directs)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="操作记录">
      <CentreDesk here={here} whom="负责人" now={now}>
        <AuditDesk
          key={centreId}
          centreId={centreId}
          today={today}
          now={now}
          workerKey={workerKey.startsWith(`${centreId}.`) ? workerKey : null}
        />
      </CentreDesk>
    </Screen>
  )
}
