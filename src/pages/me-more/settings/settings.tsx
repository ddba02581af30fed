import { chooseCentre, useCentre } from '@/features/centres/use-centre'
import {
  callsNumbersIn,
  directs,
  marksAttendanceIn,
  servicesIn,
  worksFor,
} from '@/features/me/holds-role'
import { Profile } from '@/features/me/profile'
import { useMe } from '@/features/me/use-me'
import { goAttendance } from '@/features/navigation/attendance-routes'
import { goDesk } from '@/features/navigation/casework-routes'
import { goBallot } from '@/features/navigation/ballot-routes'
import { goPeople } from '@/features/navigation/people-routes'
import { goDevices } from '@/features/navigation/device-routes'
import { goQueue } from '@/features/navigation/queue-routes'
import { go } from '@/features/navigation/routes'
import { goWaitlist } from '@/features/navigation/waitlist-routes'
import { goStaff } from '@/features/navigation/staff-routes'
import { AppearanceChoices } from '@/features/settings/appearance-choices'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'

/** How I want the screens, what to call me, and my usual centre. */
export default function Settings() {
  const { centres } = useCentre()
  const me = useMe()
  const isStaff = centres.some(({ centreId }) => worksFor(me.value, centreId))
  const isProfessional = centres.some(({ centreId }) => servicesIn(me.value, centreId).length > 0)
  const callsNumbers = centres.some(({ centreId }) => callsNumbersIn(me.value, centreId))
  const marksAttendance = centres.some(({ centreId }) => marksAttendanceIn(me.value, centreId))
  const isDirector = centres.some(({ centreId }) => directs(me.value, centreId))
  const work = [
    ...(marksAttendance ? [MARKING] : []),
    ...(isProfessional ? FOR_PROFESSIONALS : []),
    ...(callsNumbers ? [CALLING] : []),
    ...(isStaff ? FOR_STAFF : []),
    ...(isDirector ? FOR_DIRECTORS : []),
  ]
  return (
    <Screen back title="设置">
      <AppearanceChoices />
      <Profile centres={centres} onHomeCentre={chooseCentre} />
      {me.visitor ? null : (
        <Section title="电脑上">
          <Card>
            <Facts items={AT_DESKS} />
          </Card>
        </Section>
      )}
      {work.length > 0 ? (
        <Section title="工作人员">
          <Card>
            <Facts items={work} />
          </Card>
        </Section>
      ) : null}
      <Section title="来中心帮忙">
        <Card>
          <Facts items={INVITED} />
        </Card>
      </Section>
    </Screen>
  )
}

const AT_DESKS: Fact[] = [
  {
    icon: 'lock',
    title: '我的设备',
    note: '在哪些电脑上登录着，让它退出',
    label: '我的设备',
    onTap: goDevices.mine,
  },
  {
    icon: 'qr',
    title: '登录一台电脑',
    note: '扫电脑上的码，或者写六位',
    label: '登录一台电脑',
    onTap: goDevices.approve,
  },
]

const FOR_PROFESSIONALS: Fact[] = [
  {
    icon: 'lock',
    title: '我的受理',
    note: '分给您的，按时限排好',
    label: '我的受理',
    onTap: goDesk.cases,
  },
  {
    icon: 'calendar',
    title: '我的时间',
    note: '点出每周的时间，一次发布一个月',
    label: '我的时间',
    onTap: goDesk.hours,
  },
]

const CALLING: Fact = {
  icon: 'first-aid',
  title: '坐诊叫号',
  note: '叫下一位，没来的再排上',
  label: '坐诊叫号',
  onTap: () => goQueue.desk(),
}

const MARKING: Fact = {
  icon: 'check',
  title: '点名',
  note: '今天的课谁到了，扫码或者点名字，没网也能用',
  label: '点名',
  onTap: goAttendance.day,
}

const FOR_DIRECTORS: Fact[] = [
  {
    icon: 'people',
    title: '谁在这里工作',
    note: '邀请一位，或者拿掉身份',
    label: '谁在这里工作',
    onTap: goPeople.people,
  },
  {
    icon: 'book',
    title: '操作记录',
    note: '谁在什么时候做了什么',
    label: '操作记录',
    onTap: () => goPeople.audit(),
  },
]

const INVITED: Fact[] = [
  {
    icon: 'host',
    title: '接受邀请',
    note: '负责人给了您一个口令，在这里填',
    label: '接受邀请',
    onTap: goPeople.invited,
  },
]

const FOR_STAFF: Fact[] = [
  {
    icon: 'qr',
    title: '墙上的签到码',
    note: '打印出来贴上，居民自己扫',
    label: '墙上的签到码',
    onTap: goAttendance.poster,
  },
  {
    icon: 'info',
    title: '有话说的',
    note: '居民说没来记错了，看一看',
    label: '有话说的',
    onTap: goAttendance.contested,
  },
  {
    icon: 'people',
    title: '管受理',
    note: '请谁来接，答复投诉建议',
    label: '管受理',
    onTap: goDesk.waiting,
  },
  {
    icon: 'clock',
    title: '管候补',
    note: '看谁在等，要紧的提到最前',
    label: '管候补',
    onTap: goWaitlist.lists,
  },
  {
    icon: 'ticket',
    title: '管摇号',
    note: '公布一场，录公开数字',
    label: '管摇号',
    onTap: goBallot.desk,
  },
  {
    icon: 'info',
    title: '报名限制',
    note: '一学期几门，几个班报一个，居民先报',
    label: '报名限制',
    onTap: goStaff.limits,
  },
  {
    icon: 'calendar',
    title: '课程表',
    note: '传平时用的表，看看读得对不对',
    label: '课程表',
    onTap: goStaff.timetable,
  },
  {
    icon: 'pin',
    title: '管驿站',
    note: '答复大家说的，用 Excel 表更新名单',
    label: '管驿站',
    onTap: go.stationList,
  },
]
