import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Pieces } from '../pieces/pieces'
import { Tap } from '../tap/tap'
import './ticket.css'

interface TicketProps {
  /** 今晚 19:00–20:30 */
  when: string
  /** 还有 2 小时 */
  soon?: string
  title: string
  place: string
  /** On the stub, beside the code, a line each: 我 + 小满, 第 4 / 12 课 */
  note?: string
  onShow: () => void
  onOpen: () => void
}

/** What I hold: the next booking, its check-in code one tap away. */
export function Ticket({ when, soon, title, place, note, onShow, onOpen }: TicketProps) {
  const sentence = [when, soon, title, place, note].filter(Boolean).join('，')
  return (
    <View className="ticket">
      <Tap className="ticket-body" label={`我报的名：${sentence}`} onTap={onOpen}>
        <View className="ticket-when" {...aria({ hidden: true })}>
          <View>{when}</View>
          {soon ? <View className="ticket-soon">{soon}</View> : null}
        </View>
        <View className="ticket-title" {...aria({ hidden: true })}>
          {title}
        </View>
        <View className="ticket-place" {...aria({ hidden: true })}>
          <Pieces>{place}</Pieces>
        </View>
      </Tap>
      <View className="ticket-cut" />
      <View className="ticket-stub">
        <View className="ticket-note" {...aria({ hidden: true })}>
          {note}
        </View>
        <Tap className="ticket-show" label={`出示${title}的签到码`} onTap={onShow}>
          <Icon name="qr" />
          签到码
        </Tap>
      </View>
    </View>
  )
}
