import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Activity } from '@/features/activities/activity-words'
import { useActivity } from '@/features/activities/use-activity'
import { getWords } from '@/features/activities/wording'
import { Unread } from '@/features/answer-states'
import { CentreDesk, useCentresWhere } from '@/features/centre-desk'
import type { ComingLesson } from '@/features/lessons/change-draft'
import { ChangeForm } from '@/features/lessons/change-form'
import { LessonChoice } from '@/features/lessons/lesson-choice'
import { worksFor } from '@/features/me/holds-role'
import { goFigures } from '@/features/navigation/figure-routes'
import { useNow } from '@/features/use-now'
import { Button } from '@/ui/button/button'
import { Screen } from '@/ui/screen/screen'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { useDesk } from '@/ui/surface/desk'
import './lesson.css'

/** 改期、取消, for staff: one lesson of an activity, and what its residents will read. */
export default function LessonPage() {
  useDesk()
  const { activityId = '', poolId = '' } = useRouter().params
  const now = useNow()
  const answer = useActivity(activityId)
  const [chosen, choose] = useState<string | null>(null)
  const here = useCentresWhere(
    (me, centreId) => activityId.startsWith(`${centreId}.`) && worksFor(me, centreId),
  )
  const { value: activity } = answer
  const pool = activity?.pools.find((one) => one.poolId === poolId)
  const lessons =
    poolId === '' && activity
      ? allLessons(activity)
      : (pool?.occurrences ?? activity?.walkIns ?? [])
  const only = lessons.length === 1 ? lessons[0]! : null
  const lesson = lessons.find(({ occurrenceId }) => occurrenceId === chosen) ?? only
  return (
    <Screen back title="改期、取消">
      <CentreDesk here={here} whom="工作人员" now={now}>
        {activity === null ? (
          answer.failure ? (
            <Unread answer={answer} words={getWords} now={now} />
          ) : (
            <Skeleton kind="list" />
          )
        ) : (
          <View className="desk-columns">
            <View className="lesson-pane">
              <Section title={activity.title} note="改哪一课">
                <LessonChoice
                  lessons={lessons}
                  chosen={lesson?.occurrenceId ?? null}
                  now={now}
                  onChoose={choose}
                />
              </Section>
              <Button
                kind="ghost"
                block
                icon="people"
                onTap={() => goFigures.message(activityId, poolId)}
              >
                给全班说句话
              </Button>
            </View>
            <View>
              {lesson ? (
                <ChangeForm
                  key={`${lesson.occurrenceId} ${lesson.startsAt} ${lesson.state} ${lesson.place}`}
                  title={activity.title}
                  lesson={lesson}
                  now={now}
                  onDone={() => void answer.refresh()}
                />
              ) : null}
            </View>
          </View>
        )}
      </CentreDesk>
    </Screen>
  )
}

/** Every lesson of an activity once, whatever pool its seats are in; soonest first. */
function allLessons({ pools, walkIns }: Activity): ComingLesson[] {
  const all = [...pools.flatMap(({ occurrences }) => occurrences), ...walkIns]
  const each = new Map(all.map((lesson) => [lesson.occurrenceId, lesson]))
  return [...each.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
