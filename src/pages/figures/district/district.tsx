import { DistrictDesk } from '@/features/district-desk'
import { DistrictFigures } from '@/features/figures/district-figures'
import { goFigures } from '@/features/navigation/figure-routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 区里的数字, for the district: every centre by month, and the way to a new one. */
export default function DistrictFiguresPage() {
  useDesk()
  const now = useNow()
  return (
    <Screen back title="区里的数字">
      <DistrictDesk now={now}>
        <DistrictFigures now={now} />
        <Button kind="ghost" block icon="home" onTap={goFigures.open}>
          开一个新中心
        </Button>
      </DistrictDesk>
    </Screen>
  )
}
