import { Input, View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon/icon'
import { Tap } from '../tap/tap'
import './search-field.css'

interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
  placeholder: string
  onSubmit?: () => void
  maxLength?: number
}

/** One line to search by. */
export function SearchField(props: SearchFieldProps) {
  const { value, onChange, placeholder, onSubmit, maxLength = 40 } = props
  return (
    <View className="search-field">
      <Icon name="search" />
      <Input
        className="search-input"
        placeholderClass="field-placeholder"
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        confirmType="search"
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onSubmit?.()}
        {...aria({ label: placeholder })}
      />
      {value ? (
        <Tap className="search-clear" label="清空" onTap={() => onChange('')}>
          <Icon name="close" size={16} />
        </Tap>
      ) : null}
    </View>
  )
}
