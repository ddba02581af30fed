import { useCentre } from '@/features/centres/use-centre'
import { DistrictDesk } from '@/features/district-desk'
import { keepsDistrict } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { goFigures } from '@/features/navigation/figure-routes'
import { NewCentre, NewCentreFoot } from '@/features/new-centre/new-centre'
import { useOpening } from '@/features/new-centre/use-opening'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** 开一个新中心, for the district: one question a screen. */
export default function OpenCentrePage() {
  const now = useNow()
  const me = useMe()
  const { centres, refresh } = useCentre()
  const opening = useOpening(() => {
    // What everybody else on this phone shows asks again at once.
    void refresh()
    goFigures.back()
  })
  const footer = keepsDistrict(me.value) ? <NewCentreFoot opening={opening} /> : null
  return (
    <Screen back title="开一个新中心" footer={footer}>
      <DistrictDesk now={now}>
        <NewCentre opening={opening} centres={centres} />
      </DistrictDesk>
    </Screen>
  )
}
