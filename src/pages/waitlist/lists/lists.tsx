import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { keepChosen } from '@/features/navigation/desk-routes'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import { useNow } from '@/features/use-now'
import { ListDesk } from '@/features/waitlist/list-desk'
import { ListsDesk } from '@/features/waitlist/lists-desk'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { useDesk, useWideDesk } from '@/ui/surface/desk'

/** 管候补, for staff: where somebody waits for seats in a centre; at a desk one list stands beside. */
export default function WaitlistsDesk() {
  useDesk()
  const wide = useWideDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const [chosen, setChosen] = useState<string | null>(useRouter().params['pool'] ?? null)
  const centreId = here.centre?.centreId ?? ''
  const poolId = chosen?.startsWith(`${centreId}.`) ? chosen : null
  const choose = (_: string, pool: string): void => {
    setChosen(pool)
    keepChosen({ pool })
  }
  const lists = (
    <ListsDesk
      key={centreId}
      centreId={centreId}
      now={now}
      selected={wide ? poolId : null}
      onOpen={wide ? choose : goWaitlist.desk}
    />
  )
  return (
    <Screen back title="管候补">
      <CentreDesk here={here} whom="工作人员" now={now}>
        {wide ? (
          <View className="desk-columns">
            <View>{lists}</View>
            {poolId ? (
              <View key={poolId}>
                <ListDesk poolId={poolId} now={now} />
              </View>
            ) : (
              <Card>
                <Empty scene="glass" title="选一班" note="左边点一班，谁在等就在这里。" />
              </Card>
            )}
          </View>
        ) : (
          lists
        )}
      </CentreDesk>
    </Screen>
  )
}
