import { View } from '@tarojs/components'
import { useAppearance } from '@/ui/appearance'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Section } from '@/ui/section/section'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Unread } from '../answer-states'
import { HoursSettings } from './hours-settings'
import { slotsByDay } from './hours-draft'
import { plannedDays, toggled } from './month-plan'
import { MonthPlanGrid } from './month-plan-grid'
import { TakenRows } from './taken-rows'
import { ToldNote } from './told-note'
import type { useHours } from './use-hours'
import { WeekDays } from './week-days'
import { WeekHours } from './week-hours'
import { LOOKING, officeHoursWords } from './wording'
import './office-hours-form.css'

interface OfficeHoursFormProps {
  hours: ReturnType<typeof useHours>
  month: string
  now: number
  onOpen: (consultationId: string) => void
}

/** A month of a professional: the hours of its weeks, the days without, what it will give. */
export function OfficeHoursForm({ hours, month, now, onOpen }: OfficeHoursFormProps) {
  const { answer, draft, change, busy, told, copyBefore, touched } = hours
  const large = useAppearance(({ scale }) => scale) === 'large'
  if (answer.value === null) {
    if (!answer.failure) return <Skeleton kind="calendar" />
    return <Unread answer={answer} words={officeHoursWords} outside={LOOKING} now={now} />
  }
  const { published, slots, restDays, hours: known } = answer.value
  const Week = large ? WeekDays : WeekHours
  const days = plannedDays(month, draft, slotsByDay(draft, month, restDays), answer.value, now)
  return (
    <>
      <ToldNote told={told} />
      {told ? null : (
        <View className="note hours-standing">{standing(published, known !== null, touched)}</View>
      )}
      <View className="desk-columns">
        <View>
          <Section title="每周什么时候在">
            <Week week={draft.week} onChange={(week) => change({ week })} />
          </Section>
          <View className="hours-copy">
            <Button kind="ghost" block busy={busy === 'copying'} onTap={() => void copyBefore()}>
              照上个月
            </Button>
          </View>
        </View>
        <View>
          <HoursSettings draft={draft} onChange={change} />
          <Section title="这个月给出的" note="点一天，那天停">
            <Card>
              <MonthPlanGrid
                days={days}
                onToggle={(date) => change({ blocked: toggled(draft.blocked, date) })}
              />
            </Card>
          </Section>
          <TakenRows slots={slots} now={now} onOpen={onOpen} />
        </View>
      </View>
    </>
  )
}

function standing(published: boolean, known: boolean, touched: boolean): string {
  if (touched) return '改了还没发布，居民看到的还是原来的。'
  if (published) return '这个月发布过了，居民正在约。'
  return known
    ? '还没发布。照上一次的填好了，看一眼就能发布。'
    : '还没发布过。点出每周的时间，再发布。'
}
