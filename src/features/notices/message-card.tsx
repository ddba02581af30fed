import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Row } from '@/ui/row/row'
import type { Message } from './notice-words'
import './notice-card.css'

interface MessageCardProps {
  message: Message
  now: number
  onOpen: (bookingId: string) => void
}

/** What the staff of a centre say to a class, with a door to what was booked. */
export function MessageCard({ message, now, onOpen }: MessageCardProps) {
  const { title, centreName, text, bookingId, isRead } = message
  const made = `${centreName}，${momentInWords(parseInstant(message.madeAt), now)}`
  return (
    <Card flush>
      <Row
        seal={message.category}
        title={`${title}：中心说`}
        note={<View className="number">{made}</View>}
        {...(isRead ? {} : { tag: { tone: 'waiting', text: '新' } as const })}
        label={[`${title}，中心说`, made, isRead ? null : '新'].filter(Boolean).join('，')}
        onTap={() => onOpen(bookingId)}
      />
      <View className="notice-body">
        <View className="number">{text}</View>
        <View className="notice-acts">
          <Button kind="ghost" label={`看${title}`} onTap={() => onOpen(bookingId)}>
            看这门课
          </Button>
        </View>
      </View>
    </Card>
  )
}
