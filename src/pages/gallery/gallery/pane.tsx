import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { Screen } from '@/ui/screen/screen'
import { MODES, type Mode } from './modes'
import { placeOf, SHOWS } from './shows'

export const isMode = (mode: string): mode is Mode => Object.keys(MODES).includes(mode)

/** One mode by itself: every part, each under its name. */
export function Pane({ mode }: { mode: Mode }) {
  const { name, scale, scheme } = MODES[mode]
  useEffect(() => useAppearance.setState({ scale, scheme }), [scale, scheme])
  return (
    <Screen title={`样样都看：${name}`}>
      {Object.entries(SHOWS).map(([part, Show]) => (
        <div key={part} id={placeOf(part)} className="gallery-part">
          <View className="gallery-name">{part}</View>
          <Show />
        </div>
      ))}
    </Screen>
  )
}
