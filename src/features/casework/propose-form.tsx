import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SealedService } from '@/domain/consultation/consultation'
import { addMonths, dateOf, monthOf } from '@/domain/time/date'
import { useAppearance } from '@/ui/appearance'
import { Chip, ChipRow } from '@/ui/chip/chip'
import { Empty } from '@/ui/empty/empty'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { type FreeDay, freeDaysOf } from './free-slots'
import { ProposeDays } from './propose-days'
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
  const failed = answers.find(({ value, failure }) => value === null && failure)
  if (failed) return <Unread answer={failed} words={officeHoursWords} outside={LOOKING} now={now} />
  if (answers.some(({ value }) => value === null)) return <Skeleton kind="list" />
  const days = freeDaysOf(slotsOf(answers), now)
  if (days.length === 0) {
    return <Empty scene="glass" title="没有空着的时间" note="先在“我的时间”里发布几段，再来提。" />
  }
  return <FreeTimes days={days} poolId={poolId} onChoose={onChoose} />
}

const slotsOf = (answers: readonly Asked<'casework.officeHours'>[]) =>
  answers.flatMap(({ value }) => value?.slots ?? [])

type FreeTimesProps = { days: readonly FreeDay[] } & Pick<ProposeFormProps, 'poolId' | 'onChoose'>

function FreeTimes({ days, poolId, onChoose }: FreeTimesProps) {
  const large = useAppearance(({ scale }) => scale) === 'large'
  const [day, choose] = useState<string | null>(
    () => days.find(({ slots }) => slots.some((slot) => slot.poolId === poolId))?.day ?? null,
  )
  const chosen = days.find((one) => one.day === day) ?? null
  const shown = chosen ?? (large ? null : days[0]!)
  return (
    <>
      {large ? (
        <ProposeDays days={days} chosen={chosen} onChoose={choose} />
      ) : (
        <ChipRow label="哪一天">
          {days.map((one) => (
            <Chip key={one.day} selected={one === shown} onTap={() => choose(one.day)}>
              {one.day}
            </Chip>
          ))}
        </ChipRow>
      )}
      {shown ? (
        <View className="propose-times">
          {shown.slots.map((slot) => (
            <Chip
              key={slot.poolId}
              selected={slot.poolId === poolId}
              label={`${shown.day} ${slot.time}`}
              onTap={() => onChoose(slot.poolId)}
            >
              {slot.time}
            </Chip>
          ))}
        </View>
      ) : null}
    </>
  )
}
