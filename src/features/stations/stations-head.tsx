import { View } from '@tarojs/components'
import { timeOf } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon/icon'
import { Tap } from '@/ui/tap/tap'
import type { Origin } from './use-origin'
import type { StationsOnPhone } from './use-stations'
import './stations-head.css'

interface StationsHeadProps {
  title: string
  origin: Origin
  list: Pick<StationsOnPhone, 'savedAt' | 'copied' | 'offline' | 'failure' | 'busy'>
  now: number
  onOrigin: () => void
}

/** 没有网络，名单存于昨天 22:40; null while the list is the server's own. */
export function ageInWords(list: StationsHeadProps['list'], now: number): string | null {
  const { savedAt, copied, offline, failure, busy } = list
  const failed = failure !== null && !busy
  if (savedAt === 0 || !(copied || offline || failed)) return null
  const saved = `名单存于${momentInWords(savedAt, now)}`
  if (offline) return `没有网络，${saved}`
  return failed ? `没连上，${saved}` : saved
}

/** 现在开着的; what time it is, from where the way is measured, and how old the list is. */
export function StationsHead({ title, origin, list, now, onOrigin }: StationsHeadProps) {
  const age = ageInWords(list, now)
  return (
    <View className="stations-head">
      <View className="title" {...aria({ role: 'heading' })}>
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
