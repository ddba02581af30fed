import { View } from '@tarojs/components'
import { CopyNote as ACopyNote } from '@/ui/copy-note/copy-note'
import { Empty as AnEmpty } from '@/ui/empty/empty'
import { Failure as AFailure } from '@/ui/failure/failure'
import { LockNote as ALockNote } from '@/ui/lock-note/lock-note'
import { Skeleton as ASkeleton } from '@/ui/skeleton/skeleton'
import { StepBar as AStepBar } from '@/ui/step-bar/step-bar'
import { Tag as ATag, type TagTone } from '@/ui/tag/tag'
import { all, LONG, nothing, State } from '../state'

const TONES = all<TagTone>({ free: true, waiting: true, full: true, info: true, quiet: true })
const KINDS = all<Parameters<typeof ASkeleton>[0]['kind']>({
  ...{ home: true, list: true, calendar: true, detail: true, ticket: true, stations: true },
})

export function Tag() {
  return (
    <State name={TONES.join(' ')}>
      <View className="gallery-many">
        {TONES.map((tone) => (
          <ATag key={tone} tone={tone}>
            余 6 席
          </ATag>
        ))}
      </View>
    </State>
  )
}

export function CopyNote() {
  return (
    <State name="在更新、没网、没连上">
      <ACopyNote at="昨天 22:40" offline={false} />
      <ACopyNote at="昨天 22:40" offline />
      <ACopyNote at="昨天 22:40" offline={false} failed />
    </State>
  )
}

export function LockNote() {
  return (
    <State name="平时">
      <ALockNote>写下的话加密保存，只有接待您的律师和您自己能看。</ALockNote>
    </State>
  )
}

export function StepBar() {
  return (
    <State name="平时、私事">
      <AStepBar at={2} of={4} />
      <AStepBar tone="private" at={3} of={4} />
    </State>
  )
}

export function Empty() {
  return (
    <>
      <State name="能接着做">
        <AnEmpty
          scene="ticket"
          title="还没有要去的"
          note="报上名的课和活动，都在这里。"
          action={{ label: '看看有什么', onTap: nothing }}
        />
      </State>
      <State name="只说一声，字多">
        <AnEmpty scene="tea" title={LONG} note={LONG} />
      </State>
    </>
  )
}

export function Failure() {
  return (
    <>
      <State name="平时">
        <AFailure title="没连上" safe="报过的名都在，不会丢。" onRetry={nothing} />
      </State>
      <State name="正在再试">
        <AFailure busy title="没连上" safe="报过的名都在，不会丢。" onRetry={nothing} />
      </State>
    </>
  )
}

export function Skeleton() {
  return (
    <>
      {KINDS.map((kind) => (
        <State key={kind} name={kind}>
          <ASkeleton kind={kind} />
        </State>
      ))}
    </>
  )
}
