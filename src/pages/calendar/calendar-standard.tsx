import { useState } from 'react'
import { Copied, Unread } from '@/features/answer-states'
import { AudienceChips } from '@/features/audience-chips'
import { firstSelected, monthOf } from '@/features/calendar/month-model'
import { Agenda, Month } from '@/features/calendar/month-view'
import { useMonth } from '@/features/calendar/use-calendar'
import { listWords } from '@/features/calendar/wording'
import { useCentre } from '@/features/centres/use-centre'
import { listWords as centreWords } from '@/features/centres/wording'
import { go } from '@/features/navigation/routes'
import { bookedPools } from '@/features/seats/my-bookings'
import { useMine } from '@/features/seats/use-mine'
import { useToday } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

type AudienceChoice = Parameters<typeof AudienceChips>[0]['value']

/** 日历 in 标准: a month at a glance and what is on, on the selected day. */
export function CalendarStandard() {
  const { now, today } = useToday()
  const here = useCentre()
  const mine = useMine()
  // Until a day is chosen the screen follows today: past midnight, and when the first answer
  // tells a phone that its clock is wrong.
  const [chosen, choose] = useState<{ month: string; date: string } | null>(null)
  const { month, date: selected } = chosen ?? { month: monthOf(today), date: today }
  const [audience, setAudience] = useState<AudienceChoice>(null)
  const answer = useMonth(here.centre?.centreId ?? null, month)
  const { value } = answer

  return (
    <Screen tab title="日历" onRefresh={answer.refresh}>
      {here.centre === null && here.failure ? (
        <Unread answer={here} words={centreWords} now={now} />
      ) : here.centre === null ? (
        <Skeleton kind="calendar" />
      ) : (
        <>
          <Month
            value={value}
            month={month}
            today={today}
            selected={selected}
            audience={audience}
            onSelect={(date) => choose({ month, date })}
            onMonth={(next) => choose({ month: next, date: firstSelected(next, today) })}
          />
          <AudienceChips value={audience} onChange={setAudience} />
          <Copied answer={answer} now={now} />
          {value ? (
            <Agenda
              value={value}
              date={selected}
              audience={audience}
              bookedPools={bookedPools(mine.bookings ?? [])}
              now={now}
              onOpen={go.activity}
              onWhole={() => setAudience(null)}
            />
          ) : answer.failure ? (
            <Unread answer={answer} words={listWords} now={now} />
          ) : (
            <Skeleton kind="list" />
          )}
        </>
      )}
    </Screen>
  )
}
