import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goProgramme } from '@/features/navigation/programme-routes'
import { NewPlan } from '@/features/programme/new-plan'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** 新开一个, for staff: from a template, as the last term, or empty. */
export default function NewPage() {
  useDesk()
  const { centreId: asked = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere((me, id) => (asked === '' || id === asked) && worksFor(me, id))
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title="新开一个">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <NewPlan
          key={centreId}
          centreId={centreId}
          now={now}
          onBegun={() => goProgramme.planNew(centreId)}
        />
      </CentreDesk>
    </Screen>
  )
}
