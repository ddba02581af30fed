import { useCountdown } from './use-countdown'
import { countdownInWords } from './waiting-wording'

/** How long until an instant (milliseconds), second by second in the last minute. */
export function Countdown({ until }: { until: number }) {
  return <>{countdownInWords(until, useCountdown(until))}</>
}
