import { View } from '@tarojs/components'
import { AskAlerts } from '@/features/alerts/ask-alerts'
import { afterBooking } from '@/features/alerts/moments'
import { go } from '@/features/navigation/routes'
import type { Booking } from '@/features/seats/booking'
import { BookingFacts, codeInWords } from '@/features/seats/booking-facts'
import { bookingTitle } from '@/features/seats/my-bookings'
import { QueueNumbers } from '@/features/seats/queue-numbers'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Stamp } from '@/ui/stamp/stamp'

/** 报上了 in 大字: when, where, what to bring; and that it is done. */
export function ConfirmedLarge({ booking, now }: { booking: Booking; now: number }) {
  return (
    <View className="confirmed">
      <Stamp text="报上了" />
      <View className="title confirmed-title">{bookingTitle(booking, now)}</View>
      <QueueNumbers booking={booking} />
      <View className="confirmed-card">
        <Card>
          <BookingFacts
            booking={booking}
            now={now}
            spoken
            last={{
              icon: 'qr',
              title: codeInWords(booking),
              note: '到了给人看，首页点一下就有',
            }}
          />
        </Card>
      </View>
      <View className="confirmed-acts">
        <Button block onTap={() => go.tab('home')}>
          好了
        </Button>
        <AskAlerts moment={afterBooking(booking, now)} />
      </View>
      <View className="note confirmed-title">来不了，在“我报的名”里点“不去了”。</View>
    </View>
  )
}
