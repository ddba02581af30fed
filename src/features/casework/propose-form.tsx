import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SealedService } from '@/domain/consultation/consultation'
import { addMonths, dateOf, monthOf } from '@/domain/time/date'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { type FreeDay, freeDaysOf } from './free-slots'
import { type Asked, useAsked } from './use-asked'
import { LOOKING, officeHoursWords } from './wording'
import './propose-form.css'

interface ProposeFormProps {
  centreId: string
  service: SealedService
  now: number
  poolId: string | null
  onChoose: (poolId: string) => void
}

/** One of the professional's own free times, of this month and the next two: a day, then an hour. */
export function ProposeForm({ centreId, service, now, poolId, onChoose }: ProposeFormProps) {
  const first = monthOf(dateOf(now))
  const ask = (months: number) => ({
    operation: 'casework.officeHours' as const,
    input: { centreId, service, month: addMonths(first, months) },
  })
  const answers = [useAsked(ask(0)), useAsked(ask(1)), useAsked(ask(2))]
  const [chosen, choose] = useState<string | null>(null)
  const failed = answers.find(({ value, failure }) => value === null && failure)
  if (failed) return <Unread answer={failed} words={officeHoursWords} outside={LOOKING} now={now} />
  if (answers.some(({ value }) => value === null)) return <Skeleton kind="list" />
  const days = freeDaysOf(slotsOf(answers), now)
  if (days.length === 0) {
    return <Empty seal="seek" title="没有空着的时间" note="先在“我的时间”里发布几段，再来提。" />
  }
  const shown = dayShown(days, chosen, poolId)
  return (
    <>
      <ChipRow label="哪一天">
        {days.map(({ day }) => (
          <Chip key={day} selected={day === shown.day} onTap={() => choose(day)}>
            {day}
          </Chip>
        ))}
      </ChipRow>
      <View className="propose-times">
        {shown.slots.map(({ poolId: one, time }) => (
          <Chip
            key={one}
            selected={one === poolId}
            label={`${shown.day} ${time}`}
            onTap={() => onChoose(one)}
          >
            {time}
          </Chip>
        ))}
      </View>
    </>
  )
}

const slotsOf = (answers: readonly Asked<'casework.officeHours'>[]) =>
  answers.flatMap(({ value }) => value?.slots ?? [])

/** The day that was tapped, else the one of the chosen time, else the first. */
function dayShown(days: readonly FreeDay[], chosen: string | null, poolId: string | null): FreeDay {
  return (
    days.find(({ day }) => day === chosen) ??
    days.find(({ slots }) => slots.some((slot) => slot.poolId === poolId)) ??
    days[0]!
  )
}
