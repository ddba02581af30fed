import { Row, Rows } from '@/ui/row/row'
import { listLine, type Summary, summaryTag } from './activity-words'

interface SummaryRowsProps {
  activities: readonly Summary[]
  now: number
  onOpen: (activityId: string) => void
}

/** Activities in a list: what, when, for whom, and whether there is a seat. */
export function SummaryRows({ activities, now, onOpen }: SummaryRowsProps) {
  return (
    <Rows label="课程和活动">
      {activities.map((activity) => {
        const tag = summaryTag(activity, now)
        const line = listLine(activity)
        return (
          <Row
            key={activity.activityId}
            seal={activity.category}
            title={activity.title}
            note={line}
            tag={tag}
            label={`${activity.title}，${line}，${tag.text}`}
            onTap={() => onOpen(activity.activityId)}
          />
        )
      })}
    </Rows>
  )
}
