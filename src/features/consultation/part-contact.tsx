import { View } from '@tarojs/components'
import { LIMITS } from '@/domain/consultation/consultation'
import { Choice } from '@/ui/choice/choice'
import { TextField } from '@/ui/text-field/text-field'
import { FormPart, type PartProps } from './form-part'
import { CHANNEL_CHOICES } from './words'
import './part-contact.css'

/** By what name to call somebody. */
export function NamePart({ draft, onChange, first }: PartProps) {
  return (
    <FormPart first={first} title="怎么称呼您" note="见面时好叫您，不用写全名。">
      <TextField
        label="称呼"
        value={draft.name}
        maxLength={LIMITS.name}
        placeholder="王女士"
        onChange={(name) => onChange({ name })}
      />
    </FormPart>
  )
}

const REACH = { phone: '电话号码', wechat: '微信号', 'in-person': '' } as const

/** How the two meet; a number only where one is needed. */
export function ChannelPart({ draft, onChange, first }: PartProps) {
  const { channel, time } = draft
  return (
    <FormPart first={first} title="想怎么谈">
      <View className="contact-channel">
        <Choice
          label="想怎么谈"
          options={CHANNEL_CHOICES}
          value={channel}
          onChange={(next) => {
            const offered = time === null || time === 'wait' || time.channels.includes(next)
            onChange({ channel: next, ...(offered ? {} : { time: null }) })
          }}
        />
      </View>
      {channel === 'in-person' ? null : (
        <View className="contact-where">
          <TextField
            label={REACH[channel]}
            value={draft.reach}
            maxLength={LIMITS.contact}
            onChange={(reach) => onChange({ reach })}
          />
        </View>
      )}
    </FormPart>
  )
}
