import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import { Choice } from '@/ui/choice/choice'
import { Section } from '@/ui/section/section'
import { PHONES, type Phone, STEPS, STEPS_NOTE } from './calendar-words'
import './calendar-steps.css'

/** How the address gets into the phone's own calendar, by the kind of phone. */
export function CalendarSteps() {
  const [phone, setPhone] = useState<Phone>('apple')
  const note = STEPS_NOTE[phone]
  return (
    <Section title="怎么放进手机日历">
      <Choice label="您的手机" options={PHONES} value={phone} onChange={setPhone} />
      <View className="calendar-steps" {...aria({ role: 'list' })}>
        {STEPS[phone].map((step, index) => (
          <View key={step} className="calendar-step" {...aria({ role: 'listitem' })}>
            <View className="calendar-step-mark number">{index + 1}</View>
            <View className="calendar-step-words">{step}</View>
          </View>
        ))}
      </View>
      {note ? <View className="note calendar-steps-note">{note}</View> : null}
    </Section>
  )
}
