import type { StationFinder, StationQuery } from '@/domain/stations/finder'
import { Empty } from '@/ui/empty/empty'
import { chipToLift, type StationFilter, toggled } from './filter'

interface NoStationProps {
  finder: StationFinder
  question: Pick<StationQuery, 'origin' | 'now' | 'marks'>
  filter: StationFilter
  onChange: (filter: StationFilter) => void
}

/** No station fits: which chip to lift so that one does. */
export function NoStation({ finder, question, filter, onChange }: NoStationProps) {
  const lift = chipToLift(finder, question, filter)
  if (lift) {
    return (
      <Empty
        scene="gate"
        title="没有合适的驿站"
        note={`不要求“${lift.label}”，就有了`}
        action={{ label: `去掉“${lift.label}”`, onTap: () => onChange(toggled(filter, lift.want)) }}
      />
    )
  }
  const anything = filter.open !== null || filter.facilities.length > 0
  return anything ? (
    <Empty
      scene="gate"
      title="没有合适的驿站"
      note="几样都放宽了再看"
      action={{ label: '看全部驿站', onTap: () => onChange({ open: null, facilities: [] }) }}
    />
  ) : (
    <Empty scene="gate" title="名单里还没有驿站" note="有了就会出现在这里，先问问附近的中心" />
  )
}
