import { View } from '@tarojs/components'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { aria } from '@/ui/aria'
import { TextField } from '@/ui/text-field/text-field'
import { DayField } from '@/ui/day-field/day-field'
import { DaysGrid } from './days-grid'
import { whenInShort } from './differences'
import { OptionChips } from './option-chips'
import type { Wrong } from './plan-check'
import type { PlanForm } from './plan-form'
import { plannedDays, withDay } from './plan-dates'
import { timeTyped, wholeTyped } from '@/domain/time/typed'
import { EndPart, LengthPart } from './how-long'
import { ruleOf, type Way, type WhenForm } from './when-form'
import { MonthlyPart } from './monthly-part'
import { WeekdayChips } from './weekday-chips'
import { WrongLine } from './wrong-line'
import './when-part.css'

interface WhenPartProps {
  form: PlanForm
  wrong: Wrong
  today: string
  onChange: (when: WhenForm) => void
}

const WAYS: readonly { value: Way; label: string }[] = [
  { value: 'dates', label: '只这几天' },
  { value: 'weekly', label: '每周' },
  { value: 'monthly', label: '每月' },
]
const KEPT = { value: 'kept', label: '照现在的' } as const
const INTERVALS = [
  { value: '1', label: '每一周' },
  { value: '2', label: '隔一周' },
]
const NONE: ReadonlySet<string> = new Set()

/** When it is, in plain words: on these days, each week or each month; the sentence at once. */
export function WhenPart({ form, wrong, today, onChange }: WhenPartProps) {
  const { when } = form
  const put = (part: Partial<WhenForm>) => onChange({ ...when, ...part })
  const ways = when.kept === null ? WAYS : [...WAYS, KEPT]
  return (
    <>
      <OptionChips
        label="怎么排"
        options={ways}
        value={when.way}
        onChange={(way) => put({ way })}
      />
      {when.way === 'kept' ? null : (
        <>
          {when.way === 'dates' ? <DatesPart {...{ form, today, onChange }} /> : null}
          {when.way === 'weekly' ? (
            <>
              <WeekdayChips
                label="周几"
                value={when.weekdays}
                onTap={(weekday) => put({ weekdays: toggled(when.weekdays, weekday) })}
              />
              <OptionChips
                label="隔几周"
                options={
                  when.interval > 2
                    ? [
                        ...INTERVALS,
                        { value: String(when.interval), label: `每 ${when.interval} 周` },
                      ]
                    : INTERVALS
                }
                value={String(when.interval)}
                onChange={(interval) => put({ interval: Number(interval) })}
              />
            </>
          ) : null}
          {when.way === 'monthly' ? <MonthlyPart when={when} onChange={put} /> : null}
          <WrongLine text={wrong.days} />
          {when.way === 'dates' ? null : (
            <DayField
              label="从哪天开始"
              value={when.startsOn}
              today={today}
              onChange={(startsOn) => put({ startsOn })}
            />
          )}
          <TextField
            label="几点开始"
            value={when.time}
            maxLength={8}
            placeholder="比如 9:30，或者下午3点"
            {...(wrong.time && { error: wrong.time })}
            onChange={(time) => put({ time })}
          />
          <LengthPart {...{ when, wrong }} onChange={put} />
          {when.way === 'dates' ? null : <EndPart {...{ when, wrong, today }} onChange={put} />}
        </>
      )}
      <InWords when={when} />
    </>
  )
}

function DatesPart({ form, today, onChange }: Omit<WhenPartProps, 'wrong'>) {
  const { when, category } = form
  const time = timeTyped(when.time) ?? '09:00'
  const rule = ruleOf({ ...when, time, minutes: wholeTyped(when.minutes) ? when.minutes : '60' })
  const days = rule === null ? [] : plannedDays({ kind: 'rule', rule })
  return (
    <DaysGrid
      days={days}
      clashes={NONE}
      category={category}
      today={today}
      onDay={(date) => onChange(withDay(when, date, !when.dates.includes(date)))}
    />
  )
}

/** The rule in one sentence, as residents will read it. */
function InWords({ when }: { when: WhenForm }) {
  const rule = when.way === 'kept' ? null : ruleOf(when)
  const kept = when.way === 'kept' && when.kept ? whenInShort(when.kept) : null
  const words = kept ?? (rule ? ruleInWords(rule) : null)
  return (
    <View className="when-words number" {...aria({ role: 'status', live: 'polite' })}>
      {words ?? '选好日子和时间，这里念给您听'}
    </View>
  )
}

const toggled = (all: readonly number[], one: number): number[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
