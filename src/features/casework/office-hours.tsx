import { type ReactNode, useState } from 'react'
import type { SealedService } from '@/domain/consultation/consultation'
import { monthsToPublish } from '@/domain/consultation/month-slots'
import { SERVICE_NAMES } from '@/domain/consultation/words'
import { addDays, addMonths, dateOf, monthOf } from '@/domain/time/date'
import { monthInWords } from '@/domain/time/words'
import { Choice } from '@/ui/choice/choice'
import { MonthHead } from '@/ui/month-grid/month-head'
import { OfficeHoursForm } from './office-hours-form'
import { PublishFoot } from './publish-foot'
import { useHours } from './use-hours'

/** In the last days of a month people plan the next one. */
const PLANS_AHEAD_DAYS = 10

interface OfficeHoursProps {
  centreId: string
  /** What this professional takes up here; at least one. */
  services: readonly SealedService[]
  now: number
  onOpen: (consultationId: string) => void
  /** Puts the screen around what is here and its footer. */
  frame: (inside: ReactNode, footer: ReactNode) => ReactNode
}

/** The hours of a professional: which month, its weeks, what it gives, and its publishing. */
export function OfficeHours({ centreId, services, now, onOpen, frame }: OfficeHoursProps) {
  const { first, last } = monthsToPublish(now)
  const [month, setMonth] = useState(monthOf(addDays(dateOf(now), PLANS_AHEAD_DAYS)))
  const [service, setService] = useState(services[0]!)
  const hours = useHours({ centreId, service, month })
  const step = (months: number): void => {
    const next = addMonths(month, months)
    if (next >= first && next <= last) setMonth(next)
  }
  return frame(
    <>
      {services.length > 1 ? (
        <Choice
          label="哪一种"
          options={services.map((value) => ({ value, label: SERVICE_NAMES[value] }))}
          value={service}
          onChange={setService}
        />
      ) : null}
      <MonthHead title={monthInWords(month)} onStep={step} />
      <OfficeHoursForm hours={hours} month={month} now={now} onOpen={onOpen} />
    </>,
    hours.answer.value ? <PublishFoot hours={hours} month={month} /> : null,
  )
}
