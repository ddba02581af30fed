import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Pieces } from '@/ui/pieces/pieces'
import { Row } from '@/ui/row/row'
import { bookedByInWords, whoInWords } from './attending'
import { lessonInWords, type Visit, visitTitle, visitWhen } from './my-bookings'
import { canCancel, cancelUntilInWords } from './wording'
import './booking-card.css'

interface BookingCardProps {
  visit: Visit
  now: number
  onOpen: () => void
  onTicket: () => void
  onCancel: () => void
}

/** A seat to come: when, what, where, its code, and the way to give it back. */
export function BookingCard({ visit, now, onOpen, onTicket, onCancel }: BookingCardProps) {
  const { booking, occurrence } = visit
  const when = visitWhen(visit, now)
  const where = [occurrence.place, lessonInWords(occurrence)].filter(Boolean).join(' · ')
  const others = [where, whoInWords(booking) ?? bookedByInWords(booking) ?? ''].filter(Boolean)
  return (
    <Card flush>
      <Row
        seal={booking.category}
        title={visitTitle(visit)}
        note={
          <>
            <View className="number booking-when">{when}</View>
            {others.map((line) => (
              <View key={line} className="number">
                <Pieces>{line}</Pieces>
              </View>
            ))}
          </>
        }
        label={[visitTitle(visit), when, ...others].filter(Boolean).join('，')}
        onTap={onOpen}
      />
      <View className="booking-foot">
        <View className="note number">{cancelUntilInWords(booking.cancelUntil, now)}</View>
        <View className="booking-acts">
          {canCancel(booking.cancelUntil, now) ? (
            <Button kind="quiet" label={`退掉${booking.title}`} onTap={onCancel}>
              退掉
            </Button>
          ) : null}
          <Button kind="ghost" icon="qr" label={`${booking.title}的签到码`} onTap={onTicket}>
            签到码
          </Button>
        </View>
      </View>
    </Card>
  )
}
