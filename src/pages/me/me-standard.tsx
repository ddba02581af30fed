import { MeDoors } from '@/features/me-doors'
import { useMe } from '@/features/me/use-me'
import { MyVisits } from '@/features/my-visits'
import { goLessons } from '@/features/navigation/lesson-routes'
import { go } from '@/features/navigation/routes'
import { UnreadLine } from '@/features/notices/unread-line'
import { BookingCard } from '@/features/seats/booking-card'
import { Earlier } from '@/features/seats/earlier'
import { visitsOf } from '@/features/seats/my-bookings'
import { UnansweredNote } from '@/features/seats/unanswered-note'
import { useMine } from '@/features/seats/use-mine'
import { useNow } from '@/features/use-now'
import { useLiveEntries } from '@/features/waitlist/live-entries'
import { offerInWords } from '@/features/waitlist/offers'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'

/** 我的 in 标准: what I booked, how I want the screens, what is kept about me. */
export function MeStandard() {
  const now = useNow()
  const mine = useMine()
  const me = useMe()
  const waits = useLiveEntries(mine)
  const count = visitsOf(mine.bookings ?? [], now).length
  const held = offerInWords(waits.value, now)

  return (
    <Screen
      tab
      title="我的"
      onRefresh={() => Promise.all([mine.refresh(), me.refresh(), waits.refresh()])}
    >
      <UnansweredNote />
      <UnreadLine unread={mine.unread} onOpen={goLessons.notices} />
      {held ? (
        <Button block icon="clock" onTap={go.waitlist}>
          {held}
        </Button>
      ) : null}
      <Section title="要去的" note={count > 0 ? `${count} 个` : undefined}>
        <MyVisits
          mine={mine}
          now={now}
          card={(visit, acts) => (
            <BookingCard key={visit.booking.bookingId} visit={visit} now={now} {...acts} />
          )}
          find={{
            note: '讲座、夜校、孩子的课，都能在这里报',
            label: '找课报名',
            onTap: () => go.tab('courses'),
          }}
        />
      </Section>
      {mine.visitor ? null : <Earlier now={now} onOpen={go.activity} />}
      <MeDoors me={me} />
    </Screen>
  )
}
