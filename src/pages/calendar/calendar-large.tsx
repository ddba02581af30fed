import { useState } from 'react'
import { Copied, Unread } from '@/features/answer-states'
import { DayList } from '@/features/calendar/day-list'
import { firstDayOf, NearDays, TODAY } from '@/features/calendar/near-days'
import { useWeek } from '@/features/calendar/use-calendar'
import { listWords } from '@/features/calendar/wording'
import { useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { bookedPools } from '@/features/seats/my-bookings'
import { useMine } from '@/features/seats/use-mine'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 今天有什么: one thing a line, by when, what and where; 明天 and what comes after are one tap on. */
export function CalendarLarge() {
  const { now, today } = useToday()
  const here = useCentre()
  const mine = useMine()
  const [near, show] = useState(TODAY)
  const answer = useWeek(here.centre?.centreId ?? null, firstDayOf(near, today))
  const unread = here.centre === null && here.failure !== null

  return (
    <Screen tab title="今天有什么" onRefresh={answer.refresh}>
      <NearDays value={near} onChange={show} />
      <Copied answer={answer} now={now} />
      {answer.value ? (
        <DayList
          value={answer.value}
          near={near}
          today={today}
          now={now}
          bookedPools={bookedPools(mine.bookings ?? [])}
          onOpen={go.activity}
          onShow={show}
        />
      ) : unread ? (
        <Unread answer={here} words={centreWords} now={now} />
      ) : answer.failure ? (
        <Unread answer={answer} words={listWords} now={now} />
      ) : (
        <Skeleton kind="list" />
      )}
    </Screen>
  )
}
