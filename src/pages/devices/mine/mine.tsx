import { Unread } from '@/features/answer-states'
import { MyDevices } from '@/features/devices/my-devices'
import { useDevices } from '@/features/devices/use-devices'
import { mineWords } from '@/features/devices/wording'
import { goDevices } from '@/features/navigation/device-routes'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 我的设备: at which desks I am signed in. */
export default function MyDevicesPage() {
  const now = useNow()
  const mine = useDevices()
  return (
    <Screen back title="我的设备" onRefresh={mine.refresh}>
      {mine.visitor ? (
        <Empty
          scene="gate"
          title="还没选身份"
          note="在“我的”里选一个身份，再回来"
          action={{ label: '去“我的”', onTap: () => go.tab('me') }}
        />
      ) : mine.value === null ? (
        mine.failure ? (
          <Unread answer={mine} words={mineWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : (
        <MyDevices
          sessions={mine.value.sessions}
          now={now}
          busy={mine.sending}
          onEnd={mine.end}
          onApprove={mine.atDesk ? null : goDevices.approve}
        />
      )}
    </Screen>
  )
}
