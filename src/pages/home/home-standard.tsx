import { Unread } from '@/features/answer-states'
import { TodayProgramme } from '@/features/calendar/today-programme'
import { listWords } from '@/features/calendar/wording'
import { callCentre, showWayTo } from '@/features/centres/use-centre'
import { LawyerDoor } from '@/features/lawyer-door'
import { go } from '@/features/navigation/routes'
import { NearestDoor } from '@/features/nearest-door'
import { bookedPools, visitsOf } from '@/features/seats/my-bookings'
import { NextTicket } from '@/features/seats/next-ticket'
import { Door, Doors } from '@/ui/door/door'
import { Section } from '@/ui/section/section'
import type { HomeBodyProps } from './home-body'
import { HomeHead } from './home-head'

/** 首页 in 标准. */
export function HomeStandard({ centre, week, mine, today, now, onWay }: HomeBodyProps) {
  const bookings = mine.bookings ?? []
  const [visit] = visitsOf(bookings, now)
  return (
    <>
      <HomeHead centre={centre} week={week} mine={mine} today={today} now={now} />
      {visit ? (
        <NextTicket
          visit={visit}
          now={now}
          onShow={() => go.ticket(visit.booking.bookingId)}
          onOpen={() => go.activity(visit.booking.activityId, visit.booking.poolId)}
        />
      ) : null}
      {week.value ? (
        <TodayProgramme
          occurrences={week.value.occurrences}
          today={today}
          now={now}
          bookedPools={bookedPools(bookings)}
          onOpen={go.activity}
          onAll={() => go.tab('calendar')}
        />
      ) : (
        <Unread answer={week} words={listWords} now={now} />
      )}
      <Section title="要帮忙">
        <Doors>
          <LawyerDoor week={week} today={today} />
          <NearestDoor centre={centre} now={now} />
        </Doors>
      </Section>
      <Section title="找中心">
        <Doors>
          <Door seal="phone" title="打电话" note="有事问一声" onTap={() => callCentre(centre)} />
          <Door
            seal="way"
            title="怎么去"
            note="在地图上看"
            onTap={() => {
              if (!showWayTo(centre)) onWay()
            }}
          />
        </Doors>
      </Section>
    </>
  )
}
