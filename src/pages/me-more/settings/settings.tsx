import { chooseCentre, useCentre } from '@/features/centres/use-centre'
import { holdsRole } from '@/features/me/holds-role'
import { Profile } from '@/features/me/profile'
import { useMe } from '@/features/me/use-me'
import { go } from '@/features/navigation/routes'
import { goWorkbench } from '@/features/navigation/desk-routes'
import { goPeople } from '@/features/navigation/people-routes'
import { goDevices } from '@/features/navigation/device-routes'
import { AppearanceChoices } from '@/features/settings/appearance-choices'
import { Card } from '@/ui/card/card'
import { type Fact, Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'

/** How I want the screens, what to call me, my usual centre; and the door for those who work in one. */
export default function Settings() {
  const { centres } = useCentre()
  const me = useMe()
  return (
    <Screen back title="设置">
      <AppearanceChoices />
      <Profile centres={centres} onHomeCentre={chooseCentre} />
      {me.visitor ? null : (
        <Section title="我的资料">
          <Card>
            <Facts items={MY_DATA} />
          </Card>
        </Section>
      )}
      {me.visitor ? null : (
        <Section title="电脑上">
          <Card>
            <Facts items={AT_DESKS} />
          </Card>
        </Section>
      )}
      {holdsRole(me.value) ? (
        <Section title="工作人员">
          <Card>
            <Facts items={[WORKBENCH]} />
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

const MY_DATA: Fact[] = [
  {
    icon: 'me',
    title: '我的资料',
    note: '存了什么、留多久，导出一份，注销',
    label: '我的资料',
    onTap: () => go.myData(),
  },
]

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

const WORKBENCH: Fact = {
  icon: 'host',
  title: '工作台',
  note: '今天谁来、哪课满了、什么等着办',
  label: '工作台',
  onTap: goWorkbench.open,
}

const INVITED: Fact[] = [
  {
    icon: 'host',
    title: '接受邀请',
    note: '负责人给了您一个口令，在这里填',
    label: '接受邀请',
    onTap: goPeople.invited,
  },
]
