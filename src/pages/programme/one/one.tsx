import { useRouter } from '@tarojs/taro'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import { worksFor } from '@/features/me/holds-role'
import { goLessons } from '@/features/navigation/lesson-routes'
import { goProgramme } from '@/features/navigation/programme-routes'
import { go } from '@/features/navigation/routes'
import { PlanDetail } from '@/features/programme/plan-detail'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'

/** One activity as it stands, for staff. */
export default function OnePage() {
  const { activityId = '' } = useRouter().params
  const now = useNow()
  const here = useCentresWhere((me, id) => activityId.startsWith(`${id}.`) && worksFor(me, id))
  return (
    <Screen back="排课" title="排课">
      <CentreDesk here={here} whom="工作人员" now={now}>
        <PlanDetail
          activityId={activityId}
          now={now}
          onEdit={() => goProgramme.plan(activityId)}
          onLessons={() => goLessons.change(activityId, '')}
          onSee={() => go.activity(activityId)}
          onGone={goProgramme.back}
        />
      </CentreDesk>
    </Screen>
  )
}
