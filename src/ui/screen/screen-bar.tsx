import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import type { BarMetrics } from '../surface/surface'
import { Tap } from '../tap/tap'

interface ScreenBarProps {
  metrics: BarMetrics
  title?: ReactNode
  onTitle?: () => void
  back: boolean | string
  onBack: () => void
  large: boolean
  /** Its targets are 60 px high, as they are under 大字. */
  roomy: boolean
  /** What is told under it, and stays in sight with it. */
  children?: ReactNode
}

/** The bar at the top: the way back, and what this screen is. */
export function ScreenBar(props: ScreenBarProps) {
  const { metrics, title, onTitle, back, onBack, large, roomy } = props
  const word = typeof back === 'string' ? back : large ? '返回' : ''
  const tall = large || (roomy && back !== false)
  const height = tall ? Math.max(metrics.bar, 64) : metrics.bar
  return (
    <View className="screen-bar" style={{ paddingTop: `${metrics.statusBar}px` }}>
      <View
        className="screen-bar-row"
        style={{ minHeight: `${height}px`, paddingRight: `${metrics.right + 16}px` }}
      >
        {back ? (
          <Tap
            className="screen-back"
            label={word ? `返回${word === '返回' ? '' : word}` : '返回'}
            onTap={onBack}
          >
            <Icon name="chevron-left" size={large ? 28 : 24} />
            {word}
          </Tap>
        ) : null}
        {onTitle ? (
          <Tap className="screen-title screen-title-tap" onTap={onTitle}>
            <Text className="screen-title-text">{title}</Text>
            <Icon name="chevron-down" size={large ? 24 : 16} />
          </Tap>
        ) : (
          <View className="screen-title">{title}</View>
        )}
      </View>
      {props.children}
    </View>
  )
}
