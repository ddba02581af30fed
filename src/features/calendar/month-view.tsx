import { useMemo } from 'react'
import { View } from '@tarojs/components'
import type { Audience } from '@/domain/calendar/programme'
import { monthDayInWords, weekdayInWords } from '@/domain/time/words'
import { Empty } from '@/ui/empty/empty'
import { DotKey, MonthGrid } from '@/ui/month-grid/month-grid'
import { Section } from '@/ui/section/section'
import type { Output } from '@/contract'
import { holidayNote, marksOf } from './month-model'
import { OccurrenceRows } from './occurrence-rows'
import { agendaOf, dotsOf } from './occurrences'
import './month-view.css'

interface MonthProps {
  value: Output<'calendar.list'> | null
  month: string
  today: string
  selected: string
  audience: Audience | null
  onSelect: (date: string) => void
  onMonth: (month: string) => void
}

const NONE: never[] = []

/** The month's grid with what its dots mean, and what is not known yet. */
export function Month({ value, month, audience, ...grid }: MonthProps) {
  const occurrences = value?.occurrences ?? NONE
  const days = useMemo(() => marksOf(value?.days ?? NONE), [value])
  const dots = useMemo(() => dotsOf(occurrences, audience), [occurrences, audience])
  const unknown = value ? holidayNote(month, value.holidaysAnnouncedUntil) : null
  return (
    <>
      <MonthGrid month={month} days={days} dots={dots} {...grid} />
      <DotKey />
      {unknown ? <View className="note month-unknown">{unknown}</View> : null}
    </>
  )
}

interface AgendaProps {
  value: Output<'calendar.list'>
  date: string
  audience: Audience | null
  bookedPools: ReadonlySet<string>
  now: number
  onOpen: (activityId: string, poolId: string | null) => void
  onWhole: () => void
}

/** What is on, on the selected day. */
export function Agenda({ value, date, audience, ...rows }: AgendaProps) {
  const day = value.days.find((one) => one.date === date)
  const occurrences = agendaOf(value.occurrences, date, audience)
  const title = `${monthDayInWords(date)} ${weekdayInWords(date)}`
  const note = [day?.lunarDate, day?.festival].filter(Boolean).join(' · ')
  const whole = audience === null ? undefined : { label: '看全部', onTap: rows.onWhole }
  return (
    <Section title={title} note={note}>
      {occurrences.length > 0 ? (
        <OccurrenceRows {...rows} label={title} occurrences={occurrences} />
      ) : (
        <Empty
          scene="tea"
          title="这一天没有安排"
          note={audience === null ? '点有圆点的日子看看' : '换一类人看看，或者看全部'}
          action={whole}
        />
      )}
    </Section>
  )
}
