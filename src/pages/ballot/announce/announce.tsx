import { useRouter } from '@tarojs/taro'
import { AnnounceForm } from '@/features/ballot/announce-form'
import { goBallot } from '@/features/navigation/ballot-routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 公布一场摇号, for staff. */
export default function AnnounceBallot() {
  useDesk()
  const { centreId = '' } = useRouter().params
  const now = useNow()
  return (
    <Screen back title="公布一场摇号">
      <AnnounceForm centreId={centreId} now={now} onAnnounced={goBallot.back} />
    </Screen>
  )
}
