import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import type { Question } from '@/gateway/answers/answers'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { useAnswer } from '../use-answer'
import { MINE } from './use-alerts'
import './ask-alerts.css'

const DELIVERED: Question<'alerts.delivered'> = { operation: 'alerts.delivered', input: {} }

/** On one's own machine: what WeChat would have brought. Nothing anywhere else. */
export function DeliveredAlerts({ visitor, now }: { visitor: boolean; now: number }) {
  const { value: mine } = useAnswer(visitor ? null : MINE)
  const { value } = useAnswer(mine?.local ? DELIVERED : null)
  if (!value || value.delivered.length === 0) return null
  return (
    <Section title="微信里会收到的" note="这台电脑代替微信收着">
      <Rows label="微信里会收到的">
        {value.delivered.map(({ alertId, lines, deliveredAt }) => (
          <Row
            key={alertId}
            title={lines[0]}
            note={
              <View className="number">
                {[momentInWords(parseInstant(deliveredAt), now), ...lines.slice(1)].join(' · ')}
              </View>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
