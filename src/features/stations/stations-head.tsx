import { View } from '@tarojs/components'
import { timeOf } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import { ageInWords, type ListAge } from './list-age'
import type { Origin } from './use-origin'
import './stations-head.css'

interface StationsHeadProps {
  title: string
  origin: Origin
  list: ListAge
  now: number
  onOrigin: () => void
}

/** 现在开着的; what time it is, from where the way is measured, and how old the list is. */
export function StationsHead({ title, origin, list, now, onOrigin }: StationsHeadProps) {
  const age = ageInWords(list, now)
  return (
    <View className="stations-head">
      <View className="stations-title" {...aria({ role: 'heading' })}>
        {title}
      </View>
      <Tap
        className="stations-origin"
        label={`离${origin.name}算远近，换一个地方`}
        onTap={onOrigin}
      >
        <View className="note number">{`${timeOf(now)} · 离${origin.name}`}</View>
        <Icon name="chevron-down" size={16} />
      </Tap>
      {age ? (
        <View className="note number stations-age" {...aria({ role: 'status', live: 'polite' })}>
          {age}
        </View>
      ) : null}
    </View>
  )
}
