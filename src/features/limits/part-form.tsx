import { useState } from 'react'
import { View } from '@tarojs/components'
import { GROUP_NAME_LENGTH } from '@/domain/seats/limits'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { TextField } from '@/ui/text-field/text-field'
import { Tiles } from '@/ui/tile/tile'
import { useTyped } from '../use-typed'
import {
  countOf,
  dayTileOf,
  groupsOf,
  lastDays,
  type Limited,
  seatCounts,
  tileOf,
  untilOf,
} from './desk-words'
import { SavePart } from './save-part'
import type { Saving } from './use-limits'
import './limits.css'

/** One thing that limits an activity. */
export type Part = 'seats' | 'group' | 'residents'

export const PART_TITLES: Readonly<Record<Part, string>> = {
  seats: '每人每学期几次',
  group: '几个班只能报一个',
  residents: '本社区居民先报',
}

interface PartFormProps {
  part: Part
  limited: Limited
  all: readonly Limited[]
  now: number
  saving: Saving
  onSaved: () => void
}

const WAYS = { seats: SeatsForm, group: GroupForm, residents: ResidentsForm }

/** Changes one thing that limits an activity. */
export function PartForm(props: PartFormProps) {
  const Form = WAYS[props.part]
  return <Form {...props} />
}

function SeatsForm({ limited, saving, onSaved }: PartFormProps) {
  const { activityId, seatsPerTerm } = limited
  const [tile, choose] = useState(tileOf(seatsPerTerm))
  const save = async () => {
    if (await saving.save({ activityId, seatsPerTerm: countOf(tile) })) onSaved()
  }
  return (
    <>
      <View className="note limit-how">按来的人算，退了的不算。学期是 2–7 月、8–1 月。</View>
      <Tiles
        label={PART_TITLES.seats}
        options={seatCounts(seatsPerTerm)}
        value={tile}
        onChange={choose}
      />
      <SavePart
        saving={saving}
        changed={tile !== tileOf(seatsPerTerm)}
        onSave={() => void save()}
      />
    </>
  )
}

function GroupForm({ limited, all, saving, onSaved }: PartFormProps) {
  const { activityId, parallelGroup } = limited
  const [name, setName, dropName] = useTyped(`group ${activityId}`, parallelGroup ?? '')
  const wanted = name.trim() === '' ? null : name.trim()
  const groups = groupsOf(all)
  const save = async () => {
    if (!(await saving.save({ activityId, parallelGroup: wanted }))) return
    dropName()
    onSaved()
  }
  return (
    <>
      <View className="note limit-how">组名一样的班，一个人一学期只能报其中一个。</View>
      <TextField
        label="组的名字"
        value={name}
        maxLength={GROUP_NAME_LENGTH}
        placeholder="比如：少儿围棋；空着就是不分组"
        onChange={setName}
      />
      <ChipRow label="已有的组">
        {groups.map((group) => (
          <Chip key={group} selected={wanted === group} onTap={() => setName(group)}>
            {group}
          </Chip>
        ))}
        <Chip selected={wanted === null} onTap={() => setName('')}>
          不分组
        </Chip>
      </ChipRow>
      <SavePart saving={saving} changed={wanted !== parallelGroup} onSave={() => void save()} />
    </>
  )
}

function ResidentsForm({ limited, now, saving, onSaved }: PartFormProps) {
  const { activityId, closesAt, residentsFirstUntil } = limited
  const before = dayTileOf(residentsFirstUntil)
  const [tile, choose] = useState(before)
  const save = async () => {
    if (await saving.save({ activityId, residentsFirstUntil: untilOf(tile) })) onSaved()
  }
  const options = lastDays(closesAt, now)
  if (options.length === 1 && before === options[0]!.value) {
    return <View className="limit-how">离报名截止不到一天，或者已经截止，没有日子可留了。</View>
  }
  return (
    <>
      <View className="note limit-how">
        先留到哪一天？到那天 24 点为止，只有把本社区设为常去中心的人能报。
      </View>
      <Tiles label={PART_TITLES.residents} options={options} value={tile} onChange={choose} />
      <SavePart saving={saving} changed={tile !== before} onSave={() => void save()} />
    </>
  )
}
