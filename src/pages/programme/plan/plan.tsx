import { useRouter } from '@tarojs/taro'
import { goProgramme } from '@/features/navigation/programme-routes'
import { PlanEditor } from '@/features/programme/plan-editor'
import { StaffPage } from '@/features/staff-page'

/** One activity in a form, for staff: a new one, or a change of one. */
export default function PlanPage() {
  const { centreId: of, activityId } = useRouter().params
  return (
    <StaffPage title={activityId ? '改一改' : '新开一个'} of={activityId || of}>
      {(centreId, now) => (
        <PlanEditor
          key={centreId}
          centreId={centreId}
          activityId={activityId || null}
          now={now}
          onSaved={goProgramme.oneInstead}
        />
      )}
    </StaffPage>
  )
}
