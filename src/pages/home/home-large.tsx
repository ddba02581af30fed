import { View } from '@tarojs/components'
import { Unread } from '@/features/answer-states'
import { stillToday } from '@/features/calendar/today-words'
import { listWords } from '@/features/calendar/wording'
import type { Centre } from '@/features/centres/current-centre'
import { callCentre } from '@/features/centres/use-centre'
import { go } from '@/features/navigation/routes'
import { whoInWords } from '@/features/seats/attending'
import { visitsOf, visitTitle, visitWhen } from '@/features/seats/my-bookings'
import { Button } from '@/ui/button/button'
import { Door, Doors } from '@/ui/door/door'
import type { HomeBodyProps } from './home-body'
import { HomeHead } from './home-head'
import { LawyerDoor } from './lawyer-door'
import { StationDoor } from './station-door'

/** 首页 in 大字: the next visit, four things and the telephone. */
export function HomeLarge({ centre, week, mine, today, now }: HomeBodyProps) {
  const visits = visitsOf(mine.bookings ?? [], now)
  const [visit] = visits
  const left = week.value ? stillToday(week.value.occurrences, today, now).length : null
  return (
    <>
      <HomeHead centre={centre} week={week} mine={mine} today={today} now={now} />
      <Doors>
        {visit ? (
          <Door
            first
            seal="walk"
            title={visitTitle(visit)}
            note={[visitWhen(visit, now), visit.occurrence.place, whoInWords(visit.booking)]
              .filter(Boolean)
              .join('，')}
            onTap={() => go.ticket(visit.booking.bookingId)}
          />
        ) : null}
        <Door
          seal="today"
          title="今天有什么"
          note={left === null ? undefined : left > 0 ? `还有 ${left} 件事` : '今天没有了，看看明天'}
          onTap={() => go.tab('calendar')}
        />
        <Door
          seal="booked"
          title="我报的名"
          note={visits.length > 0 ? `${visits.length} 个` : '还没有，字的大小也在这里调'}
          onTap={() => go.tab('me')}
        />
        <Door
          seal="courses"
          title="找课报名"
          note="讲座、夜校、孩子的课"
          onTap={() => go.tab('courses')}
        />
        <StationDoor centre={centre} now={now} />
        <LawyerDoor week={week} today={today} />
      </Doors>
      {week.value ? null : <Unread answer={week} words={listWords} now={now} />}
    </>
  )
}

/** The one button that always helps. */
export function CallFooter({ centre }: { centre: Centre }) {
  return (
    <View className="call-centre">
      <Button kind="call" block icon="phone" onTap={() => callCentre(centre)}>
        打电话给中心
      </Button>
    </View>
  )
}
