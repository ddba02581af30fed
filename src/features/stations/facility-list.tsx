import { View } from '@tarojs/components'
import type { Facilities } from '@/domain/stations/facility'
import { Icon } from '@/ui/icon/icon'
import { facilitiesOf, STATE_WORDS } from './station-words'
import './facility-list.css'

/** What a station has, each with its drawing; what is broken is struck and says so. */
export function FacilityList({ facilities }: { facilities: Facilities }) {
  const list = facilitiesOf(facilities)
  if (list.length === 0) return null
  return (
    <View className="facilities">
      {list.map(({ facility, state, name }) => (
        <View key={facility} className={`facility facility-${state}`}>
          <Icon name={facility} size={16} />
          <View className="facility-name">{name}</View>
          {state === 'working' ? null : <View>{STATE_WORDS[state]}</View>}
        </View>
      ))}
    </View>
  )
}
