import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import type { CheckStep } from './check-words'
import './check-steps.css'

/** The steps of a draw, each with what this phone found of it. */
export function CheckSteps({ steps }: { steps: readonly CheckStep[] }) {
  return (
    <Card>
      <View {...aria({ role: 'list', label: '怎么摇的' })}>
        {steps.map(({ mark, title, lines, found }) => (
          <View key={mark} className="check-step" {...aria({ role: 'listitem' })}>
            <View className={found?.good === false ? 'check-mark check-mark-wrong' : 'check-mark'}>
              {mark}
            </View>
            <View className="check-step-words">
              <View className="check-step-title">{title}</View>
              {lines.map((line) => (
                <View key={line} className="note number">
                  {line}
                </View>
              ))}
              {found ? (
                <View className={found.good ? 'check-found' : 'check-found check-found-wrong'}>
                  <Icon name={found.good ? 'check' : 'close'} />
                  <View>{found.text}</View>
                </View>
              ) : null}
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
