import { BallotFoot } from '@/features/ballot/ballot-foot'
import { goBallot } from '@/features/navigation/ballot-routes'
import { go } from '@/features/navigation/routes'
import { BookingFoot } from '@/features/seats/booking-foot'
import { IntakeFoot } from '@/features/seats/intake-foot'
import type { SeatDesk } from './use-seat-desk'

interface ActivityFootProps {
  activityId: string
  centreId: string
  desk: SeatDesk
  now: number
  /** A page opened alone from Moments can only be looked at. */
  lookOnly: boolean
  /** Asks for whom, where nobody is chosen yet. */
  onChoose: () => void
  /** Asks once more before seats are taken (大字); else they are taken. */
  onBook?: () => void
}

/** How it stands and the one button, by the way in which the pool gives its seats. */
export function ActivityFoot(props: ActivityFootProps) {
  const { activityId, centreId, desk, now, lookOnly } = props
  const { pool, offer } = desk
  if (pool && offer.kind === 'ballot') {
    return (
      <BallotFoot
        pool={pool}
        now={now}
        lookOnly={lookOnly}
        onEnter={() => goBallot.enter(activityId, pool.poolId)}
        onVerify={goBallot.verify}
      />
    )
  }
  const service = pool?.intake
  if (service && offer.kind === 'intake') {
    return (
      <IntakeFoot
        offer={offer}
        lookOnly={lookOnly}
        onForm={() => go.consultation('form', { service, centreId, poolId: desk.askedFor })}
      />
    )
  }
  return (
    <BookingFoot
      offer={offer}
      desk={desk.booking}
      bookingId={desk.bookingId}
      onTicket={go.ticket}
      onChoose={props.onChoose}
      onBook={props.onBook ?? desk.booking.ask}
      onWait={() => desk.openJoining(true)}
      onWaiting={go.waitlist}
      lookOnly={lookOnly}
    />
  )
}
