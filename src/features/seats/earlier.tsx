import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { EarlierRows } from './earlier-rows'
import { useEarlier } from './use-mine'
import { mineWords } from './wording'

interface EarlierProps {
  now: number
  onOpen: (activityId: string) => void
}

/** What was before, asked for only when somebody wants to see it. */
export function Earlier({ now, onOpen }: EarlierProps) {
  const [wanted, setWanted] = useState(false)
  const earlier = useEarlier(wanted)
  if (!wanted) {
    return (
      <Section title="以前的">
        <Button kind="ghost" block onTap={() => setWanted(true)}>
          看以前报过的
        </Button>
      </Section>
    )
  }
  return (
    <Section title="以前的">
      <Copied answer={earlier} now={now} />
      {earlier.bookings === null ? (
        earlier.failure ? (
          <Unread answer={earlier} words={mineWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : earlier.bookings.length > 0 ? (
        <EarlierRows bookings={earlier.bookings} now={now} onOpen={onOpen} />
      ) : (
        <View className="note">去过的和退掉的会留在这里。</View>
      )}
    </Section>
  )
}
