import { useRouter } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { AmendForm } from '@/features/consultation/amend-form'
import { useConsultation } from '@/features/consultation/use-consultations'
import { getWords } from '@/features/consultation/wording'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 改一改: what I wrote, to be changed or added to. */
export default function Amend() {
  const { params } = useRouter<{ consultationId: string }>()
  const now = useNow()
  const answer = useConsultation(params.consultationId ?? '')
  if (answer.value?.content) {
    return <AmendForm consultation={answer.value} onChanged={go.back} />
  }
  return (
    <Screen back title="预约">
      {answer.failure ? (
        <Unread answer={answer} words={getWords} now={now} />
      ) : (
        <Skeleton kind="detail" />
      )}
    </Screen>
  )
}
