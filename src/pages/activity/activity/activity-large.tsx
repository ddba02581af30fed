import { useState } from 'react'
import { View } from '@tarojs/components'
import { firstFacts, firstTitle } from '@/features/activities/first-facts'
import { PoolRows } from '@/features/activities/pool-choice'
import { callCentre, showWayTo } from '@/features/centres/use-centre'
import { ForWhom } from '@/features/family/for-whom'
import { goFamily } from '@/features/navigation/family-routes'
import { go } from '@/features/navigation/routes'
import { bookedPools } from '@/features/seats/my-bookings'
import { canBook } from '@/features/seats/offer'
import { OpeningNote } from '@/features/seats/opening-note'
import { hasList } from '@/features/waitlist/standing'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Seal } from '@/ui/seal/seal'
import { Sheet } from '@/ui/sheet/sheet'
import type { ActivityDetailProps } from './activity-detail'
import { ActivityFoot } from './activity-foot'
import { ActivitySeats, ActivityWaits } from './activity-seats'
import { ActivitySheets } from './activity-sheets'
import { BookSure } from './book-sure'
import { useSeatDesk } from './use-seat-desk'
import './activity-large.css'

/** What stands on a sheet of its own: for whom, by itself or on the way to a seat; once more; which date. */
type Step = 'choosing' | 'whom' | 'sure' | 'date' | null

/** One thing in 大字: when, where, is there room; the rest is one tap on. */
export function ActivityLarge(props: ActivityDetailProps) {
  const { activity, centre, now, onChanged } = props
  const { activityId, centreId } = activity
  const [step, setStep] = useState<Step>(null)
  const [asking, setAsking] = useState(false)
  const desk = useSeatDesk(props)
  const { pool, whom, offer } = desk
  const pools = activity.pools.filter(({ intake }) => !intake)
  const stop = () => setStep(null)

  return (
    <Screen
      back
      label={activity.title}
      footer={
        <ActivityFoot
          {...{ activityId, centreId, desk, now }}
          lookOnly={false}
          onChoose={() => setStep('whom')}
          onBook={() => (offer.kind === 'book' ? setStep('sure') : desk.booking.ask())}
        />
      }
    >
      {props.note}
      <View className="activity-large-head">
        <Seal category={activity.category} size={60} />
        <View className="title activity-large-name">{firstTitle(activity, desk.next)}</View>
      </View>
      <View className="activity-large-facts">
        <Card>
          <Facts
            items={firstFacts(activity, {
              ...{ next: desk.next, lessons: pool?.occurrences.length ?? 1, centre, now },
              onWay: () => {
                if (centre && !showWayTo(centre)) setAsking(true)
              },
            })}
          />
        </Card>
      </View>
      {pool?.mode === 'ballot' ? (
        <ActivitySeats {...{ activity, desk, now, onChanged }} />
      ) : (
        <ActivityWaits {...{ desk, now, onChanged }} />
      )}
      {pool && desk.booking.asked ? <OpeningNote pool={pool} /> : null}
      {canBook(pool, now) || (pool && hasList(pool, now)) ? (
        <ForWhom
          whom={whom}
          open={step === 'choosing' || step === 'whom'}
          onOpen={() => setStep('choosing')}
          onClose={stop}
          onDone={() => setStep(step === 'whom' ? 'sure' : null)}
          onAdd={goFamily.add}
        />
      ) : null}
      <View className="activity-large-acts">
        {centre ? (
          <Button kind="ghost" block icon="phone" onTap={() => callCentre(centre)}>
            打电话问
          </Button>
        ) : null}
        {pools.length > 1 ? (
          <Button kind="ghost" block icon="calendar" onTap={() => setStep('date')}>
            换个日子
          </Button>
        ) : null}
        <Button
          kind="ghost"
          block
          icon="info"
          onTap={() => go.activityInFull(activityId, pool?.poolId ?? null)}
        >
          看详细
        </Button>
      </View>
      <Sheet open={step === 'date'} title="选哪一天" onClose={stop}>
        <PoolRows
          pools={pools}
          selected={pool?.poolId ?? null}
          bookedPools={bookedPools(props.bookings)}
          now={now}
          onSelect={(poolId) => {
            stop()
            props.onPool(poolId)
          }}
        />
      </Sheet>
      <BookSure
        open={step === 'sure' && offer.kind === 'book'}
        {...{ activity, desk, now }}
        onYes={() => {
          stop()
          desk.booking.ask()
        }}
        onNo={stop}
      />
      <ActivitySheets {...{ desk, centre, now, asking }} onAsked={() => setAsking(false)} />
    </Screen>
  )
}
