import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { goLessons } from '@/features/navigation/lesson-routes'
import { goProgramme } from '@/features/navigation/programme-routes'
import { go } from '@/features/navigation/routes'
import { PlanDetail } from '@/features/programme/plan-detail'
import { StaffPage } from '@/features/staff-page'

/** One activity as it stands, for staff. */
export default function OnePage() {
  const { activityId = '' } = useRouter().params
  return (
    <StaffPage back="排课" title="活动" of={activityId}>
      {(_, now) => (
        <View className="desk-columns">
          <PlanDetail
            activityId={activityId}
            now={now}
            onEdit={() => goProgramme.plan(activityId)}
            onLessons={() => goLessons.change(activityId, '')}
            onSee={() => go.activity(activityId)}
            onGone={goProgramme.back}
          />
        </View>
      )}
    </StaffPage>
  )
}
