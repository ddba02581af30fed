import { Copied, Unread } from '@/features/answer-states'
import { CalendarAddress } from '@/features/me/calendar-address'
import { calendarAddressWords } from '@/features/me/calendar-words'
import { useCalendarAddress } from '@/features/me/use-calendar-address'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Empty } from '@/ui/empty/empty'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 放进手机日历: the address under which a phone reads what I and my family booked. */
export default function PhoneCalendar() {
  const now = useNow()
  const mine = useCalendarAddress()
  const { value, visitor } = mine
  return (
    <Screen back title="放进手机日历" onRefresh={mine.refresh}>
      {visitor ? (
        <Empty
          scene="gate"
          title="还没选身份"
          note="在“我的”里选一个身份，再回来"
          action={{ label: '去“我的”', onTap: () => go.tab('me') }}
        />
      ) : value === null ? (
        mine.failure ? (
          <Unread answer={mine} words={calendarAddressWords} now={now} />
        ) : (
          <Skeleton kind="list" />
        )
      ) : (
        <>
          <Copied answer={mine} now={now} />
          <CalendarAddress
            known={value}
            address={mine.address}
            busy={mine.sending}
            now={now}
            onMake={mine.make}
            onRevoke={mine.revoke}
          />
        </>
      )}
    </Screen>
  )
}
