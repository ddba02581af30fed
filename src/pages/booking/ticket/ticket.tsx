import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isOnNow, marksNow } from '@/features/attendance/marks-now'
import { canScan, scanPoster } from '@/features/attendance/scan-poster'
import { ShownCode } from '@/features/attendance/shown-code'
import { goAttendance } from '@/features/navigation/attendance-routes'
import { goQueue } from '@/features/navigation/queue-routes'
import { go } from '@/features/navigation/routes'
import { addBookingToCalendar, addToCalendarWords } from '@/features/seats/add-to-calendar'
import type { Booking } from '@/features/seats/booking'
import { BookingFacts } from '@/features/seats/booking-facts'
import { BookingScreen } from '@/features/seats/booking-screen'
import { QueueStanding } from '@/features/queue/queue-standing'
import { CancelConfirm } from '@/features/seats/cancel-confirm'
import { attending } from '@/features/seats/attending'
import { GiveBack } from '@/features/seats/give-back'
import { bookingTitle } from '@/features/seats/my-bookings'
import { QueueNumbers } from '@/features/seats/queue-numbers'
import { canCancel, canCancelLate, cancelUntilInWords } from '@/features/seats/wording'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { aria } from '@/ui/aria'
import { TicketLessons } from './ticket-lessons'
import './ticket.css'

/** 签到码: held up at the door; opens without network. */
export default function TicketPage() {
  const { params } = useRouter<{ bookingId: string; giveBack?: string }>()
  const now = useNow()
  const [asked, setAsked] = useState<Booking | null>(null)
  const [choosing, setChoosing] = useState(params.giveBack !== undefined)
  return (
    <BookingScreen
      bookingId={params.bookingId ?? ''}
      label="签到码"
      title="签到码"
      now={now}
      onGone={() => go.tab('me')}
    >
      {(booking) => (
        <>
          <Card>
            <View className="title ticket-name">{bookingTitle(booking, now)}</View>
            <View className="note ticket-name">到了给工作人员看</View>
            <Marked words={marksNow(booking, now)} />
            <QueueNumbers booking={booking} />
            {attending(booking).some(({ number }) => number !== null) ? (
              <QueueStanding {...booking} now={now} />
            ) : null}
            <View className="ticket-code">
              <ShownCode code={booking.checkInCode} secret={booking.checkInSecret} />
            </View>
          </Card>
          <Card>
            <BookingFacts booking={booking} now={now} />
          </Card>
          <TicketLessons booking={booking} now={now} />
          <View className="ticket-acts">
            {booking.attendees?.some(({ number }) => number !== null) ? (
              <Button kind="private" block onTap={() => goQueue.now(booking.poolId)}>
                看叫到几号
              </Button>
            ) : null}
            {isOnNow(booking, now) ? (
              <Button block icon="qr" onTap={() => void checkIn()}>
                {canScan ? '扫墙上的码签到' : '用墙上的字母签到'}
              </Button>
            ) : null}
            <Button
              kind="ghost"
              block
              icon="calendar-plus"
              onTap={() => void addBookingToCalendar(booking)}
            >
              {addToCalendarWords(booking)}
            </Button>
            {canCancel(booking.cancelUntil, now) || canCancelLate(booking, now) ? (
              <Button
                kind="quiet"
                block
                onTap={() => (attending(booking)[1] ? setChoosing(true) : setAsked(booking))}
              >
                {canCancel(booking.cancelUntil, now) ? '来不了，退掉' : '来不了，还是退掉'}
              </Button>
            ) : null}
          </View>
          <View className="note number ticket-name">
            {cancelUntilInWords(booking.cancelUntil, now)}
          </View>
          <GiveBack
            booking={booking}
            open={choosing}
            now={now}
            onClose={() => setChoosing(false)}
            onGone={() => go.tab('me')}
          />
          <CancelConfirm
            booking={asked}
            now={now}
            onClose={() => setAsked(null)}
            onCancelled={() => go.tab('me')}
          />
        </>
      )}
    </BookingScreen>
  )
}

/** Who of the booking is marked by now. */
function Marked({ words }: { words: string | null }) {
  if (words === null) return null
  return (
    <View className="ticket-marked" {...aria({ role: 'status' })}>
      {`签到了：${words}`}
    </View>
  )
}

/** By the code on the wall: scanned, or its letters typed where nothing was. */
async function checkIn(): Promise<void> {
  const posterId = canScan ? await scanPoster() : null
  goAttendance.checkIn(posterId ?? undefined)
}
