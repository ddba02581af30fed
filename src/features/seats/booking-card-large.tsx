import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { untilHourInWords } from '@/domain/time/spoken'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Pieces } from '@/ui/pieces/pieces'
import { Seal } from '@/ui/seal/seal'
import { bookedByInWords, whoInWords } from './attending'
import { lessonInWords, spokenWhen, type Visit, visitTitle } from './my-bookings'
import { canCancel, canCancelLate } from './wording'
import './booking-card-large.css'

interface BookingCardLargeProps {
  visit: Visit
  now: number
  /** The next one: the one brick action of the screen. */
  first: boolean
  onTicket: () => void
  onCancel: () => void
}

/** A seat to come in 大字: when, what, where; going, or not going after all. */
export function BookingCardLarge(props: BookingCardLargeProps) {
  const { visit, now, first } = props
  const { booking, occurrence } = visit
  const [startsAt, endsAt] = [parseInstant(occurrence.startsAt), parseInstant(occurrence.endsAt)]
  const where = [occurrence.place, lessonInWords(occurrence)].filter(Boolean).join(' · ')
  const who = whoInWords(booking) ?? bookedByInWords(booking)
  const isFree = canCancel(booking.cancelUntil, now) || canCancelLate(booking, now)
  return (
    <Card>
      <View className="visit-when number">{spokenWhen(visit, now)}</View>
      <View className="visit-what">
        <Seal category={booking.category} />
        <View className="visit-words">
          <View className="visit-title">{visitTitle(visit)}</View>
          <View className="note number">
            <Pieces>{where}</Pieces>
          </View>
          <View className="note number">{untilHourInWords(startsAt, endsAt)}</View>
          {who ? <View className="note">{who}</View> : null}
        </View>
      </View>
      <View className="visit-acts">
        <Button
          kind={first ? 'primary' : 'ghost'}
          block
          icon="qr"
          label={`去看${booking.title}的签到码`}
          onTap={props.onTicket}
        >
          去看
        </Button>
        {isFree ? (
          <Button kind="ghost" block label={`退掉${booking.title}`} onTap={props.onCancel}>
            不去了
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
