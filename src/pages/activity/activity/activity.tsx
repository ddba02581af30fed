import { useState } from 'react'
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { Copied, Unread } from '@/features/answer-states'
import { asOpened, turningPoints } from '@/features/activities/activity-words'
import { shareTitle } from '@/features/activities/share'
import { useActivity } from '@/features/activities/use-activity'
import { getWords } from '@/features/activities/wording'
import { useCentre } from '@/features/centres/use-centre'
import { activityPath, go } from '@/features/navigation/routes'
import { useMine } from '@/features/seats/use-mine'
import { isSinglePage } from '@/features/sharing'
import { useLiveEntries } from '@/features/waitlist/live-entries'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { useAppearance } from '@/ui/appearance'
import { ActivityDetail } from './activity-detail'
import { ActivityLarge } from './activity-large'

/** One activity: when, where, for whom, seats left, and the way to one of them. */
export default function ActivityPage() {
  const { params } = useRouter<{ activityId: string; poolId?: string; full?: string }>()
  const activityId = params.activityId ?? ''
  const [poolId, choosePool] = useState(params.poolId ?? null)
  const answer = useActivity(activityId)
  const now = useNow(turningPoints(answer.value?.pools ?? []))
  const mine = useMine()
  const waits = useLiveEntries(mine)
  const { centres } = useCentre()
  // A page opened alone from Moments leads nowhere: it shows all there is.
  const first = useAppearance(({ scale }) => scale) === 'large' && !params.full && !isSinglePage()
  // Nobody asks anew at the opening: everybody would, at once.
  const value = answer.value && {
    ...answer.value,
    pools: answer.value.pools.map((pool) => asOpened(pool, now)),
  }
  useShareAppMessage(() => ({
    title: shareTitle(value),
    path: activityPath(activityId, poolId),
  }))
  useShareTimeline(() => ({
    title: shareTitle(value),
    query: activityPath(activityId, poolId).split('?')[1] ?? '',
  }))

  if (value === null) {
    return (
      <Screen back={!isSinglePage()} label="活动">
        {answer.failure ? (
          <Unread
            answer={answer}
            words={getWords}
            now={now}
            gone={{ label: '看看课程', onTap: () => go.tab('courses') }}
          />
        ) : (
          <Skeleton kind="detail" />
        )}
      </Screen>
    )
  }
  const Detail = first ? ActivityLarge : ActivityDetail
  return (
    <Detail
      activity={value}
      centre={centres.find(({ centreId }) => centreId === value.centreId) ?? null}
      bookings={mine.bookings ?? []}
      entries={waits.value?.entries ?? []}
      now={now}
      poolId={poolId}
      onPool={choosePool}
      onChanged={() => void Promise.all([answer.refresh(), mine.refresh()])}
      onMeasure={answer.refresh}
      note={<Copied answer={answer} now={now} />}
    />
  )
}
