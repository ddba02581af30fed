import { useState } from 'react'
import { View } from '@tarojs/components'
import { timeTyped } from '@/domain/time/typed'
import { Check, Checks } from '@/ui/checks/checks'
import { TextField } from '@/ui/text-field/text-field'
import { OptionChips } from './option-chips'
import type { Wrong } from './plan-check'
import { type SeatsForm, seatingOf } from './seats-form'
import { cancelLimits, closings, openingInWords, openings, residentDays } from './seats-words'
import './what-part.css'

const GIVEN = [
  { value: 'open', label: '先到先得' },
  { value: 'ballot', label: '摇号' },
] as const

export interface SeatsPartProps {
  seats: SeatsForm
  guestsFromList: boolean
  wrong: Wrong
  /** When the first lesson that can be booked begins (milliseconds); null while that is not known. */
  startsAt: number | null
  /** What cannot be changed any more is not offered. */
  published: boolean
  now: number
  onChange: (seats: SeatsForm) => void
  onGuests: (guestsFromList: boolean) => void
}

/** What is usual of seats and can be said otherwise: from when until when, who first, drawn or not. */
export function SeatsDetails(props: SeatsPartProps) {
  const { seats, guestsFromList, published, startsAt, now, onChange, onGuests } = props
  const put = (part: Partial<SeatsForm>) => onChange({ ...seats, ...part })
  const seating = seatingOf(seats)
  // A time that is not whole yet stays as it is typed.
  const [opensAt, setOpensAt] = useState(seats.opensAt)
  return (
    <>
      <View className="when-label">什么时候开放报名</View>
      <OptionChips
        label="什么时候开放报名"
        options={openings(seats.opensDaysBefore)}
        value={String(seats.opensDaysBefore)}
        onChange={(days) => put({ opensDaysBefore: Number(days) })}
      />
      <TextField
        label="几点开放"
        value={opensAt}
        maxLength={8}
        placeholder="空着就和开始的时间一样"
        {...(opensAt !== '' && timeTyped(opensAt) === null && { error: '写几点，比如 9:00' })}
        onChange={(text) => {
          setOpensAt(text)
          const time = timeTyped(text)
          if (text === '' || time !== null) put({ opensAt: time ?? '' })
        }}
      />
      <View className="when-label">什么时候截止</View>
      <OptionChips
        label="什么时候截止"
        options={closings(seats.closesMinutesBefore)}
        value={String(seats.closesMinutesBefore)}
        onChange={(minutes) => put({ closesMinutesBefore: Number(minutes) })}
      />
      <View className="when-label">什么时候以前能退</View>
      <OptionChips
        label="什么时候以前能退"
        options={cancelLimits(seats.cancelHoursBefore)}
        value={String(seats.cancelHoursBefore)}
        onChange={(hours) => put({ cancelHoursBefore: Number(hours) })}
      />
      <View className="when-label">本社区居民先报</View>
      <OptionChips
        label="本社区居民先报"
        options={residentDays(seats.homeCentreDays)}
        value={String(seats.homeCentreDays)}
        onChange={(days) => put({ homeCentreDays: Number(days) })}
      />
      {published ? null : (
        <>
          <View className="when-label">座位怎么给</View>
          <OptionChips
            label="座位怎么给"
            options={GIVEN}
            value={seats.drawn ? 'ballot' : 'open'}
            onChange={(mode) => put({ drawn: mode === 'ballot' })}
          />
        </>
      )}
      <View className="seats-more">
        <Checks label="还有">
          {seats.per === 'term' ? (
            <Check
              label="请假空出的座位让给候补"
              checked={guestsFromList}
              onChange={() => onGuests(!guestsFromList)}
            />
          ) : (
            <Check
              label="按号叫"
              note="义诊这样的，一人一个号"
              checked={seats.numbered}
              disabled={published}
              onChange={() => put({ numbered: !seats.numbered })}
            />
          )}
        </Checks>
      </View>
      {seating && startsAt !== null ? (
        <View className="note number seats-when">{openingInWords(seating, startsAt, now)}</View>
      ) : null}
    </>
  )
}
