import { useRouter } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { AnotherTime } from '@/features/consultation/another-time'
import { useConsultation } from '@/features/consultation/use-consultations'
import { getWords } from '@/features/consultation/wording'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'

/** 换个时间: another of the free times for one of my consultations. */
export default function Times() {
  const { params } = useRouter<{ consultationId: string }>()
  const now = useNow()
  const answer = useConsultation(params.consultationId ?? '')
  if (answer.value) {
    return <AnotherTime consultation={answer.value} now={now} onTaken={go.back} />
  }
  return (
    <Screen back title="预约">
      {answer.failure ? (
        <Unread answer={answer} words={getWords} now={now} />
      ) : (
        <Skeleton kind="list" />
      )}
    </Screen>
  )
}
