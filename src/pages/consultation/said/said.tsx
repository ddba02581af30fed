import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Unread } from '@/features/answer-states'
import { briefTitle, standing } from '@/features/consultation/brief-words'
import { Course } from '@/features/consultation/course'
import { Rating } from '@/features/consultation/rating'
import { StateLine } from '@/features/consultation/state-line'
import { useFeedback } from '@/features/consultation/use-consultations'
import { getFeedbackWords } from '@/features/consultation/wording'
import { FEEDBACK_NAMES, isUnderWay, stepNames } from '@/features/consultation/words'
import { go } from '@/features/navigation/routes'
import { useNow } from '@/features/use-now'
import { Card } from '@/ui/card/card'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import './said.css'

/** What I said about the centre, and its answer. */
export default function Said() {
  const { params } = useRouter<{ consultationId: string }>()
  const consultationId = params.consultationId ?? ''
  const now = useNow()
  const answer = useFeedback(consultationId)
  const said = answer.value
  if (!said) {
    return (
      <Screen back title="反映">
        {answer.failure ? (
          <Unread
            answer={answer}
            words={getFeedbackWords}
            now={now}
            gone={{ label: '看看还有哪些', onTap: () => go.consultationInstead('mine') }}
          />
        ) : (
          <Skeleton kind="detail" />
        )}
      </Screen>
    )
  }
  const { title, next } = standing(said, now)
  return (
    <Screen back title="反映" onRefresh={answer.refresh}>
      <View className="note number">{briefTitle(said)}</View>
      <View className="title">{title}</View>
      <View className="number said-next">{next}</View>
      <StateLine names={stepNames('feedback')} at={isUnderWay(said.state) ? 0 : 1} />
      {said.entries.length > 0 ? (
        <Section title="答复">
          <Card>
            <Course entries={said.entries} service="feedback" now={now} />
          </Card>
        </Section>
      ) : null}
      <Section title="我说的" note={said.kind ? FEEDBACK_NAMES[said.kind] : undefined}>
        <Card>
          <View className="said-text">{said.text ?? '已经销毁，谁也看不了了。'}</View>
          {said.reach ? <View className="note">{`找我：${said.reach}`}</View> : null}
        </Card>
      </Section>
      {said.mayRate ? (
        <Rating consultationId={consultationId} onRated={() => void answer.refresh()} />
      ) : null}
    </Screen>
  )
}
