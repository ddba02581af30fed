import { useRouter } from '@tarojs/taro'
import { CallUp } from '@/features/queue/call-up'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** 叫号: which number is called now, and how many are before mine. */
export default function QueueNow() {
  const { poolId = '' } = useRouter().params
  const now = useNow()
  return (
    <Screen back title="叫号">
      <CallUp poolId={poolId} now={now} />
    </Screen>
  )
}
