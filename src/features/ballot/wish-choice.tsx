import { View } from '@tarojs/components'
import { MOST_WISHES } from '@/domain/ballot/ballot'
import { aria } from '@/ui/aria'
import { Pieces } from '@/ui/pieces/pieces'
import { Section } from '@/ui/section/section'
import { Tap } from '@/ui/tap/tap'
import { poolLine, type WishedPool, wishName } from './ballot-words'
import './wish-choice.css'

interface WishChoiceProps {
  pools: readonly WishedPool[]
  /** The keys of those wished for, the dearest first. */
  wishes: readonly string[]
  now: number
  onToggle: (poolId: string) => void
}

/** Which classes somebody would like, in the order in which they are tapped. */
export function WishChoice({ pools, wishes, now, onToggle }: WishChoiceProps) {
  const full = wishes.length >= MOST_WISHES
  return (
    <Section title="想要哪一班" note="按先后点，先点的先给">
      <View className="wishes" {...aria({ role: 'group', label: '想要哪一班' })}>
        {pools.map((pool) => {
          const place = wishes.indexOf(pool.poolId) + 1
          const on = place > 0
          const line = poolLine(pool, now)
          return (
            <Tap
              key={pool.poolId}
              role="checkbox"
              className={on ? 'wish wish-on' : 'wish'}
              pressed={on}
              disabled={full && !on}
              label={[on ? wishName(place) : null, pool.title, line].filter(Boolean).join('，')}
              onTap={() => onToggle(pool.poolId)}
            >
              <View className={on ? 'wish-place wish-place-on' : 'wish-place'}>
                {on ? '一二三四五'[place - 1] : ''}
              </View>
              <View className="wish-words">
                <View className="wish-title">{pool.title}</View>
                <View className="note number">
                  <Pieces>{on ? `${wishName(place)} · ${line}` : line}</Pieces>
                </View>
              </View>
            </Tap>
          )
        })}
      </View>
      <View className="note wishes-note">
        {full
          ? `最多 ${MOST_WISHES} 个志愿，想换的先点掉一个。`
          : '最多摇中一个；再点一下就不要了。'}
      </View>
    </Section>
  )
}
