import { View } from '@tarojs/components'
import { isOnTheDay } from '@/domain/queue/on-the-day'
import { parseInstant } from '@/domain/time/instant'
import { aria } from '@/ui/aria'
import { READING, sentenceFor } from '../refusal-words'
import { callUpOf, nextInWords } from './call-up-words'
import { useCallUp } from './use-call-up'
import { queueNowWords } from './wording'
import './queue-standing.css'

interface QueueStandingProps {
  poolId: string
  /** When the clinic begins and ends. */
  startsAt: string
  endsAt: string
  /** Milliseconds since the epoch. */
  now: number
}

/** On a ticket, on the day of a clinic: which number is called, and how many are before mine. */
export function QueueStanding({ poolId, startsAt, endsAt, now }: QueueStandingProps) {
  const clinic = { startsAt: parseInstant(startsAt), endsAt: parseInstant(endsAt) }
  return isOnTheDay(clinic, now) ? <Line poolId={poolId} now={now} /> : null
}

function Line({ poolId, now }: { poolId: string; now: number }) {
  const { value, failure } = useCallUp(poolId)
  if (!value && !failure) return null
  // A queue moves: what was so a while ago is not said as if it were now.
  const words = failure
    ? `暂时看不到叫到几号：${sentenceFor(queueNowWords, READING, failure, now).title}`
    : nextInWords(callUpOf(value!))
  return (
    <View className="queue-standing number" {...aria({ role: 'status', live: 'polite' })}>
      {words}
    </View>
  )
}
