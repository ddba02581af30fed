import { TextField } from '@/ui/text-field/text-field'
import { SPOKEN_CODE_LENGTH, spokenCodeOf } from './spoken-code-words'

interface SpokenCodeFieldProps {
  value: string
  onChange: (code: string) => void
}

/** Where somebody writes down the code that is read out to them. */
export function SpokenCodeField({ value, onChange }: SpokenCodeFieldProps) {
  return (
    <TextField
      label="对方念的口令"
      value={value}
      maxLength={SPOKEN_CODE_LENGTH}
      placeholder="6 位字母和数字"
      onChange={(text) => onChange(spokenCodeOf(text))}
    />
  )
}
