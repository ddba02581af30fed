import { View } from '@tarojs/components'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { afterBooking } from '@/features/alerts/moments'
import { go } from '@/features/navigation/routes'
import { addBookingToCalendar, addToCalendarWords } from '@/features/seats/add-to-calendar'
import type { Booking } from '@/features/seats/booking'
import { BookingFacts, bookingWhen, codeInWords } from '@/features/seats/booking-facts'
import { bookingTitle } from '@/features/seats/my-bookings'
import { QueueNumbers } from '@/features/seats/queue-numbers'
import { cancelUntilInWords } from '@/features/seats/wording'
import { inMiniProgram, passOn } from '@/features/sharing'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Stamp } from '@/ui/stamp/stamp'

/** 报上了 in 标准, with what one may want to do with it now. */
export function ConfirmedStandard({ booking, now }: { booking: Booking; now: number }) {
  return (
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
              title: codeInWords(booking),
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
  )
}
