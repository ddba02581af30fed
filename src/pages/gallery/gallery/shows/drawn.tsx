import { View } from '@tarojs/components'
import { CheckInCode as ACheckInCode } from '@/ui/check-in-code/check-in-code'
import { Icon as AnIcon } from '@/ui/icon/icon'
import type { IconName } from '@/ui/icon/icon-name'
import { Picture as APicture } from '@/ui/picture/picture'
import { Scene as AScene } from '@/ui/scene/scene'
import type { SceneName } from '@/ui/scene/scene-name'
import { type SealName, seals, type Tone } from '@/ui/seal/characters'
import { Seal as ASeal } from '@/ui/seal/seal'
import { Seats as SomeSeats } from '@/ui/seats/seats'
import { Stamp as AStamp } from '@/ui/stamp/stamp'
import { Paper as APaper } from '@/ui/print/paper'
import { all, State } from '../state'

const ICONS = all<IconName>({
  ...{ home: true, book: true, calendar: true, 'calendar-plus': true, pin: true, location: true },
  ...{ me: true, people: true, qr: true, clock: true, bag: true, phone: true, share: true },
  ...{ search: true, 'chevron-left': true, 'chevron-right': true, 'chevron-down': true },
  ...{ check: true, close: true, refresh: true, 'cloud-off': true, 'text-size': true },
  ...{ ticket: true, lock: true, info: true, host: true, charging: true, water: true },
  ...{ microwave: true, 'air-conditioning': true, benches: true, toilet: true },
  ...{ 'first-aid': true, 'rain-gear': true, wifi: true, 'battery-swap': true, map: true },
  ...{ swap: true },
})
const SCENES = all<SceneName>({
  ...{ tea: true, ticket: true, glass: true, bench: true, kite: true, gate: true, sealed: true },
})
const TONES = all<Tone>({ brick: true, moss: true, ochre: true, slate: true })
const SIZES = [28, 36, 52, 60] as const

export function Icon() {
  return (
    <State name="每一个">
      <View className="gallery-many">
        {ICONS.map((name) => (
          <AnIcon key={name} name={name} />
        ))}
      </View>
    </State>
  )
}

export function Scene() {
  return (
    <State name={SCENES.join(' ')}>
      <View className="gallery-many">
        {SCENES.map((name) => (
          <AScene key={name} name={name} />
        ))}
      </View>
    </State>
  )
}

export function Seal() {
  return (
    <>
      <State name="每一个">
        <View className="gallery-many">
          {(Object.keys(seals) as SealName[]).map((name) => (
            <ASeal key={name} category={name} />
          ))}
        </View>
      </State>
      <State name="实、空、四色、四种大小">
        <View className="gallery-many">
          {TONES.map((tone) => (
            <ASeal key={tone} category="lecture" tone={tone} filled />
          ))}
          {SIZES.map((size) => (
            <ASeal key={size} category="children" size={size} filled={false} />
          ))}
        </View>
      </State>
    </>
  )
}

export function Stamp() {
  return (
    <State name="盖下去">
      <AStamp text="报上了" />
    </State>
  )
}

export function Seats() {
  return (
    <>
      <State name="有余、有候补">
        <SomeSeats capacity={30} taken={24} held={2} />
      </State>
      <State name="空着、满了">
        <SomeSeats capacity={12} taken={0} />
        <SomeSeats capacity={12} taken={12} />
      </State>
      <State name="很多席">
        <SomeSeats capacity={300} taken={211} held={20} />
      </State>
    </>
  )
}

export function CheckInCode() {
  return (
    <>
      <State name="方块和字母">
        <ACheckInCode code="K7QM4XPA" />
      </State>
      <State name="只有字母">
        <ACheckInCode plain code="K7QM4XPA" />
      </State>
    </>
  )
}

const FOUND =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'%3E%3Crect width='3' height='2' fill='%23c9b79c'/%3E%3C/svg%3E"

export function Picture() {
  const missing = (): void => undefined
  return (
    <>
      <State name="有">
        <APicture
          address="there"
          label="书画室"
          ratio={0.4}
          find={() => Promise.resolve(FOUND)}
          onMissing={missing}
        />
      </State>
      <State name="还在路上">
        <APicture
          address="coming"
          label="书画室"
          ratio={0.4}
          find={() => new Promise(missing)}
          onMissing={missing}
        />
      </State>
      <State name="没有">
        <APicture
          address="none"
          label="书画室"
          ratio={0.4}
          find={() => Promise.resolve(null)}
          onMissing={missing}
        >
          <ASeal category="children" size={60} />
        </APicture>
      </State>
    </>
  )
}

export function Paper() {
  return (
    <State name="黑字白纸">
      <APaper className="sheet-paper">签到表</APaper>
    </State>
  )
}
