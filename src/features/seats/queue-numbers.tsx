import { Text, View } from '@tarojs/components'
import { attendeeName, attending } from './attending'
import type { Attendee, Booking } from './booking'
import './queue-numbers.css'

const STATES: Readonly<Record<NonNullable<Attendee['state']>, string | null>> = {
  waiting: null,
  called: '叫到了，请进',
  seen: '看过了',
  absent: '叫过，没等到人',
}

/** The numbers by which those of a booking are called; nothing where a pool is not numbered. */
export function QueueNumbers({ booking }: { booking: Booking }) {
  const numbers = attending(booking).flatMap((attendee) => {
    const { number, state } = attendee
    if (number === null) return []
    return [{ number, name: attendeeName(attendee), state: state && STATES[state] }]
  })
  if (numbers.length === 0) return null
  const several = numbers.length > 1
  return (
    <View className="queue-numbers">
      {numbers.map(({ number, name, state }) => {
        const words = [several ? name : null, state].filter(Boolean).join(' · ')
        return (
          <View key={number} className="queue-number">
            <View className="queue-figure">
              {number}
              <Text className="queue-unit"> 号</Text>
            </View>
            {words ? <View className="note">{words}</View> : null}
          </View>
        )
      })}
    </View>
  )
}
