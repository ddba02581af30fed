import { useState } from 'react'
import { View } from '@tarojs/components'
import { dateOf } from '@/domain/time/date'
import { instantAt, parseInstant, timeOf, toInstantText } from '@/domain/time/instant'
import { timeTyped } from '@/domain/time/typed'
import { momentInWords } from '@/domain/time/words'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { DayField } from '@/ui/day-field/day-field'
import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'

interface OpeningProps {
  /** An instant; undefined for at once. */
  opensAt: string | undefined
  now: number
  onChange: (opensAt: string | undefined) => void
}

/** From when on seats of new classes can be booked: at once, or from a day and a time on. */
export function OpeningField({ opensAt, now, onChange }: OpeningProps) {
  const at = opensAt === undefined ? null : parseInstant(opensAt)
  const [later, setLater] = useState(at !== null)
  const [day, setDay] = useState(at === null ? '' : dateOf(at))
  const [time, setTime] = useState(at === null ? '9:00' : timeOf(at))
  const typed = timeTyped(time)
  const put = (date: string, clock: string) => {
    const whole = timeTyped(clock)
    if (date !== '' && whole !== null) onChange(toInstantText(instantAt(date, whole)))
  }
  return (
    <Section title="新开的课，什么时候能报名">
      <ChipRow label="新开的课，什么时候能报名">
        <Chip
          selected={!later}
          onTap={() => {
            setLater(false)
            onChange(undefined)
          }}
        >
          现在就开放
        </Chip>
        <Chip
          selected={later}
          onTap={() => {
            setLater(true)
            put(day, time)
          }}
        >
          从某天某时
        </Chip>
      </ChipRow>
      {later ? (
        <>
          <DayField
            label="哪一天开放报名"
            value={day}
            today={dateOf(now)}
            onChange={(date) => {
              setDay(date)
              put(date, time)
            }}
          />
          <TextField
            label="几点开放"
            value={time}
            maxLength={8}
            {...(typed === null && { error: '写几点，比如 9:00' })}
            onChange={(text) => {
              setTime(text)
              put(day, text)
            }}
          />
          <View className="note number timetable-hint">
            {at === null
              ? '还没选哪一天：现在发布就马上开放。'
              : `${momentInWords(at, now)}开放报名`}
          </View>
        </>
      ) : null}
    </Section>
  )
}
