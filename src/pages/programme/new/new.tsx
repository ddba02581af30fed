import { useRouter } from '@tarojs/taro'
import { goProgramme } from '@/features/navigation/programme-routes'
import { NewPlan } from '@/features/programme/new-plan'
import { StaffPage } from '@/features/staff-page'

/** 新开一个, for staff: from a template, as the last term, or empty. */
export default function NewPage() {
  const { centreId: of } = useRouter().params
  return (
    <StaffPage title="新开一个" of={of}>
      {(centreId, now) => (
        <NewPlan
          key={centreId}
          centreId={centreId}
          now={now}
          onBegun={() => goProgramme.planNew(centreId)}
        />
      )}
    </StaffPage>
  )
}
