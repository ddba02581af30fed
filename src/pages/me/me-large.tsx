import { View } from '@tarojs/components'
import { MyVisits } from '@/features/my-visits'
import { goLessons } from '@/features/navigation/lesson-routes'
import { go } from '@/features/navigation/routes'
import { UnreadLine } from '@/features/notices/unread-line'
import { BookingCardLarge } from '@/features/seats/booking-card-large'
import { HeldOffer } from '@/features/seats/held-offer'
import { UnansweredNote } from '@/features/seats/unanswered-note'
import { useMine } from '@/features/seats/use-mine'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import './me-large.css'

/** 我报的名: what I booked, next first, and whether I go. */
export function MeLarge() {
  const now = useNow()
  const mine = useMine()
  return (
    <Screen tab title="我报的名" onRefresh={mine.refresh}>
      <UnansweredNote />
      <UnreadLine unread={mine.unread} onOpen={goLessons.notices} />
      <HeldOffer mine={mine} now={now} onOpen={go.waitlist} />
      <MyVisits
        mine={mine}
        now={now}
        card={(visit, { onTicket, onCancel }, index) => (
          <BookingCardLarge
            key={visit.booking.bookingId}
            {...{ visit, now, onTicket, onCancel }}
            first={index === 0}
          />
        )}
        find={{
          note: '看看今天有什么，点一下就能报',
          label: '今天有什么',
          onTap: () => go.tab('calendar'),
        }}
      />
      <View className="me-more">
        <Button kind="quiet" block label="更多：以前报的、通知、设置" onTap={go.more}>
          更多
        </Button>
      </View>
    </Screen>
  )
}
