import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { ChoiceButton } from './choice-button'
import './filter-chips.css'

interface FilterChipsProps<Value extends string> {
  /** 给谁的 */
  label: string
  /** What the choice of nothing is called. */
  all: string
  options: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value | null) => void
}

/** One of a few to narrow a list down to, or all: chips in 标准, a button in 大字. */
export function FilterChips<Value extends string>(props: FilterChipsProps<Value>) {
  const { label, all, options, value, onChange } = props
  const large = useAppearance(({ scale }) => scale) === 'large'
  if (large) {
    return (
      <View className="filter-button">
        <ChoiceButton
          label={label}
          options={[{ value: '', label: all }, ...options]}
          value={value ?? ''}
          onChange={(next) => onChange(next === '' ? null : next)}
        />
      </View>
    )
  }
  return (
    <ChipRow label={label}>
      <Chip selected={value === null} onTap={() => onChange(null)}>
        {all}
      </Chip>
      {options.map((option) => (
        <Chip
          key={option.value}
          selected={value === option.value}
          onTap={() => onChange(option.value)}
        >
          {option.label}
        </Chip>
      ))}
    </ChipRow>
  )
}
