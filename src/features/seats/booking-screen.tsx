import type { ReactNode } from 'react'
import { Copied, Unread } from '../answer-states'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import type { Booking } from './booking'
import { useMyBooking } from './use-my-booking'
import { mineWords } from './wording'

interface BookingScreenProps {
  bookingId: string
  label: string
  title?: string
  now: number
  /** Where to go when there is no such booking any more. */
  onGone: () => void
  footer?: (booking: Booking) => ReactNode
  children: (booking: Booking) => ReactNode
}

/** A screen about one of my bookings, from the phone first: it opens without network. */
export function BookingScreen(props: BookingScreenProps) {
  const { label, title, now } = props
  const mine = useMyBooking(props.bookingId)
  const { booking } = mine
  if (booking) {
    return (
      <Screen back label={label} title={title} footer={props.footer?.(booking)}>
        <Copied answer={mine} now={now} />
        {props.children(booking)}
      </Screen>
    )
  }
  return (
    <Screen back label={label} title={title}>
      {mine.failure ? (
        <Unread answer={mine} words={mineWords} now={now} />
      ) : mine.bookings === null || mine.busy ? (
        <Skeleton kind="ticket" />
      ) : (
        <Empty
          scene="glass"
          title="没找到这次报名"
          note="可能已经退了，或者已经结束"
          action={{ label: '看我报的名', onTap: props.onGone }}
        />
      )}
    </Screen>
  )
}
