import { Textarea, View } from '@tarojs/components'
import { aria } from '../aria'
import './text-area.css'

interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  placeholder?: string
}

/**
 * A few lines of text under their label. In a browser the field itself lies within Taro's, and only
 * what is handed through to it gives it a name; NutUI's text area hands nothing through.
 */
export function TextArea({ label, value, onChange, maxLength, placeholder }: TextAreaProps) {
  return (
    <View className="text-area">
      <View className="text-area-label" {...aria({ hidden: true })}>
        {label}
      </View>
      <View className="text-area-box">
        <Textarea
          className="text-area-field"
          value={value}
          placeholder={placeholder ?? ''}
          placeholderClass="field-placeholder"
          maxlength={maxLength}
          onInput={(event) => onChange(event.detail.value)}
          cursorSpacing={96}
          {...(process.env.TARO_ENV === 'h5' ? { nativeProps: aria({ label }) } : aria({ label }))}
        />
      </View>
      <View className="text-area-count" {...aria({ hidden: true })}>
        {`${value.length} / ${maxLength}`}
      </View>
    </View>
  )
}
