import { useRef } from 'react'
import { View } from '@tarojs/components'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Screen } from '@/ui/screen/screen'
import { useDesk } from '@/ui/surface/desk'
import { MODES, type Mode } from './modes'
import { placeOf, SHOWS } from './shows'

const ALL = Object.keys(MODES) as Mode[]

/** The three modes in frames of their own, led to the same part at once. */
export function Beside() {
  useDesk()
  const frames = useRef<HTMLDivElement>(null)
  const lead = (name: string) => {
    for (const frame of Array.from(frames.current?.querySelectorAll('iframe') ?? [])) {
      frame.contentDocument?.getElementById(placeOf(name))?.scrollIntoView()
    }
  }
  return (
    <Screen title="样样都看">
      <ChipRow label="看哪一样">
        {Object.keys(SHOWS).map((name) => (
          <Chip key={name} selected={false} onTap={() => lead(name)}>
            {name}
          </Chip>
        ))}
      </ChipRow>
      <div ref={frames} className="gallery-frames">
        {ALL.map((mode) => (
          <View key={mode} className="gallery-beside">
            <View className="note">{MODES[mode].name}</View>
            <iframe
              className="gallery-frame"
              title={MODES[mode].name}
              src={`${location.pathname}#/pages/gallery/gallery/gallery?mode=${mode}`}
            />
          </View>
        ))}
      </div>
    </Screen>
  )
}
