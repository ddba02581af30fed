import { chooseCentre, useCentre } from '@/features/centres/use-centre'
import { worksFor } from '@/features/me/holds-role'
import { Profile } from '@/features/me/profile'
import { useMe } from '@/features/me/use-me'
import { go } from '@/features/navigation/routes'
import { AppearanceChoices } from '@/features/settings/appearance-choices'
import { Card } from '@/ui/card/card'
import { Facts } from '@/ui/facts/facts'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'

/** How I want the screens, what to call me, and my usual centre. */
export default function Settings() {
  const { centres } = useCentre()
  const me = useMe()
  const isStaff = centres.some(({ centreId }) => worksFor(me.value, centreId))
  return (
    <Screen back title="设置">
      <AppearanceChoices />
      <Profile centres={centres} onHomeCentre={chooseCentre} />
      {isStaff ? (
        <Section title="工作人员">
          <Card>
            <Facts
              items={[
                {
                  icon: 'pin',
                  title: '管驿站',
                  note: '答复大家说的，用 Excel 表更新名单',
                  label: '管驿站',
                  onTap: go.stationList,
                },
              ]}
            />
          </Card>
        </Section>
      ) : null}
    </Screen>
  )
}
