import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { ActivityCover } from '@/features/activity-cover'
import { ActivityFacts } from '@/features/activities/activity-facts'
import { ActivityHead } from '@/features/activities/activity-head'
import { addOccurrences } from '@/features/activities/add-to-calendar'
import type { Activity } from '@/features/activities/activity-words'
import { PoolChoice } from '@/features/activities/pool-choice'
import type { Centre } from '@/features/centres/current-centre'
import { showWayTo } from '@/features/centres/use-centre'
import { ForWhom } from '@/features/family/for-whom'
import { goFamily } from '@/features/navigation/family-routes'
import { goLessons } from '@/features/navigation/lesson-routes'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import type { Booking } from '@/features/seats/booking'
import { bookedPools } from '@/features/seats/my-bookings'
import { canBook } from '@/features/seats/offer'
import { OpeningNote } from '@/features/seats/opening-note'
import { isSinglePage } from '@/features/sharing'
import type { Entry } from '@/features/waitlist/offers'
import { hasList } from '@/features/waitlist/standing'
import { Screen } from '@/ui/screen/screen'
import { ActivityAbout } from './activity-about'
import { ActivityFoot } from './activity-foot'
import { ActivitySeats } from './activity-seats'
import { ActivitySheets } from './activity-sheets'
import { BookForOthers } from './book-for-others'
import { ForStaff } from './for-staff'
import { useSeatDesk } from './use-seat-desk'
import './activity-detail.css'

export interface ActivityDetailProps {
  activity: Activity
  /** Null while the centres are not known. */
  centre: Centre | null
  bookings: readonly Booking[]
  /** Where I wait for seats. */
  entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  now: number
  /** The pool that was asked for or chosen. */
  poolId: string | null
  onPool: (poolId: string) => void
  /** What is shown no longer holds. */
  onChanged: () => void
  /** Asks anew for the activity, and so for the server's time. */
  onMeasure: () => Promise<void>
  /** Said above everything, such as that this is a copy. */
  note: ReactNode
}

/** All there is to know of it, and the way to a seat. */
export function ActivityDetail(props: ActivityDetailProps) {
  const { activity, centre, now, onChanged } = props
  const { activityId, centreId } = activity
  const [asking, setAsking] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const desk = useSeatDesk(props)
  const { pool, whom } = desk
  const lookOnly = isSinglePage()
  const bookable = canBook(pool, now)

  return (
    <Screen
      back={!lookOnly}
      label={activity.title}
      footer={
        <ActivityFoot
          {...{ activityId, centreId, desk, now, lookOnly }}
          onChoose={() => setChoosing(true)}
        />
      }
    >
      {props.note}
      <ActivityCover {...activity} />
      <ActivityHead activity={activity} />
      <ActivitySeats {...{ activity, desk, now, onChanged }} />
      <View className="activity-part">
        <ActivityFacts
          activity={activity}
          next={desk.next}
          centre={centre}
          now={now}
          onWay={() => {
            if (centre && !showWayTo(centre)) setAsking(true)
          }}
        />
      </View>
      {pool && (desk.offer.kind === 'beforehand' || desk.booking.asked) ? (
        <OpeningNote pool={pool} />
      ) : null}
      <PoolChoice
        pools={activity.pools.filter(({ intake }) => !intake)}
        selected={pool?.poolId ?? null}
        bookedPools={bookedPools(props.bookings)}
        now={now}
        onSelect={props.onPool}
      />
      {bookable || (pool && hasList(pool, now)) ? (
        <ForWhom
          whom={whom}
          open={choosing}
          onOpen={() => setChoosing(true)}
          onClose={() => setChoosing(false)}
          onAdd={goFamily.add}
        />
      ) : null}
      <ActivityAbout
        activity={activity}
        onCalendar={() => void addOccurrences(activity, desk.occurrences, centre?.shortName ?? '')}
      />
      {pool && bookable && !lookOnly ? (
        <BookForOthers activity={activity} poolId={pool.poolId} onBooked={onChanged} />
      ) : null}
      {pool?.mode === 'open' && !pool.intake && !lookOnly ? (
        <ForStaff
          centreId={centreId}
          waiting={pool.waiting ?? 0}
          onList={() => goWaitlist.desk(activityId, pool.poolId)}
          onChange={() => goLessons.change(activityId, pool.poolId)}
        />
      ) : null}
      <ActivitySheets {...{ desk, centre, now, asking }} onAsked={() => setAsking(false)} />
    </Screen>
  )
}
