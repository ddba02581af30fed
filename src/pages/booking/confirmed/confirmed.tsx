import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { afterBooking } from '@/features/alerts/moments'
import { activityPath, go } from '@/features/navigation/routes'
import { addBookingToCalendar, addToCalendarWords } from '@/features/seats/add-to-calendar'
import { BookingFacts, bookingWhen } from '@/features/seats/booking-facts'
import { BookingScreen } from '@/features/seats/booking-screen'
import { bookingTitle } from '@/features/seats/my-bookings'
import { QueueNumbers } from '@/features/seats/queue-numbers'
import { useMyBooking } from '@/features/seats/use-my-booking'
import { cancelUntilInWords } from '@/features/seats/wording'
import { inMiniProgram, passOn } from '@/features/sharing'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Stamp } from '@/ui/stamp/stamp'
import './confirmed.css'

/** 报上了: what was booked, its code, and until when it can be given back. */
export default function Confirmed() {
  const { params } = useRouter<{ bookingId: string }>()
  const bookingId = params.bookingId ?? ''
  const now = useNow()
  const { booking: shared } = useMyBooking(bookingId)
  useShareAppMessage(() => ({
    title: shared ? `我报了${shared.title}` : '看看社区里有什么',
    path: shared ? activityPath(shared.activityId, shared.poolId) : '/pages/home/home',
  }))
  return (
    <BookingScreen bookingId={bookingId} label="报上了" now={now} onGone={() => go.tab('me')}>
      {(booking) => (
        <View className="confirmed">
          <Stamp text="报上了" />
          <View className="title confirmed-title">{bookingTitle(booking, now)}</View>
          <View className="note number confirmed-title">{bookingWhen(booking, now)}</View>
          <QueueNumbers booking={booking} />
          <View className="confirmed-card">
            <Card>
              <BookingFacts
                booking={booking}
                now={now}
                first={{
                  icon: 'qr',
                  title: `签到码 ${booking.checkInCode.slice(0, 4)} ${booking.checkInCode.slice(4)}`,
                  note: '在首页和“我的”里，没有网也能用',
                }}
              />
            </Card>
          </View>
          <View className="confirmed-acts">
            <Button block icon="qr" onTap={() => go.ticket(booking.bookingId)}>
              看签到码
            </Button>
            <AskAlerts moment={afterBooking(booking, now)} />
            <Button kind="ghost" block onTap={() => void addBookingToCalendar(booking)}>
              {addToCalendarWords(booking)}
            </Button>
            <Button
              kind="ghost"
              block
              openType={inMiniProgram ? 'share' : undefined}
              onTap={() => void passOn(`我报了${booking.title}`)}
            >
              转给家里人
            </Button>
          </View>
          <View className="note number confirmed-title">
            {`有事来不了？${cancelUntilInWords(booking.cancelUntil, now)}，在“我的”里退。`}
          </View>
        </View>
      )}
    </BookingScreen>
  )
}
