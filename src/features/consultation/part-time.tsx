import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { CHANNEL_NAMES } from '@/domain/consultation/words'
import { useAppearance } from '@/ui/appearance'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button/button'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Tap } from '@/ui/tap/tap'
import { Unread } from '../answer-states'
import type { Answered } from '../use-answer'
import type { Draft, Slot } from './draft'
import { FormPart } from './form-part'
import { type DayOfSlots, daysOf, slotInWords, slotTime } from './times'
import { slotsWords } from './wording'
import '@/ui/tile/tile.css'
import './part-time.css'

interface TimePartProps {
  /** Null where only another time will do. */
  wait: string | null
  channel: Draft['channel']
  time: Draft['time']
  onTime: (time: Draft['time']) => void
  slots: Answered<'consultation.slots'>
  first: boolean
  now: number
  title: string
}

/** The free times by day, or that the centre is to find one. */
export function TimePart(props: TimePartProps) {
  const { channel, time, onTime, slots, now, wait } = props
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [shown, setShown] = useState(large ? 2 : 4)
  const value = slots.value
  const days = value ? daysOf(value.slots, channel, now) : null
  const chosen = time !== null && time !== 'wait' ? time : null
  const gone = chosen !== null && value !== null && !isOffered(value.slots, chosen)
  useEffect(() => {
    if (gone) onTime(null)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each time that is gone
  }, [gone])

  return (
    <FormPart
      first={props.first}
      title={props.title}
      note={chosen ? `选的是 ${slotInWords(chosen, now)}，${chosen.place}` : '都是还空着的时间。'}
    >
      {days === null ? (
        slots.failure ? (
          <Unread answer={slots} words={slotsWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : days.length === 0 ? (
        <View className="time-none">{noneInWords(value?.slots ?? [], channel)}</View>
      ) : (
        days
          .slice(0, shown)
          .map((day) => <Day key={day.date} day={day} chosen={chosen} onTime={onTime} />)
      )}
      {days && days.length > shown ? (
        <Button kind="quiet" block onTap={() => setShown(shown + (large ? 2 : 4))}>
          看后面的日子
        </Button>
      ) : null}
      {wait ? (
        <Tap
          className={time === 'wait' ? 'time-wait tile-on' : 'time-wait'}
          role="radio"
          pressed={time === 'wait'}
          onTap={() => onTime('wait')}
        >
          <View className="time-wait-title">都不合适，等中心安排</View>
          <View className="note">{wait}</View>
        </Tap>
      ) : null}
    </FormPart>
  )
}

interface DayProps {
  day: DayOfSlots
  chosen: Slot | null
  onTime: (slot: Slot) => void
}

function Day({ day, chosen, onTime }: DayProps) {
  return (
    <View className="time-day">
      <View className="time-date" {...aria({ role: 'heading' })}>
        {day.day}
        <View className="note">{day.slots[0]?.place}</View>
      </View>
      <View className="time-chips" {...aria({ role: 'radiogroup', label: day.day })}>
        {day.slots.map((slot) => {
          const on = slot.poolId === chosen?.poolId
          return (
            <Tap
              key={slot.poolId}
              className={on ? 'time-chip tile-on' : 'time-chip'}
              role="radio"
              pressed={on}
              label={`${day.day} ${slotTime(slot)}`}
              onTap={() => onTime(slot)}
            >
              {slotTime(slot)}
            </Tap>
          )
        })}
      </View>
    </View>
  )
}

const isOffered = (slots: readonly Slot[], { poolId }: Slot): boolean =>
  slots.some((slot) => slot.poolId === poolId)

function noneInWords(slots: readonly Slot[], channel: Draft['channel']): string {
  return slots.length === 0
    ? '这阵子的时间都约满了。'
    : `空着的时间都不能用${CHANNEL_NAMES[channel]}谈，上一步可以换一种。`
}
