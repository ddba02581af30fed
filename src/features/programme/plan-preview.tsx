import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { Sheet } from '@/ui/sheet/sheet'
import { DaysGrid } from './days-grid'
import type { Plan } from './plan'
import type { PlanForm } from './plan-form'
import { plannedDays, restChoices, restDaysOf, restQuestion, withDay } from './plan-dates'
import { LessonRows } from './lesson-rows'
import { clashesInWords } from './preview-words'
import type { WhenForm } from './when-form'
import type { PlanPreview } from './saving-words'
import './plan-preview.css'

interface PlanPreviewProps {
  form: PlanForm
  /** Null while something is missing. */
  plan: Plan | null
  /** What the server says of it; null while that is not known. */
  preview: PlanPreview | null
  today: string
  onChange: (when: WhenForm) => void
}

/** The days that come of a plan, what falls on a holiday, and whose room it is. */
export function PlanPreviewPane({ form, plan, preview, today, onChange }: PlanPreviewProps) {
  const [asked, ask] = useState<string | null>(null)
  const days = useMemo(() => (plan ? plannedDays(plan.when) : []), [plan])
  const clashes = useMemo(() => clashDays(preview), [preview])
  if (plan === null) {
    return (
      <Section title="排出来的日子">
        <Card>
          <View className="note">写好名字、日子、时间和地点，这里马上排出每一次。</View>
        </Card>
      </Section>
    )
  }
  const rule = plan.when.kind === 'rule' ? plan.when.rule : null
  const restDays = rule ? restDaysOf(rule) : []
  const byRule = form.when.way === 'weekly' || form.when.way === 'monthly'
  const held = asked !== null && days.some(({ date }) => date === asked)
  const clash = preview && clashesInWords(preview)
  return (
    <>
      {rule && restDays.length > 0 && form.when.way !== 'kept' ? (
        <Section title={restQuestion(restDays)}>
          <Choice
            label="遇节假日怎么办"
            options={restChoices(rule)}
            value={form.when.onRestDays}
            onChange={(onRestDays) => onChange({ ...form.when, onRestDays })}
          />
        </Section>
      ) : null}
      <Section title="排出来的日子" note={`${days.filter(({ date }) => date).length} 次`}>
        {clash ? (
          <View className="preview-clash" {...aria({ role: 'status' })}>
            {clash}
          </View>
        ) : null}
        {byRule ? (
          <>
            <DaysGrid
              days={days}
              clashes={clashes}
              category={form.category}
              today={today}
              onDay={ask}
            />
            <View className="note preview-hint">点一天，可以停一次，或者加一次。</View>
          </>
        ) : null}
        <LessonRows plan={plan} days={days} preview={preview} today={today} />
      </Section>
      <Sheet
        open={asked !== null}
        title={asked === null ? '' : dateInWords(asked, today)}
        onClose={() => ask(null)}
      >
        <View className="preview-day">{held ? '这一天有一次。' : '这一天没有安排。'}</View>
        <Button
          block
          kind={held ? 'danger' : 'primary'}
          onTap={() => {
            if (asked !== null) onChange(withDay(form.when, asked, !held))
            ask(null)
          }}
        >
          {held ? '这一天停一次' : '这一天加一次'}
        </Button>
      </Sheet>
    </>
  )
}

function clashDays(preview: PlanPreview | null): ReadonlySet<string> {
  const lessons = preview?.lessons.filter(({ room }) => room !== null) ?? []
  return new Set(lessons.map(({ startsAt }) => dateOf(parseInstant(startsAt))))
}
