import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Section } from '@/ui/section/section'
import { Tag } from '@/ui/tag/tag'
import { Tap } from '@/ui/tap/tap'
import { type Pool, poolTag, poolWhen } from './activity-words'
import './pool-choice.css'

interface PoolChoiceProps {
  pools: readonly Pool[]
  selected: string | null
  bookedPools: ReadonlySet<string>
  now: number
  onSelect: (poolId: string) => void
}

/** As many as are seen without scrolling past the seats; the rest come on demand. */
const SHOWN = 4

/** Which date or which time, where a seat is of one of several. */
export function PoolChoice(props: PoolChoiceProps) {
  if (props.pools.length < 2) return null
  return (
    <Section title="选哪一场">
      <PoolRows {...props} />
    </Section>
  )
}

/** The same without its heading, for a sheet of its own. */
export function PoolRows({ pools, selected, bookedPools, now, onSelect }: PoolChoiceProps) {
  const [all, setAll] = useState(false)
  const at = pools.findIndex(({ poolId }) => poolId === selected)
  // The chosen one is always in sight, with the one before it.
  const from = Math.max(0, Math.min(at - 1, pools.length - SHOWN))
  const shown = all ? pools : pools.slice(from, from + SHOWN)
  return (
    <>
      <View className="pools">
        {shown.map((pool) => {
          const on = pool.poolId === selected
          const tag = poolTag(pool, bookedPools.has(pool.poolId), now)
          const when = poolWhen(pool, now)
          const topic = pool.occurrences[0]?.topic
          return (
            <Tap
              key={pool.poolId}
              role="radio"
              pressed={on}
              className={on ? 'pool pool-on' : 'pool'}
              label={[when, topic, tag.text].filter(Boolean).join('，')}
              onTap={() => onSelect(pool.poolId)}
            >
              <View className="pool-when number">
                {when}
                {topic ? <View className="note">{topic}</View> : null}
              </View>
              <Tag tone={tag.tone}>{tag.text}</Tag>
            </Tap>
          )
        })}
      </View>
      {shown.length < pools.length ? (
        <View className="pools-more">
          <Button kind="quiet" block onTap={() => setAll(true)}>
            {`看全部 ${pools.length} 场`}
          </Button>
        </View>
      ) : null}
    </>
  )
}
