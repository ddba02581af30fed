import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { TextField } from '@/ui/text-field/text-field'
import { OptionChips } from './option-chips'
import { SeatsDetails, type SeatsPartProps } from './seats-details'
import { type SeatsForm, seatingOf } from './seats-form'
import { openingInWords } from './seats-words'
import { WrongLine } from './wrong-line'
import './what-part.css'

const NEEDED = [
  { value: 'yes', label: '要报名' },
  { value: 'no', label: '不用报名，直接来' },
] as const
const PER = [
  { value: 'occurrence', label: '每次分开报' },
  { value: 'term', label: '一次报整期' },
] as const

/** Whether one books, how many seats, and from when until when. */
export function SeatsPart(props: SeatsPartProps) {
  const { seats, wrong, published, startsAt, now, onChange } = props
  const [opened, open] = useState(false)
  const put = (part: Partial<SeatsForm>) => onChange({ ...seats, ...part })
  const seating = seatingOf(seats)
  const when = seating && startsAt !== null ? openingInWords(seating, startsAt, now) : null
  return (
    <>
      {published ? null : (
        <OptionChips
          label="要不要报名"
          options={NEEDED}
          value={seats.needed ? 'yes' : 'no'}
          onChange={(value) => put({ needed: value === 'yes' })}
        />
      )}
      {!seats.needed ? (
        <View className="note seats-when">
          {published ? '不用报名，直接来。发布以后不能改成要报名。' : '谁想来就来，不记名额。'}
        </View>
      ) : (
        <>
          {published ? null : (
            <OptionChips
              label="怎么报"
              options={PER}
              value={seats.per}
              onChange={(per) => put({ per })}
            />
          )}
          <TextField
            label={seats.per === 'term' ? '整期多少个名额' : '每次多少个名额'}
            value={seats.capacity}
            maxLength={6}
            {...(wrong.capacity && { error: wrong.capacity })}
            onChange={(capacity) => put({ capacity })}
          />
          <WrongLine text={wrong.seats} />
          {opened || wrong.seats ? (
            <SeatsDetails {...props} />
          ) : (
            <View className="more-part">
              <View className="more-said number">{when ?? '开放和截止都按平常的'}</View>
              <Button
                kind="quiet"
                label={`改报名时间：${when ?? '按平常的'}`}
                onTap={() => open(true)}
              >
                改
              </Button>
            </View>
          )}
        </>
      )}
    </>
  )
}
