import { type ReactNode, useEffect, useState } from 'react'
import { Image, View } from '@tarojs/components'
import { spokenImage } from './spoken-image'
import './picture.css'

interface PictureProps {
  /** The name under which it is kept: another picture has another one. */
  address: string
  /** What a screen reader says in its place. */
  label: string
  /** How high it is for its width; what does not fit is cut off at the ends. */
  ratio: number
  /** Where an image finds it; null where it cannot be had now. */
  find: () => Promise<string | null>
  /** It cannot be had now: without network, say, and never seen on this phone. */
  onMissing: () => void
  /** What stands in its place where it is missing. */
  children?: ReactNode
}

/** A kept picture. Its place is free until it has come, so that nothing jumps. */
export function Picture({ address, label, ratio, find, onMissing, children }: PictureProps) {
  const [source, setSource] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(false)

  useEffect(() => {
    let left = false
    void find().then((found) => {
      if (left) return
      if (found === null) onMissing()
      else setSource(found)
    })
    return () => {
      left = true
    }
    // What is missing is said once for each picture, to whoever shows it then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [address])

  return (
    <View className="picture" style={{ paddingTop: `${(ratio * 100).toFixed(2)}%` }}>
      {children ? (
        <View className="picture-fill picture-missing">{children}</View>
      ) : source === null ? null : (
        <Image
          className={drawn ? 'picture-fill' : 'picture-fill picture-bare'}
          mode="aspectFill"
          src={source}
          onLoad={() => setDrawn(true)}
          onError={onMissing}
          {...spokenImage(label)}
        />
      )}
    </View>
  )
}
