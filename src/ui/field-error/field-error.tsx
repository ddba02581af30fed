import { View } from '@tarojs/components'
import { aria } from '../aria'
import './field-error.css'

interface FieldErrorProps {
  /** What is wrong and how to mend it, in a sentence. */
  children?: string | undefined
}

/** Stands between a label and its field, where no keyboard covers it. */
export function FieldError({ children }: FieldErrorProps) {
  return (
    <View {...aria({ live: 'polite' })}>
      {children ? <View className="field-error">{children}</View> : null}
    </View>
  )
}
