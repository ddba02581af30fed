import { useState } from 'react'
import { View } from '@tarojs/components'
import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { AUDIENCE_NAMES, SEALS } from '@/domain/calendar/seal'
import { Button } from '@/ui/button/button'
import { TextArea } from '@/ui/text-area/text-area'
import { TextField } from '@/ui/text-field/text-field'
import { OptionChips } from './option-chips'
import { PLAN_LIMITS } from './plan'
import type { Wrong } from './plan-check'
import type { PlanForm } from './plan-form'
import { WrongLine } from './wrong-line'
import './what-part.css'

const KINDS = CATEGORIES.map((value) => ({ value, label: SEALS[value].name }))
const FOR_WHOM = AUDIENCES.map((value) => ({ value, label: AUDIENCE_NAMES[value] }))

interface WhatPartProps {
  form: PlanForm
  wrong: Wrong
  onChange: (part: Partial<PlanForm>) => void
}

/** What it is and for whom; the rest, which a lecture can do without, behind one tap. */
export function WhatPart({ form, wrong, onChange }: WhatPartProps) {
  return (
    <>
      <TextField
        label="名字"
        value={form.title}
        maxLength={PLAN_LIMITS.title}
        placeholder="比如：大讲堂：冬天怎么防滑"
        {...(wrong.title && { error: wrong.title })}
        onChange={(title) => onChange({ title })}
      />
      <OptionChips
        label="哪一类"
        options={KINDS}
        value={form.category}
        onChange={(category) => onChange({ category })}
      />
      <OptionChips
        label="给谁的"
        options={FOR_WHOM}
        value={form.audience}
        onChange={(audience) => onChange({ audience })}
      />
    </>
  )
}

/** Who holds it, for which ages, what it costs, what to bring, and a few lines about it. */
export function MorePart({ form, wrong, onChange }: WhatPartProps) {
  const said = moreInWords(form)
  const [opened, open] = useState(false)
  const faulty = wrong.ages ?? wrong.fee ?? wrong.host ?? wrong.bring ?? wrong.description
  if (!opened && faulty === undefined) {
    return (
      <View className="more-part">
        <View className="more-said">{said}</View>
        <Button kind="quiet" onTap={() => open(true)} label={`补充：${said}`}>
          补充
        </Button>
      </View>
    )
  }
  return (
    <>
      <TextField
        label="谁来讲"
        value={form.host}
        maxLength={PLAN_LIMITS.host}
        placeholder="老师或单位；别写电话"
        {...(wrong.host && { error: wrong.host })}
        onChange={(host) => onChange({ host })}
      />
      <View className="more-two">
        <TextField
          label="几岁起"
          value={form.youngest}
          maxLength={3}
          placeholder="不限"
          onChange={(youngest) => onChange({ youngest })}
        />
        <TextField
          label="到几岁"
          value={form.oldest}
          maxLength={3}
          placeholder="不限"
          onChange={(oldest) => onChange({ oldest })}
        />
      </View>
      <WrongLine text={wrong.ages} />
      <TextField
        label="费用（元）"
        value={form.fee}
        maxLength={8}
        placeholder="空着就是免费"
        {...(wrong.fee && { error: wrong.fee })}
        onChange={(fee) => onChange({ fee })}
      />
      <TextField
        label="要带什么"
        value={form.bring}
        maxLength={PLAN_LIMITS.bring}
        placeholder="空着就是什么都不用带"
        {...(wrong.bring && { error: wrong.bring })}
        onChange={(bring) => onChange({ bring })}
      />
      <TextArea
        label="介绍几句"
        value={form.description}
        maxLength={PLAN_LIMITS.description}
        placeholder="讲什么、怎么上、注意什么"
        onChange={(description) => onChange({ description })}
      />
      <WrongLine text={wrong.description} />
    </>
  )
}

/** 示例老师 · 6–10 岁 · 20 元; what is said so far of what a lecture can do without. */
function moreInWords({ host, youngest, oldest, fee, bring, description }: PlanForm): string {
  const both = youngest && oldest ? `${youngest}–${oldest} 岁` : null
  const one = youngest ? `${youngest} 岁以上` : oldest ? `${oldest} 岁以下` : '不限年龄'
  const parts = [
    host.trim() || null,
    both ?? one,
    fee.trim() ? `${fee.trim()} 元` : '免费',
    bring.trim() ? `带${bring.trim()}` : null,
    description.trim() ? '有介绍' : null,
  ]
  return parts.filter(Boolean).join(' · ')
}
