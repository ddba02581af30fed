import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { CentreFigures } from '@/features/figures/centre-figures'
import { worksFor } from '@/features/me/holds-role'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 中心的数字, for staff: how full, who came, who waited, by month. */
export default function CentreFiguresPage() {
  useDesk()
  const now = useNow()
  const here = useCentresWhere(worksFor)
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="中心的数字">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <CentreFigures
          key={centreId}
          centreId={centreId}
          shortName={here.centre?.shortName ?? ''}
          now={now}
        />
      </CentreDesk>
    </Screen>
  )
}
