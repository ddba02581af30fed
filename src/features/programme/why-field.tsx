import { TextArea } from '@/ui/text-area/text-area'
import { OptionChips } from './option-chips'
import { PLAN_LIMITS } from './plan'
import { WrongLine } from './wrong-line'

/** What it mostly is: one tap in place of a sentence. */
const USUAL = ['老师临时有事', '场地临时要用', '天气不好', '报名的人太少'].map((value) => ({
  value,
  label: value,
}))

interface WhyFieldProps {
  value: string
  wrong?: string | undefined
  onChange: (reason: string) => void
}

/** Why something changes, as residents will read it. */
export function WhyField({ value, wrong, onChange }: WhyFieldProps) {
  return (
    <>
      <TextArea
        label="为什么"
        value={value}
        maxLength={PLAN_LIMITS.reason.most}
        placeholder="大家在通知里看到这句话，别写姓名和病情"
        onChange={onChange}
      />
      <OptionChips label="常用的原因" options={USUAL} value={value.trim()} onChange={onChange} />
      <WrongLine text={wrong} />
    </>
  )
}
