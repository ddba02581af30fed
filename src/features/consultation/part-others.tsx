import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Button } from '@/ui/button/button'
import { TextField } from '@/ui/text-field/text-field'
import { FormPart, type PartProps } from './form-part'
import './part-others.css'

/** The others of the matter, by name, and why they are asked for. */
export function OthersPart({ draft, onChange, first }: PartProps) {
  const names = draft.otherParties.length > 0 ? draft.otherParties : ['']
  const last = names[names.length - 1] ?? ''
  return (
    <FormPart
      first={first}
      title="对方是谁（可以不写）"
      note="写了名字，才能保证同一位律师或调解员不会见双方。"
    >
      {names.map((name, index) => (
        <View key={index} className="other">
          <TextField
            label={names.length === 1 ? '对方的名字' : `第 ${index + 1} 位`}
            value={name}
            maxLength={LIMITS.name}
            onChange={(next) =>
              onChange({ otherParties: names.map((one, at) => (at === index ? next : one)) })
            }
          />
        </View>
      ))}
      {names.length < LIMITS.parties && last.trim() !== '' ? (
        <Button kind="ghost" block onTap={() => onChange({ otherParties: [...names, ''] })}>
          再加一位
        </Button>
      ) : null}
    </FormPart>
  )
}
