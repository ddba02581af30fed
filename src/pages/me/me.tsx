import { useState } from 'react'
import { Copied, Unread } from '@/features/answer-states'
import { signOut } from '@/features/devices/sign-out'
import { useMe } from '@/features/me/use-me'
import { goDevices } from '@/features/navigation/device-routes'
import { goLessons } from '@/features/navigation/lesson-routes'
import { go } from '@/features/navigation/routes'
import { UnreadLine } from '@/features/notices/unread-line'
import { PersonaSheet } from '@/features/persona/persona-sheet'
import { usePersonas } from '@/features/persona/use-personas'
import type { Booking } from '@/features/seats/booking'
import { attending } from '@/features/seats/attending'
import { BookingCard } from '@/features/seats/booking-card'
import { CancelConfirm } from '@/features/seats/cancel-confirm'
import { Earlier } from '@/features/seats/earlier'
import { visitsOf } from '@/features/seats/my-bookings'
import { UnansweredNote } from '@/features/seats/unanswered-note'
import { useMine } from '@/features/seats/use-mine'
import { mineWords } from '@/features/seats/wording'
import { useNow } from '@/features/use-now'
import { useDoors } from '@/features/use-served'
import { useLiveEntries } from '@/features/waitlist/live-entries'
import { offerInWords } from '@/features/waitlist/offers'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 我的: what I booked, how I want the screens, what is kept about me. */
export default function MePage() {
  const now = useNow()
  const doors = useDoors()
  const mine = useMine()
  const me = useMe()
  const waits = useLiveEntries(mine)
  const { offered, current, atDesk, signsIn } = usePersonas()
  const [asked, setAsked] = useState<Booking | null>(null)
  const [switching, setSwitching] = useState(false)
  const visits = visitsOf(mine.bookings ?? [], now)
  const persona = offered.find(({ name }) => name === current)
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
      <Section title="要去的" note={visits.length > 0 ? `${visits.length} 个` : undefined}>
        <Copied answer={mine} now={now} />
        {mine.bookings === null ? (
          mine.failure ? (
            <Unread answer={mine} words={mineWords} now={now} />
          ) : (
            <Skeleton kind="list" />
          )
        ) : visits.length > 0 ? (
          visits.map((visit) => (
            <BookingCard
              key={visit.booking.bookingId}
              visit={visit}
              now={now}
              onOpen={() => go.activity(visit.booking.activityId, visit.booking.poolId)}
              onTicket={() => go.ticket(visit.booking.bookingId)}
              onCancel={() =>
                attending(visit.booking)[1]
                  ? go.ticket(visit.booking.bookingId, 'yes')
                  : setAsked(visit.booking)
              }
            />
          ))
        ) : (
          <Card>
            <Empty
              scene={mine.visitor ? 'gate' : 'ticket'}
              title={mine.visitor ? '还没选身份' : '还没有要去的'}
              note={mine.visitor ? '选一个身份，就能报名' : '讲座、夜校、孩子的课，都能在这里报'}
              action={
                mine.visitor
                  ? { label: '选身份', onTap: () => setSwitching(true) }
                  : { label: '找课报名', onTap: () => go.tab('courses') }
              }
            />
          </Card>
        )}
      </Section>
      {mine.visitor ? null : <Earlier now={now} onOpen={go.activity} />}
      <Section title="设置">
        <Card>
          <Facts
            items={doors([
              {
                icon: 'ticket',
                title: '我的预约和反映',
                needs: 'consultation.mine',
                label: '看我的预约和反映',
                onTap: () => go.consultation('mine'),
              },
              { icon: 'clock', title: '我的候补', needs: 'waitlist.mine', onTap: go.waitlist },
              { icon: 'check', title: '我的摇号', needs: 'ballot.mine', onTap: go.ballots },
              { icon: 'info', title: '没来的记录', needs: 'attendance.mine', onTap: go.attendance },
              {
                icon: 'info',
                title: '通知',
                needs: 'notices.mine',
                note: '课改期、取消了，写在这里',
                onTap: goLessons.notices,
              },
              {
                icon: 'me',
                title: me.value?.nickname ?? '称呼、常去的中心',
                note: '称呼不公开',
                label: '改称呼和常去的中心',
                onTap: go.settings,
              },
              {
                icon: 'people',
                title: '家里人',
                needs: 'family.list',
                note: '替孩子和老人报名',
                label: '家里人',
                onTap: go.family,
              },
              ...(me.value?.calendarAddress === undefined
                ? []
                : [
                    {
                      icon: 'calendar-plus' as const,
                      title: '放进手机日历',
                      note: me.value.calendarAddress ? '在用着' : '报好的课，手机日历里就有',
                      label: '放进手机日历',
                      onTap: go.phoneCalendar,
                    },
                  ]),
              {
                icon: 'text-size',
                title: '字的大小、白天和夜间',
                label: '改字的大小、白天和夜间',
                onTap: go.settings,
              },
              {
                icon: 'lock',
                title: '我的资料怎么保存',
                label: '看我的资料怎么保存',
                onTap: go.about,
              },
              ...(signsIn ? [atDesk ? SIGN_OUT : SIGN_IN] : []),
              ...(offered.length > 0 && !atDesk
                ? [
                    {
                      icon: 'swap' as const,
                      title: '换个身份试试',
                      note: persona ? `现在是${persona.label}` : '本机演示才有',
                      label: '换个身份试试',
                      onTap: () => setSwitching(true),
                    },
                  ]
                : []),
            ])}
          />
        </Card>
      </Section>
      <CancelConfirm
        booking={asked}
        now={now}
        onClose={() => setAsked(null)}
        onCancelled={() => void mine.refresh()}
      />
      <PersonaSheet open={switching} onClose={() => setSwitching(false)} />
    </Screen>
  )
}

const SIGN_IN: Fact = {
  icon: 'qr',
  title: '在电脑上登录',
  note: '用手机扫一扫，不用密码',
  label: '在电脑上登录',
  onTap: goDevices.signIn,
}

const SIGN_OUT: Fact = {
  icon: 'close',
  title: '退出这台电脑',
  note: '用完退出，别人就看不到您的',
  label: '退出这台电脑',
  onTap: () => void signOut(),
}
