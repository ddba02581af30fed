import { View } from '@tarojs/components'
import { photoSource } from '@/gateway/stations/photo'
import { Picture } from '@/ui/picture/picture'
import type { Station } from './station-view'
import './station-photo.css'

interface StationPhotoProps {
  stationId: string
  name: string
  photo: string
  shape: Station['photoShape']
  /** It cannot be had now: without network, say, and never seen on this phone. */
  onMissing: () => void
}

/** A phone's own, where an older server does not say; a door is rather high than wide. */
const USUAL = { width: 4, height: 3 }
/** Higher than this it would fill the screen; its upper and lower ends are cut off. */
const HIGHEST = 4 / 3

/** What the door looks like. */
export function StationPhoto({ stationId, name, photo, shape, onMissing }: StationPhotoProps) {
  const { width, height } = shape ?? USUAL
  return (
    <View className="station-photo">
      <Picture
        address={photo}
        label={`照片：${name}的门口`}
        ratio={Math.min(HIGHEST, height / width)}
        find={() => photoSource(stationId, photo)}
        onMissing={onMissing}
      />
    </View>
  )
}
