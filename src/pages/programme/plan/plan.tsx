import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goProgramme } from '@/features/navigation/programme-routes'
import { PlanEditor } from '@/features/programme/plan-editor'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'

/** One activity in a form, for staff: a new one, or a change of one. */
export default function PlanPage() {
  useDesk()
  const { centreId: asked = '', activityId = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere(
    (me, id) =>
      (activityId === '' ? asked === '' || id === asked : activityId.startsWith(`${id}.`)) &&
      worksFor(me, id),
  )
  const centreId = here.centre?.centreId ?? ''
  return (
    <Screen back title={activityId === '' ? '新开一个' : '改一改'}>
      <CentreDesk here={here} whom="工作人员" now={now}>
        <PlanEditor
          key={centreId}
          centreId={centreId}
          activityId={activityId || null}
          now={now}
          onSaved={goProgramme.oneInstead}
        />
      </CentreDesk>
    </Screen>
  )
}
