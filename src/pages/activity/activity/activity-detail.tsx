import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { ActivityFacts } from '@/features/activities/activity-facts'
import { ActivityHead } from '@/features/activities/activity-head'
import { addOccurrences } from '@/features/activities/add-to-calendar'
import { type Activity, firstPool } from '@/features/activities/activity-words'
import { PoolChoice } from '@/features/activities/pool-choice'
import { PoolSeats } from '@/features/activities/pool-seats'
import { BallotCard } from '@/features/ballot/ballot-card'
import { BallotFoot } from '@/features/ballot/ballot-foot'
import { DrawnNote } from '@/features/ballot/drawn-note'
import type { Centre } from '@/features/centres/current-centre'
import { placeOf, showWayTo } from '@/features/centres/use-centre'
import { namesInWords } from '@/features/family/attendees'
import { ForWhom } from '@/features/family/for-whom'
import { useAttendees } from '@/features/family/use-attendees'
import { goBallot } from '@/features/navigation/ballot-routes'
import { goFamily } from '@/features/navigation/family-routes'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import { go } from '@/features/navigation/routes'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import type { Booking } from '@/features/seats/booking'
import { BookingFoot, BookingObstacle } from '@/features/seats/booking-foot'
import { IntakeFoot } from '@/features/seats/intake-foot'
import { bookedPools, bookingOf } from '@/features/seats/my-bookings'
import { canBook, offerForSeveral, offerOf } from '@/features/seats/offer'
import { seatedIn } from '@/features/seats/seated'
import { useBooking } from '@/features/seats/use-booking'
import { isSinglePage } from '@/features/sharing'
import { entriesIn, waitingIn } from '@/features/waitlist/entry'
import { WaitingHere } from '@/features/waitlist/here'
import { JoinSheet } from '@/features/waitlist/join-sheet'
import type { Entry } from '@/features/waitlist/offers'
import { hasList, standingOf } from '@/features/waitlist/standing'
import { useJoining } from '@/features/waitlist/use-joining'
import { WaySheet } from '@/features/way-sheet'
import { Screen } from '@/ui/screen/screen'
import { ActivityAbout } from './activity-about'
import { BookForOthers } from './book-for-others'
import { ForStaff } from './for-staff'
import './activity-detail.css'

interface ActivityDetailProps {
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
  /** Said above everything, such as that this is a copy. */
  note: ReactNode
}

export function ActivityDetail(props: ActivityDetailProps) {
  const { activity, centre, bookings, now } = props
  const [asking, setAsking] = useState(false)
  const [signing, setSigning] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [joiningOpen, setJoiningOpen] = useState(false)
  const pool = firstPool(activity.pools, props.poolId)
  const booking = pool && bookingOf(bookings, pool.poolId)
  const occurrences = pool?.occurrences ?? activity.walkIns
  const next = occurrences.find(({ state }) => state !== 'cancelled') ?? occurrences[0] ?? null
  const lookOnly = isSinglePage()
  const entries = pool ? entriesIn(props.entries, pool.poolId, now) : []
  const whom = useAttendees({
    ages: activity.ages,
    poolId: pool?.poolId ?? null,
    startsAt: next?.startsAt ?? null,
    seated: seatedIn(bookings, pool?.poolId ?? null),
    waiting: waitingIn(entries),
    now,
  })
  const offer = offerOf(pool, booking !== null && whom.chosen.length === 0, now)
  const desk = useBooking(
    pool && {
      activity,
      pool,
      centreName: centre?.shortName ?? '',
      chosen: whom.chosen,
      onBooked: go.confirmed,
      onSignIn: () => setSigning(true),
      onChanged: props.onChanged,
    },
  )
  const joining = useJoining(
    pool && {
      poolId: pool.poolId,
      attendeeIds: whom.chosen.map(({ attendeeId }) => attendeeId),
      names: namesInWords(whom.chosen),
    },
    { onSignIn: () => setSigning(true), onChanged: props.onChanged },
  )
  const wait =
    pool && offer.kind !== 'booked'
      ? standingOf(pool, { seats: whom.chosen.length, entries, now })
      : null
  const intake = (offer.kind === 'book' && pool?.intake) || null
  const foot = intake ? (
    <IntakeFoot
      offer={offer}
      lookOnly={lookOnly}
      onForm={() =>
        go.consultation('form', {
          service: intake,
          centreId: activity.centreId,
          poolId: pool?.poolId ?? '',
        })
      }
    />
  ) : (
    <BookingFoot
      offer={wait ?? (whom.asks && pool ? offerForSeveral(offer, pool, whom.chosen.length) : offer)}
      desk={desk}
      bookingId={booking?.bookingId ?? null}
      onTicket={go.ticket}
      onChoose={() => setChoosing(true)}
      onWait={() => setJoiningOpen(true)}
      onWaiting={go.waitlist}
      lookOnly={lookOnly}
    />
  )

  const drawn = pool?.mode === 'ballot' ? pool : null
  const drawnBefore = (!drawn && pool?.ballotId) || null

  return (
    <Screen
      back={!lookOnly}
      label={activity.title}
      footer={
        drawn && offer.kind === 'ballot' ? (
          <BallotFoot
            pool={drawn}
            now={now}
            lookOnly={lookOnly}
            onEnter={() => goBallot.enter(activity.activityId, drawn.poolId)}
            onVerify={goBallot.verify}
          />
        ) : (
          foot
        )
      }
    >
      {props.note}
      <ActivityHead activity={activity} />
      {drawn ? <BallotCard pool={drawn} now={now} onVerify={goBallot.verify} /> : null}
      {pool && !drawn ? <PoolSeats pool={pool} now={now} whoMayBook={activity.whoMayBook} /> : null}
      {drawnBefore ? <DrawnNote onVerify={() => goBallot.verify(drawnBefore)} /> : null}
      <WaitingHere
        entries={entries}
        now={now}
        onAccepted={go.confirmed}
        onChanged={props.onChanged}
      />
      <View className="activity-part">
        <ActivityFacts
          activity={activity}
          next={next}
          centre={centre}
          now={now}
          onWay={() => {
            if (centre && !showWayTo(centre)) setAsking(true)
          }}
        />
      </View>
      <PoolChoice
        pools={activity.pools}
        selected={pool?.poolId ?? null}
        bookedPools={bookedPools(bookings)}
        now={now}
        onSelect={props.onPool}
      />
      {canBook(pool, now) || (pool && hasList(pool, now)) ? (
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
        onCalendar={() => void addOccurrences(activity, occurrences, centre?.shortName ?? '')}
      />
      {pool && canBook(pool, now) && !lookOnly ? (
        <BookForOthers activity={activity} poolId={pool.poolId} onBooked={props.onChanged} />
      ) : null}
      {pool?.mode === 'open' && !pool.intake && !lookOnly ? (
        <ForStaff
          centreId={activity.centreId}
          waiting={pool.waiting ?? 0}
          onList={() => goWaitlist.desk(activity.activityId, pool.poolId)}
        />
      ) : null}
      {centre ? (
        <WaySheet open={asking} place={placeOf(centre)} onClose={() => setAsking(false)} />
      ) : null}
      <PersonaSheet
        open={signing}
        onClose={() => setSigning(false)}
        onChosen={() => void (joiningOpen ? joining.join() : desk.book())}
      />
      {pool ? (
        <JoinSheet
          pool={pool}
          names={namesInWords(whom.chosen)}
          seats={whom.chosen.length}
          open={joiningOpen && !signing}
          joining={joining}
          now={now}
          onClose={() => setJoiningOpen(false)}
          onMine={go.waitlist}
        />
      ) : null}
      <BookingObstacle desk={desk} onTicket={go.ticket} />
    </Screen>
  )
}
