import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { poolWhen } from '@/features/activities/activity-words'
import { PoolSeats } from '@/features/activities/pool-seats'
import { useActivity } from '@/features/activities/use-activity'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { ListDesk } from '@/features/waitlist/list-desk'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { useDesk } from '@/ui/surface/desk'
import './desk.css'

/** 候补名单, for staff: the seats of a class, and who waits for them. */
export default function WaitlistDesk() {
  useDesk()
  const { activityId = '', poolId = '' } = useRouter().params
  const now = useNow()
  const { value: activity } = useActivity(activityId)
  const here = useCentresWhere(
    (me, centreId) => poolId.startsWith(`${centreId}.`) && worksFor(me, centreId),
  )
  const pool = activity?.pools.find((one) => one.poolId === poolId) ?? null
  return (
    <Screen back title="候补名单">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <View className="desk-columns">
          {activity && pool ? (
            <Section title={activity.title}>
              <View className="note number waitlist-when">{poolWhen(pool, now)}</View>
              <PoolSeats pool={pool} now={now} whoMayBook={activity.whoMayBook} />
            </Section>
          ) : null}
          <View>
            <ListDesk poolId={poolId} now={now} />
          </View>
        </View>
      </CentreDesk>
    </Screen>
  )
}
