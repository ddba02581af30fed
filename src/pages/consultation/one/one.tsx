import { useRouter } from '@tarojs/taro'
import { Unread } from '@/features/answer-states'
import { useConsultation } from '@/features/consultation/use-consultations'
import { getWords } from '@/features/consultation/wording'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Screen } from '@/ui/screen/screen'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { OneDetail } from './one-detail'

/** One of my consultations. */
export default function One() {
  const { params } = useRouter<{ consultationId: string }>()
  const now = useNow()
  const answer = useConsultation(params.consultationId ?? '')
  return (
    <Screen back title="预约" onRefresh={answer.refresh}>
      {answer.value ? (
        <OneDetail consultation={answer.value} now={now} onChanged={() => void answer.refresh()} />
      ) : answer.failure ? (
        <Unread
          answer={answer}
          words={getWords}
          now={now}
          gone={{ label: '看看还有哪些', onTap: () => go.consultationInstead('mine') }}
        />
      ) : (
        <Skeleton kind="detail" />
      )}
    </Screen>
  )
}
