import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { useAppearanceChoice } from './use-settings'

const SCALES = [
  { value: 'auto', label: '跟随手机', note: '手机字体调大了，这里也大' },
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大字', note: '字大，按钮大，一屏只做一件事' },
] as const

const SCHEMES = [
  { value: 'auto', label: '跟随手机' },
  { value: 'day', label: '白天' },
  { value: 'night', label: '夜间', note: '暗底，晚上不晃眼' },
] as const

/** 标准 or 大字, 白天 or 夜间. */
export function AppearanceChoices() {
  const { choice, choose } = useAppearanceChoice()
  return (
    <>
      <Section title="字的大小">
        <Choice
          label="字的大小"
          options={SCALES}
          value={choice.scale}
          onChange={(scale) => choose({ scale })}
        />
      </Section>
      <Section title="白天和夜间">
        <Choice
          label="白天和夜间"
          options={SCHEMES}
          value={choice.scheme}
          onChange={(scheme) => choose({ scheme })}
        />
      </Section>
    </>
  )
}
