import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button as AButton } from '@/ui/button/button'
import { Check, Checks as SomeChecks } from '@/ui/checks/checks'
import { CheckBox as ACheckBox } from '@/ui/check-box/check-box'
import { Chip as AChip, ChipRow } from '@/ui/chip/chip'
import { Choice as AChoice } from '@/ui/choice/choice'
import { Door as ADoor, Doors } from '@/ui/door/door'
import { Tap as ATap } from '@/ui/tap/tap'
import { Tick as ATick } from '@/ui/tick/tick'
import { Tiles as SomeTiles } from '@/ui/tile/tile'
import { all, LONG, nothing, State } from '../state'

const KINDS = all<NonNullable<Parameters<typeof AButton>[0]['kind']>>({
  ...{ primary: true, ghost: true, quiet: true, danger: true, private: true, call: true },
})

export function Button() {
  const words = (kind: string) => (kind === 'call' ? '打电话给中心' : '报名')
  const rows = [
    { name: '平时', props: {} },
    { name: '按着', props: {}, pressed: true },
    { name: '正在办', props: { busy: true } },
    { name: '不能点', props: { disabled: true } },
    { name: '带图', props: { icon: 'share' as const } },
  ]
  return (
    <>
      {rows.map(({ name, props, pressed }) => (
        <State key={name} name={name} pressed={pressed}>
          <View className="gallery-many">
            {KINDS.map((kind) => (
              <AButton key={kind} kind={kind} {...props} onTap={nothing}>
                {words(kind)}
              </AButton>
            ))}
          </View>
        </State>
      ))}
      <State name="整行，字多">
        <AButton block onTap={nothing}>
          {LONG}
        </AButton>
      </State>
    </>
  )
}

export function Tap() {
  return (
    <>
      <State name="平时">
        <ATap onTap={nothing}>换一个中心</ATap>
      </State>
      <State name="按着" pressed>
        <ATap onTap={nothing}>换一个中心</ATap>
      </State>
      <State name="不能点">
        <ATap disabled onTap={nothing}>
          换一个中心
        </ATap>
      </State>
    </>
  )
}

export function Chip() {
  const [on, setOn] = useState('全部')
  return (
    <State name="一个选着">
      <ChipRow label="看什么">
        {['全部', '一小', '一老', '青壮', '党员', '周末有空的'].map((one) => (
          <AChip key={one} selected={on === one} onTap={() => setOn(one)}>
            {one}
          </AChip>
        ))}
      </ChipRow>
    </State>
  )
}

const WAYS = [
  { value: 'phone', label: '打电话', note: '工作日 9 点到 17 点' },
  { value: 'here', label: '到中心来' },
  { value: 'long', label: LONG, note: LONG },
]

export function Choice() {
  const [way, setWay] = useState<string | null>('phone')
  return (
    <>
      <State name="一个选着">
        <AChoice label="怎么联系" options={WAYS} value={way} onChange={setWay} />
      </State>
      <State name="都没选，按着" pressed>
        <AChoice label="怎么联系" options={WAYS} value={null} onChange={nothing} />
      </State>
    </>
  )
}

export function Tiles() {
  const [value, setValue] = useState<string | null>('继承赡养')
  const words = ['婚姻家庭', '继承赡养', '劳动', '房产物业', '邻里', '其他']
  return (
    <State name="一个选着">
      <SomeTiles
        label="哪方面的事"
        options={words.map((label) => ({ value: label, label }))}
        value={value}
        onChange={setValue}
      />
    </State>
  )
}

export function CheckBox() {
  return (
    <State name="没勾、勾了、私事、不能勾">
      <View className="gallery-many">
        <ACheckBox on={false} />
        <ACheckBox on />
        <ACheckBox on tone="private" />
        <ACheckBox on={false} disabled />
      </View>
    </State>
  )
}

export function Checks() {
  const [on, setOn] = useState(true)
  return (
    <State name="勾了、没勾、不能勾、字多">
      <SomeChecks label="给谁报名">
        <Check label="小满" note="7 岁" checked={on} onChange={() => setOn(!on)} />
        <Check label="小川" checked={false} onChange={nothing} />
        <Check label="奶奶" note="这一课 6 到 10 岁" checked={false} disabled onChange={nothing} />
        <Check label={LONG} note={LONG} checked={false} onChange={nothing} />
      </SomeChecks>
    </State>
  )
}

export function Tick() {
  const [on, setOn] = useState(true)
  return (
    <State name="勾了、没勾">
      <ATick on={on} onChange={setOn} title="我看过了，同意" note="随时可以收回" />
      <ATick on={false} onChange={nothing} title={LONG} note={LONG} />
    </State>
  )
}

export function Door() {
  return (
    <>
      <State name="平时">
        <Doors>
          <ADoor seal="legal" title="问律师" note="本周四有空" onTap={nothing} />
          <ADoor seal="station" title="找驿站" note="最近 280 米" onTap={nothing} />
        </Doors>
      </State>
      <State name="按着" pressed>
        <Doors>
          <ADoor seal="courses" title="找课报名" onTap={nothing} />
          <ADoor seal="phone" title={LONG} note={LONG} onTap={nothing} />
        </Doors>
      </State>
      <State name="最要紧的">
        <Doors>
          <ADoor first seal="walk" title="模特队，3 点" note="一楼大厅" onTap={nothing} />
        </Doors>
      </State>
    </>
  )
}
