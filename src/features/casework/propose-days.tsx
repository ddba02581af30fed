import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Row, Rows } from '@/ui/row/row'
import type { FreeDay } from './free-slots'

/** So many days fit under their heading without a scroll. */
const AT_ONCE = 4

interface ProposeDaysProps {
  days: readonly FreeDay[]
  chosen: FreeDay | null
  onChoose: (day: string | null) => void
}

/** The days with free times under 大字, a few at once; the chosen one alone once it is chosen. */
export function ProposeDays({ days, chosen, onChoose }: ProposeDaysProps) {
  const [from, setFrom] = useState(0)
  if (chosen) {
    return (
      <Button kind="ghost" block onTap={() => onChoose(null)}>
        {`${chosen.day}，换一天`}
      </Button>
    )
  }
  const more = from + AT_ONCE < days.length
  return (
    <>
      <Rows label="哪一天">
        {days.slice(from, from + AT_ONCE).map(({ day, slots }) => (
          <Row key={day} title={day} note={`空 ${slots.length} 个`} onTap={() => onChoose(day)} />
        ))}
      </Rows>
      {days.length > AT_ONCE ? (
        <View className="propose-more">
          <Button kind="ghost" block onTap={() => setFrom(more ? from + AT_ONCE : 0)}>
            {more ? '看后面几天' : '从头看'}
          </Button>
        </View>
      ) : null}
    </>
  )
}
