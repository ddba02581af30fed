import { Copied } from '@/features/answer-states'
import { TodayHead } from '@/features/calendar/today-head'
import { openingOf } from '@/features/centres/opening'
import { go } from '@/features/navigation/routes'
import { HeldOffer } from '@/features/seats/held-offer'
import { UnansweredNote } from '@/features/seats/unanswered-note'
import type { HomeBodyProps } from './home-body'

/** How 首页 begins in either scale: the day, whether the centre is open, what may be stale, what waits for me. */
export function HomeHead(props: Pick<HomeBodyProps, 'centre' | 'week' | 'mine' | 'today' | 'now'>) {
  const { centre, week, mine, today, now } = props
  return (
    <>
      <TodayHead
        today={today}
        day={week.value?.days.find(({ date }) => date === today)}
        opening={openingOf(centre, now)}
        now={now}
      />
      <Copied answer={week} now={now} />
      <UnansweredNote />
      <HeldOffer mine={mine} now={now} onOpen={go.waitlist} />
    </>
  )
}
