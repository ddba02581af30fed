import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { differences } from './differences'
import type { Plan } from './plan'
import { changesInWords, whomInWords } from './preview-words'
import type { PlanPreview } from './saving-words'
import { WhyField } from './why-field'
import './change-part.css'

interface ChangePartProps {
  before: Plan
  plan: Plan | null
  preview: PlanPreview | null
  reason: string
  wrong: string | undefined
  onReason: (reason: string) => void
}

/** What changes of a published activity, whom it concerns, and why; before anything is saved. */
export function ChangePart({ before, plan, preview, reason, wrong, onReason }: ChangePartProps) {
  const changed = plan ? differences(plan, before) : []
  const lessons = preview && changesInWords(preview)
  return (
    <Section title="改了什么">
      <Card>
        <View {...aria({ live: 'polite' })}>
          {changed.length === 0 ? <View className="note">还没有改什么。</View> : null}
          {changed.map(({ key, label, mine, theirs }) => (
            <View key={key} className="change-line number">
              <View className="change-label">{label}</View>
              <View className="change-was">{theirs}</View>
              <View>{`改成 ${mine}`}</View>
            </View>
          ))}
          {lessons ? <View className="change-line number">{`日子：${lessons}`}</View> : null}
          {changed.length > 0 ? (
            <View className="change-line number">
              {preview ? whomInWords(preview) : '正在数有多少人…'}
            </View>
          ) : null}
        </View>
      </Card>
      {preview && preview.people > 0 ? (
        <View className="change-why">
          <WhyField value={reason} wrong={wrong} onChange={onReason} />
        </View>
      ) : null}
    </Section>
  )
}
