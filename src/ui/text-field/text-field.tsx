import { Input, View } from '@tarojs/components'
import { aria } from '../aria'
import { FieldError } from '../field-error/field-error'
import './text-field.css'

/** How much is left is said once little is; of numbers and times never. */
const NEARLY_FULL = 0.7
const COUNTED = 12

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  placeholder?: string
  /** What is wrong and how to mend it, in a sentence. */
  error?: string
}

/** One line of text under its label. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, maxLength, placeholder, error } = props
  const length = Array.from(value).length
  return (
    <View className="text-field">
      <View className="text-label" {...aria({ hidden: true })}>
        {label}
      </View>
      <FieldError>{error}</FieldError>
      <Input
        className={error ? 'text-input text-input-wrong' : 'text-input'}
        placeholderClass="field-placeholder"
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        onInput={(event) => onChange(event.detail.value)}
        {...aria({ label: error ? `${label}，${error}` : label })}
      />
      <View className="text-note">
        {length > maxLength * NEARLY_FULL && maxLength >= COUNTED ? (
          <View className="text-count" {...aria({ hidden: true })}>
            {length} / {maxLength}
          </View>
        ) : null}
      </View>
    </View>
  )
}
