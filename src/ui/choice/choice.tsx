import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './choice.css'

interface ChoiceProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string; note?: string }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange } = props
  return (
    <View className="choice" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <Tap
            key={option.value}
            role="radio"
            pressed={on}
            className="choice-option"
            onTap={() => onChange(option.value)}
          >
            <View className="choice-words">
              <View className={on ? 'choice-label choice-label-on' : 'choice-label'}>
                {option.label}
              </View>
              {option.note ? <View className="choice-note">{option.note}</View> : null}
            </View>
            <View className={on ? 'choice-mark choice-mark-on' : 'choice-mark'}>
              {on ? <Icon name="check" size={16} /> : null}
            </View>
          </Tap>
        )
      })}
    </View>
  )
}
