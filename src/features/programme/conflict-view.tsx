import { useState } from 'react'
import { View } from '@tarojs/components'
import { parseInstant } from '@/domain/time/instant'
import { momentInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Section } from '@/ui/section/section'
import { Tap } from '@/ui/tap/tap'
import { type Difference, differences, merged, untouched } from './differences'
import type { Plan } from './plan'
import type { Meanwhile } from './use-plan-editor'
import './conflict-view.css'

interface ConflictViewProps {
  mine: Plan
  /** What stood when one began; null where that is not known. */
  before: Plan | null
  meanwhile: Meanwhile
  busy: boolean
  now: number
  onSettle: (plan: Plan) => void
  onLater: () => void
}

/** Two people changed the same: both versions side by side, field by field, and the choice of each. */
export function ConflictView(props: ConflictViewProps) {
  const { mine, before, meanwhile, busy, now, onSettle, onLater } = props
  const theirs = meanwhile.plan
  const differing = differences(mine, theirs)
  const [taken, setTaken] = useState(() => untouched(before, mine, theirs))
  const who = meanwhile.changedBy ? `“${meanwhile.changedBy}”` : '别人'
  const when = momentInWords(parseInstant(meanwhile.changedAt), now)
  const choose = (key: string, of: 'mine' | 'theirs'): void => {
    const next = new Set(taken)
    if (of === 'theirs') next.add(key)
    else next.delete(key)
    setTaken(next)
  }
  return (
    <Section title="别人刚改过">
      <View className="note number">
        {`${who}在 ${when} 改过。不一样的都在下面，每一项选用谁的，再保存。`}
      </View>
      {differing.length === 0 ? (
        <View className="conflict-same">改得一模一样，直接保存就行。</View>
      ) : (
        <View className="conflict-all">
          <Button kind="ghost" onTap={() => setTaken(new Set(differing.map(({ key }) => key)))}>
            都用现在的
          </Button>
          <Button kind="ghost" onTap={() => setTaken(new Set())}>
            都用我的
          </Button>
        </View>
      )}
      {differing.map((one) => (
        <OneDifference
          key={one.key}
          one={one}
          taken={taken.has(one.key)}
          onChoose={(of) => choose(one.key, of)}
        />
      ))}
      <View className="conflict-acts">
        <Button block busy={busy} onTap={() => onSettle(merged(mine, theirs, taken))}>
          就这样保存
        </Button>
        <Button kind="quiet" block disabled={busy} onTap={onLater}>
          先回去看看我写的
        </Button>
      </View>
    </Section>
  )
}

interface OneDifferenceProps {
  one: Difference
  taken: boolean
  onChoose: (of: 'mine' | 'theirs') => void
}

function OneDifference({ one, taken, onChoose }: OneDifferenceProps) {
  const { label, mine, theirs } = one
  return (
    <View className="conflict-one">
      <View className="conflict-label">{label}</View>
      <View className="conflict-sides" {...aria({ role: 'radiogroup', label })}>
        <Side whose="我写的" text={mine} on={!taken} onTap={() => onChoose('mine')} />
        <Side whose="现在的" text={theirs} on={taken} onTap={() => onChoose('theirs')} />
      </View>
    </View>
  )
}

function Side(props: { whose: string; text: string; on: boolean; onTap: () => void }) {
  const { whose, text, on, onTap } = props
  return (
    <Tap
      role="radio"
      pressed={on}
      className={on ? 'conflict-side conflict-on' : 'conflict-side'}
      label={`${whose}：${text}`}
      onTap={onTap}
    >
      <View className="conflict-whose">{on ? `${whose} ✓` : whose}</View>
      <View className="number">{text}</View>
    </Tap>
  )
}
