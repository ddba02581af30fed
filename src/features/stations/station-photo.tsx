import { useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { photoSource } from '@/gateway/stations/photo'
import { aria } from '@/ui/aria'
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

/** What the door looks like. Its place is kept free until it has come, so that nothing jumps. */
export function StationPhoto({ stationId, name, photo, shape, onMissing }: StationPhotoProps) {
  const [source, setSource] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(false)
  const { width, height } = shape ?? USUAL
  const ratio = Math.min(HIGHEST, height / width)

  useEffect(() => {
    let left = false
    void photoSource(stationId, photo).then((found) => {
      if (left) return
      if (found === null) onMissing()
      else setSource(found)
    })
    return () => {
      left = true
    }
    // What is missing is said once for each picture, to whoever shows it then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stationId, photo])

  return (
    <View className="station-photo">
      <View className="station-photo-place" style={{ paddingTop: `${(ratio * 100).toFixed(2)}%` }}>
        {source === null ? null : (
          <Image
            className={drawn ? 'station-photo-picture' : 'station-photo-picture station-photo-bare'}
            mode="aspectFill"
            src={source}
            onLoad={() => setDrawn(true)}
            onError={onMissing}
            {...aria({ role: 'img', label: `照片：${name}的门口` })}
          />
        )}
      </View>
    </View>
  )
}
