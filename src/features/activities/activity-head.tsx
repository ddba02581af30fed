import { View } from '@tarojs/components'
import { AUDIENCE_NAMES, SEALS } from '@/domain/calendar/seal'
import { Pieces } from '@/ui/pieces/pieces'
import { Seal } from '@/ui/seal/seal'
import { type Activity, factsLine } from './activity-words'
import './activity-head.css'

/** What it is, in its seal, its name and a line of facts. */
export function ActivityHead({ activity }: { activity: Activity }) {
  const { category, audience } = activity
  const kind =
    audience === 'everyone'
      ? SEALS[category].name
      : `${SEALS[category].name} · ${AUDIENCE_NAMES[audience]}`
  return (
    <View className="activity-head">
      <Seal category={category} size={52} />
      <View className="activity-words">
        <View className="title">{activity.title}</View>
        <View className="note number">
          <Pieces>{`${kind} · ${factsLine(activity)}`}</Pieces>
        </View>
      </View>
    </View>
  )
}
