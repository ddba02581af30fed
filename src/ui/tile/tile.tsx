import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Tap } from '../tap/tap'
import './tile.css'

interface TilesProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of many short words, each on a tile of its own. */
export function Tiles<Value extends string>(props: TilesProps<Value>) {
  const { label, options, value, onChange } = props
  return (
    <View className="tiles" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <Tap
            key={option.value}
            role="radio"
            pressed={on}
            className={on ? 'tile tile-on' : 'tile'}
            onTap={() => onChange(option.value)}
          >
            {option.label}
          </Tap>
        )
      })}
    </View>
  )
}
