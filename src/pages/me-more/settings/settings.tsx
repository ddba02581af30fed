import { chooseCentre, useCentre } from '@/features/centres/use-centre'
import { Profile } from '@/features/me/profile'
import { AppearanceChoices } from '@/features/settings/appearance-choices'
import { Screen } from '@/ui/screen/screen'

/** How I want the screens, what to call me, and my usual centre. */
export default function Settings() {
  const { centres } = useCentre()
  return (
    <Screen back title="设置">
      <AppearanceChoices />
      <Profile centres={centres} onHomeCentre={chooseCentre} />
    </Screen>
  )
}
