import { View } from '@tarojs/components'
import { Unread } from '@/features/answer-states'
import { stillToday } from '@/features/calendar/today-words'
import { listWords } from '@/features/calendar/wording'
import { go } from '@/features/navigation/routes'
import { whoInWords } from '@/features/seats/attending'
import { spokenWhen, visitsOf, visitTitle } from '@/features/seats/my-bookings'
import { Button } from '@/ui/button/button'
import { Door, Doors } from '@/ui/door/door'
import type { HomeBodyProps } from './home-body'
import { HomeHead } from './home-head'
import './home-large.css'

/** 首页 in 大字: the next visit, what an elder comes for, and quietly the rest; the call is its foot. */
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
            note={[spokenWhen(visit, now), visit.occurrence.place, whoInWords(visit.booking)]
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
          note={mine.bookings && (visits.length > 0 ? `${visits.length} 个` : '还没有')}
          onTap={() => go.tab('me')}
        />
        <Door seal="help" title="找人帮我" note="家里人、中心的人" onTap={go.help} />
      </Doors>
      {week.value ? null : <Unread answer={week} words={listWords} now={now} />}
      <View className="home-more">
        <Button kind="quiet" block label="更多：找课、驿站、问律师、设置" onTap={go.more}>
          更多
        </Button>
      </View>
    </>
  )
}
