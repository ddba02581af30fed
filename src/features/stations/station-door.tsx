import { useState } from 'react'
import { View } from '@tarojs/components'
import { Section } from '@/ui/section/section'
import { PhotoDesk } from './photo-desk'
import { StationPhoto } from './station-photo'
import type { Station } from './station-view'

interface StationDoorProps {
  station: Station
  /** Whether this person looks after the station. */
  keeps: boolean
  onSignIn: () => void
  /** Another picture hangs, or none. */
  onChanged: () => void
}

/** What the door looks like, and for staff the way to put a picture there; nothing without either. */
export function StationDoor({ station, keeps, onSignIn, onChanged }: StationDoorProps) {
  const { stationId, name, photo, photoShape } = station
  const [missing, setMissing] = useState<string | null>(null)
  const seen = photo !== null && photo !== missing
  if (!seen && !keeps) return null
  return (
    <Section title="门口的样子">
      {photo !== null && seen ? (
        <StationPhoto
          key={photo}
          {...{ stationId, name, photo, shape: photoShape }}
          onMissing={() => setMissing(photo)}
        />
      ) : photo !== null ? (
        <View className="note">照片这会儿看不到，连上网再看。</View>
      ) : null}
      {keeps ? (
        <PhotoDesk
          stationId={stationId}
          hung={photo !== null}
          onSignIn={onSignIn}
          onChanged={onChanged}
        />
      ) : null}
    </Section>
  )
}
