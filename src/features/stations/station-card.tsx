import { View } from '@tarojs/components'
import type { FoundStation } from '@/domain/stations/finder'
import { Button } from '@/ui/button/button'
import { Tag } from '@/ui/tag/tag'
import { Tap } from '@/ui/tap/tap'
import { Distance } from './distance'
import { FacilityList } from './facility-list'
import { openingTag, stationInWords, trustInBrief, trustInWords } from './station-words'
import './station-card.css'

interface StationCardProps {
  found: FoundStation
  /** The nearest: large, with what it has and the one button of the screen. */
  first?: boolean
  now: number
  onOpen: () => void
  onWay: () => void
}

/** A station near by: how far, whether open and who says so, and the way there. */
export function StationCard({ found, first = false, now, onOpen, onWay }: StationCardProps) {
  const { station, distance, opening } = found
  const tag = openingTag(station, opening, now)
  const way = (
    <Button
      kind={first ? 'primary' : 'ghost'}
      block={first}
      icon="location"
      label={`带我去${station.name}`}
      onTap={onWay}
    >
      带我去
    </Button>
  )
  const far = <Distance metres={distance} large={first} />
  return (
    <View className={first ? 'station-card station-card-first' : 'station-card'}>
      <Tap className="station-card-words" label={stationInWords(found, now)} onTap={onOpen}>
        <View className="station-card-head">
          <View className="station-card-name">{station.name}</View>
          {first ? far : null}
        </View>
        <View className="note">{station.entrance ?? station.address}</View>
        <View className="station-card-state">
          <Tag tone={tag.tone}>{tag.text}</Tag>
          <View className="note">
            {first ? trustInWords(station, now) : trustInBrief(station, now)}
          </View>
        </View>
        {first ? <FacilityList facilities={station.facilities} /> : null}
      </Tap>
      <View className="station-card-way">
        {first ? null : far}
        {way}
      </View>
    </View>
  )
}
