import { View } from '@tarojs/components'
import { stationOpening } from '@/domain/stations/opening'
import type { StationBrief } from '@/domain/stations/station'
import type { HolidayMarks } from '@/domain/stations/station-hours'
import { aria } from '@/ui/aria'
import { Tag } from '@/ui/tag/tag'
import { Distance } from './distance'
import { openingTag } from './station-words'
import './station-head.css'

interface StationHeadProps {
  station: StationBrief
  marks: HolidayMarks
  now: number
  /** From the origin, in metres; null where none is known. */
  distance: number | null
  from: string
}

/** What it is called, whether it is open, and how far it is. */
export function StationHead({ station, marks, now, distance, from }: StationHeadProps) {
  const opening = station.hours && stationOpening(station.hours, now, marks)
  const tag = openingTag(station, opening, now)
  return (
    <View className="station-head">
      <View className="title" {...aria({ role: 'heading' })}>
        {station.name}
      </View>
      <View className="station-head-state">
        <Tag tone={tag.tone}>{tag.text}</Tag>
        {distance === null ? null : (
          <>
            <Distance metres={distance} />
            <View className="note">{`离${from}`}</View>
          </>
        )}
      </View>
    </View>
  )
}
