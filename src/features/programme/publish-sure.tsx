import { View } from '@tarojs/components'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { Confirm } from '@/ui/confirm/confirm'
import { whenInShort } from './differences'
import { firstStart } from './first-start'
import type { Plan } from './plan'
import type { PlanPreview } from './saving-words'
import { openingInWords } from './seats-words'
import './publish-sure.css'

interface PublishSureProps {
  open: boolean
  /** Null while something is missing. */
  plan: Plan | null
  preview: PlanPreview | null
  busy: boolean
  now: number
  onYes: (plan: Plan) => void
  onNo: () => void
}

/** Asks once more before residents see it, and shows what they will see. */
export function PublishSure({ open, plan, preview, busy, now, onYes, onNo }: PublishSureProps) {
  return (
    <Confirm
      open={open && plan !== null}
      title="发布？"
      body={plan ? <WhatResidentsSee plan={plan} preview={preview} now={now} /> : null}
      yes="发布"
      no="再看看"
      busy={busy}
      onYes={() => plan && onYes(plan)}
      onNo={onNo}
    />
  )
}

/** What residents will see once it is published, and from when they can book. */
function WhatResidentsSee(props: { plan: Plan; preview: PlanPreview | null; now: number }) {
  const { plan, preview, now } = props
  const starts = firstStart(plan, now)
  const when = plan.when.kind === 'rule' ? ruleInWords(plan.when.rule) : whenInShort(plan.when)
  return (
    <>
      <View className="sees-title">{plan.title}</View>
      <View className="number">{`${when}，${plan.place}`}</View>
      <View className="number">
        {plan.seating === null
          ? '不用报名，直接来。'
          : starts === null
            ? '日子都过了，没人能报。'
            : `${openingInWords(plan.seating, starts, now)}。`}
      </View>
      {preview && preview.roomClashes > 0 ? (
        <View className="sees-clash">{`有 ${preview.roomClashes} 次房间里还有别的。`}</View>
      ) : null}
      <View className="note">居民马上在课程和日历里看到。</View>
    </>
  )
}
