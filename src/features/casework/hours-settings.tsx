import { View } from '@tarojs/components'
import { CHANNELS, type Channel } from '@/domain/consultation/consultation'
import { CHANNEL_NAMES } from '@/domain/consultation/words'
import { Chip } from '@/ui/chip/chip'
import { Card } from '@/ui/card/card'
import { TextField } from '@/ui/text-field/text-field'
import { aria } from '@/ui/aria'
import { Section } from '@/ui/section/section'
import type { HoursDraft, SlotMinutes } from './hours-draft'
import './hours-settings.css'

const LENGTHS: readonly SlotMinutes[] = [15, 20, 30, 45, 60]

interface HoursSettingsProps {
  draft: HoursDraft
  onChange: (change: Partial<HoursDraft>) => void
}

/** How long a slot is, where, and how they can meet: the same for the whole month. */
export function HoursSettings({ draft, onChange }: HoursSettingsProps) {
  const { slotMinutes, place, channels } = draft
  const swap = (channel: Channel): void =>
    onChange({
      channels: CHANNELS.filter((one) => (one === channel) !== channels.includes(one)),
    })
  return (
    <Section title="一次多久，在哪儿">
      <Card>
        <Line label="一次">
          {LENGTHS.map((minutes) => (
            <Chip
              key={minutes}
              selected={minutes === slotMinutes}
              onTap={() => onChange({ slotMinutes: minutes })}
            >
              {`${minutes} 分钟`}
            </Chip>
          ))}
        </Line>
        <Line label="怎么谈" many>
          {CHANNELS.map((channel) => (
            <Chip
              key={channel}
              many
              selected={channels.includes(channel)}
              onTap={() => swap(channel)}
            >
              {CHANNEL_NAMES[channel]}
            </Chip>
          ))}
        </Line>
        <TextField
          label="在哪儿见"
          value={place}
          maxLength={60}
          placeholder="比如：一楼接待室"
          onChange={(text) => onChange({ place: text })}
        />
      </Card>
    </Section>
  )
}

interface LineProps {
  label: string
  many?: boolean
  children: JSX.Element[]
}

function Line({ label, many, children }: LineProps) {
  return (
    <View className="hours-line">
      <View className="hours-line-label" {...aria({ hidden: true })}>
        {label}
      </View>
      <View className="hours-line-chips" {...aria({ role: many ? 'group' : 'radiogroup', label })}>
        {children}
      </View>
    </View>
  )
}
