import { View } from '@tarojs/components'
import { TextArea as NutTextArea } from '@nutui/nutui-react-taro'
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
 * A few lines of text under their label; in a browser the field itself lies within Taro's. In
 * subpackages only: NutUI's weight stays out of the tabs.
 */
export function TextArea({ label, value, onChange, maxLength, placeholder }: TextAreaProps) {
  return (
    <View className="text-area">
      <View className="text-area-label" {...aria({ hidden: true })}>
        {label}
      </View>
      <NutTextArea
        value={value}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxLength={maxLength}
        onChange={onChange}
        cursorSpacing={96}
        {...(process.env.TARO_ENV === 'h5' ? { nativeProps: aria({ label }) } : aria({ label }))}
      />
      <View className="text-area-count" {...aria({ hidden: true })}>
        {`${value.length} / ${maxLength}`}
      </View>
    </View>
  )
}
