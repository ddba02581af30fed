import { View } from '@tarojs/components'
import { FeedbackCards } from '@/features/casework/feedback-cards'
import { WaitingRows } from '@/features/casework/waiting-rows'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 管受理, for staff: what waits for somebody, and what residents said about the centre. */
export default function Waiting() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="管受理">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <View key={centreId} className="desk-columns">
          <WaitingRows centreId={centreId} now={now} />
          <FeedbackCards centreId={centreId} now={now} />
        </View>
      </CentreDesk>
    </Screen>
  )
}
