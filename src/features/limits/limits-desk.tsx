import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/card'
import { Empty } from '@/ui/empty/empty'
import { Row, Rows } from '@/ui/row/row'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Copied, Unread } from '../answer-states'
import { ActivitySheet } from './activity-sheet'
import { CentreLimit } from './centre-limit'
import { limitLine } from './desk-words'
import { useLimits } from './use-limits'
import { getWords } from './wording'
import './limits.css'

interface LimitsDeskProps {
  centreId: string
  /** Milliseconds since the epoch. */
  now: number
}

/** 报名限制, for staff: what keeps seats fair in a centre and in each of its activities. */
export function LimitsDesk({ centreId, now }: LimitsDeskProps) {
  const answer = useLimits(centreId)
  const [asked, setAsked] = useState<string | null>(null)
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="list" />
    return <Unread answer={answer} words={getWords} now={now} />
  }
  const { coursesPerTerm, activities } = answer.value
  const { refresh } = answer
  return (
    <>
      <Copied answer={answer} now={now} />
      <View className="desk-columns">
        <CentreLimit centreId={centreId} coursesPerTerm={coursesPerTerm} refresh={refresh} />
        <Section title="每个活动" note={activities.length > 0 ? '点开来设' : undefined}>
          {activities.length === 0 ? (
            <Card>
              <Empty
                scene="tea"
                title="还没有要报名的活动"
                note="排了要报名的活动，在这里设限制。"
              />
            </Card>
          ) : (
            <Rows label="每个活动">
              {activities.map((one) => {
                const line = limitLine(one, now)
                return (
                  <Row
                    key={one.activityId}
                    seal={one.category}
                    title={one.title}
                    note={line}
                    label={`${one.title}，${line}`}
                    onTap={() => setAsked(one.activityId)}
                  />
                )
              })}
            </Rows>
          )}
        </Section>
      </View>
      <ActivitySheet
        limited={activities.find(({ activityId }) => activityId === asked) ?? null}
        all={activities}
        centreId={centreId}
        now={now}
        refresh={refresh}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
