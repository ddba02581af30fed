import { Chip, ChipRow } from '@/ui/chip/chip'

interface OptionChipsProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of a few short words, side by side. */
export function OptionChips<Value extends string>(props: OptionChipsProps<Value>) {
  const { label, options, value, onChange } = props
  return (
    <ChipRow label={label}>
      {options.map((option) => (
        <Chip
          key={option.value}
          selected={option.value === value}
          onTap={() => onChange(option.value)}
        >
          {option.label}
        </Chip>
      ))}
    </ChipRow>
  )
}
