import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Door, Doors } from '@/ui/door/door'
import type { Mine } from './use-mine'
import './held-offer.css'

interface HeldOfferProps {
  mine: Mine
  /** Milliseconds since the epoch. */
  now: number
  onOpen: () => void
}

/** Seats of a waiting list or a draw that wait for an answer, and the way to give it. */
export function HeldOffer({ mine, now, onOpen }: HeldOfferProps) {
  const { offer } = mine
  if (!offer || parseInstant(offer.until) <= now) return null
  const title = `留给您 ${offer.seats} 席：${offer.title}`
  const note = `留到${momentInWords(parseInstant(offer.until), now)}，要不要，点开说一声`
  return (
    <View className="held-offer">
      <Doors>
        <Door seal="booked" title={title} note={note} onTap={onOpen} />
      </Doors>
    </View>
  )
}
