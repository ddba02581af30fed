import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { MessageDesk } from '@/features/messages/message-desk'
import { goFigures } from '@/features/navigation/figure-routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 给全班说句话, for staff: what everybody with a seat reads under 通知. */
export default function MessagePage() {
  useDesk()
  const { activityId = '', poolId = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere(
    (me, centreId) => activityId.startsWith(`${centreId}.`) && worksFor(me, centreId),
  )
  return (
    <Screen back title="给全班说句话">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <MessageDesk
          meant={{ activityId, ...(poolId === '' ? {} : { poolId }) }}
          now={now}
          onSent={goFigures.back}
        />
      </CentreDesk>
    </Screen>
  )
}
