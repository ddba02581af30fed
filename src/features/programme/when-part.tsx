import { View } from '@tarojs/components'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { addDays } from '@/domain/time/date'
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
import { type Ending, ruleOf, type Way, type WhenForm } from './when-form'
import { MonthlyPart } from './monthly-part'
import { WeekdayChips } from './weekday-chips'
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
const LENGTHS = [
  { value: '60', label: '1 小时' },
  { value: '90', label: '1.5 小时' },
  { value: '120', label: '2 小时' },
  { value: '180', label: '3 小时' },
]
const ENDINGS: readonly { value: Ending; label: string }[] = [
  { value: 'count', label: '上几次' },
  { value: 'until', label: '到哪天' },
  { value: 'open', label: '一直办下去' },
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
          <View className="when-label">多长时间</View>
          <OptionChips
            label="多长时间"
            options={LENGTHS}
            value={when.minutes}
            onChange={(minutes) => put({ minutes })}
          />
          <View className="when-minutes">
            <TextField
              label="一次多少分钟"
              value={when.minutes}
              maxLength={4}
              {...(wrong.minutes && { error: wrong.minutes })}
              onChange={(minutes) => put({ minutes })}
            />
          </View>
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

interface EndPartProps {
  when: WhenForm
  wrong: Wrong
  today: string
  onChange: (part: Partial<WhenForm>) => void
}

function EndPart({ when, wrong, today, onChange }: EndPartProps) {
  return (
    <>
      <View className="when-label">办到什么时候</View>
      <OptionChips
        label="办到什么时候"
        options={ENDINGS}
        value={when.ends}
        onChange={(ends) =>
          onChange({
            ends,
            ...(ends === 'until' && when.until === '' && { until: addDays(when.startsOn, 84) }),
          })
        }
      />
      {when.ends === 'count' ? (
        <TextField
          label="一共几次"
          value={when.count}
          maxLength={3}
          {...(wrong.ends && { error: wrong.ends })}
          onChange={(count) => onChange({ count })}
        />
      ) : null}
      {when.ends === 'until' ? (
        <DayField
          label="到哪天为止"
          value={when.until}
          today={today}
          error={wrong.ends}
          onChange={(until) => onChange({ until })}
        />
      ) : null}
    </>
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

export function WrongLine({ text }: { text: string | undefined }) {
  return text ? (
    <View className="when-wrong" {...aria({ live: 'polite' })}>
      {text}
    </View>
  ) : null
}

const toggled = (all: readonly number[], one: number): number[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
