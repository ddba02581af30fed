import { useState } from 'react'
import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { Button } from '@/ui/button/button'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { Tap } from '@/ui/tap/tap'
import { isWanted, type StationFilter, toggled, WANTS } from './filter'
import './want-chips.css'

interface WantChipsProps {
  filter: StationFilter
  onChange: (filter: StationFilter) => void
  onMap: () => void
}

function Wants({ filter, onChange }: Omit<WantChipsProps, 'onMap'>) {
  return (
    <>
      {WANTS.map(({ value, label }) => (
        <Chip
          key={value}
          many
          selected={isWanted(filter, value)}
          onTap={() => onChange(toggled(filter, value))}
        >
          {label}
        </Chip>
      ))}
    </>
  )
}

/** What a rider wants of a station, and the map: chips in 标准, two buttons in 大字. */
export function WantChips({ filter, onChange, onMap }: WantChipsProps) {
  const [open, setOpen] = useState(false)
  const large = useAppearance(({ scale }) => scale) === 'large'
  if (!large) {
    return (
      <View className="wants">
        <ChipRow label="要找什么样的" many>
          <Wants filter={filter} onChange={onChange} />
        </ChipRow>
        <Tap className="chip" label="在地图上看" onTap={onMap}>
          <View className="chip-face">
            <Icon name="map" size={16} />
            地图
          </View>
        </Tap>
      </View>
    )
  }
  const wanted = WANTS.filter(({ value }) => isWanted(filter, value)).map(({ label }) => label)
  return (
    <View className="wants-large">
      <Button kind="ghost" block onTap={() => setOpen(true)}>
        {`要找的：${wanted.length > 0 ? wanted.join('、') : '都行'}`}
      </Button>
      <Button kind="ghost" block icon="map" onTap={onMap}>
        地图
      </Button>
      <Sheet open={open} title="要找什么样的" onClose={() => setOpen(false)}>
        <ChipRow label="要找什么样的" many>
          <Wants filter={filter} onChange={onChange} />
        </ChipRow>
        <View className="wants-done">
          <Button block onTap={() => setOpen(false)}>
            好了
          </Button>
        </View>
      </Sheet>
    </View>
  )
}
