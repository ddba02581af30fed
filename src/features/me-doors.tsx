import { useState } from 'react'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Section } from '@/ui/section/section'
import { signOut } from './devices/sign-out'
import type { useMe } from './me/use-me'
import { goDevices } from './navigation/device-routes'
import { goLessons } from './navigation/lesson-routes'
import { go } from './navigation/routes'
import { PersonaSheet } from './persona/persona-sheet'
import { usePersonas } from './persona/use-personas'
import { useDoors } from './use-served'

/** What is kept about me and how I want the screens, a line each. */
export function MeDoors({ me }: { me: ReturnType<typeof useMe> }) {
  const doors = useDoors()
  const { offered, current, atDesk, signsIn } = usePersonas()
  const [switching, setSwitching] = useState(false)
  const persona = offered.find(({ name }) => name === current)
  return (
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
      <PersonaSheet open={switching} onClose={() => setSwitching(false)} />
    </Section>
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
