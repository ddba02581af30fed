import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { activityPath, go } from '@/features/navigation/routes'
import { BookingScreen } from '@/features/seats/booking-screen'
import { useMyBooking } from '@/features/seats/use-my-booking'
import { useNow } from '@/features/use-now'
import { useAppearance } from '@/ui/appearance'
import { ConfirmedLarge } from './confirmed-large'
import { ConfirmedStandard } from './confirmed-standard'
import './confirmed.css'

/** 报上了: what was booked, its code, and until when it can be given back. */
export default function Confirmed() {
  const { params } = useRouter<{ bookingId: string }>()
  const bookingId = params.bookingId ?? ''
  const now = useNow()
  const large = useAppearance(({ scale }) => scale) === 'large'
  const { booking: shared } = useMyBooking(bookingId)
  useShareAppMessage(() => ({
    title: shared ? `我报了${shared.title}` : '看看社区里有什么',
    path: shared ? activityPath(shared.activityId, shared.poolId) : '/pages/home/home',
  }))
  const Body = large ? ConfirmedLarge : ConfirmedStandard
  return (
    <BookingScreen bookingId={bookingId} label="报上了" now={now} onGone={() => go.tab('me')}>
      {(booking) => <Body booking={booking} now={now} />}
    </BookingScreen>
  )
}
