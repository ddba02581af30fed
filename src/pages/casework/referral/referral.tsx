import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { ReferralPaper } from '@/features/casework/referral-paper'
import { ToldNote } from '@/features/casework/told-note'
import { canPrint, printPage, useReferral } from '@/features/casework/use-referral'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Screen } from '@/ui/screen/screen'

/** A referral to the 司法所: opened by a tap, printed at a desk. */
export default function Referral() {
  const { consultationId = '' } = useRouter().params
  const now = useNow()
  const { referral, busy, problem, open } = useReferral(consultationId)
  return (
    <Screen
      back
      title="转介单"
      footer={
        referral && canPrint ? (
          <Button kind="private" block onTap={printPage}>
            打印
          </Button>
        ) : null
      }
    >
      {referral ? (
        <>
          <View className="note not-printed">
            {canPrint
              ? '只有这些，不写事情本身。打印以后交给居民，或者送到司法所。'
              : '用电脑打开常来的网页，在这里就能打印。'}
          </View>
          <ReferralPaper referral={referral} now={now} />
        </>
      ) : (
        <Card>
          <View className="not-printed">
            给司法所的单子只写五样：怎么称呼、怎么联系、哪一类、哪天受理、哪个中心。先问过居民愿不愿意，事情本身由居民自己说。
          </View>
          <ToldNote told={problem && { ok: false, ...problem }} />
          <View className="referral-open">
            <Button kind="private" block busy={busy} onTap={() => void open()}>
              打开转介单（会记下来，居民能看到）
            </Button>
          </View>
        </Card>
      )}
    </Screen>
  )
}
