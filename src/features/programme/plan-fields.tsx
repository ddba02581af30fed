import { Section } from '@/ui/section/section'
import { TextField } from '@/ui/text-field/text-field'
import { CoverPart } from './cover-part'
import { OptionChips } from './option-chips'
import { PLAN_LIMITS } from './plan'
import type { Wrong } from './plan-check'
import type { PlanDraft } from './plan-draft'
import type { PlanForm } from './plan-form'
import { SeatsPart } from './seats-part'
import { MorePart, WhatPart } from './what-part'
import { WhenPart } from './when-part'

interface PlanFieldsProps {
  draft: PlanDraft
  wrong: Wrong
  /** When the first lesson to be booked begins (milliseconds); null while that is not known. */
  startsAt: number | null
  hung: boolean
  /** Where the centre holds things, those last held first. */
  places: readonly string[]
  today: string
  now: number
  onChange: (part: Partial<PlanDraft>) => void
}

/** The whole form, a section for each question: what, when, where, seats, a picture. */
export function PlanFields(props: PlanFieldsProps) {
  const { draft, wrong, startsAt, hung, places, today, now, onChange } = props
  const { form } = draft
  const put = (part: Partial<PlanForm>) => onChange({ form: { ...form, ...part } })
  return (
    <>
      <Section title="办什么">
        <WhatPart form={form} wrong={wrong} onChange={put} />
        <MorePart form={form} wrong={wrong} onChange={put} />
      </Section>
      <Section title="什么时候">
        <WhenPart form={form} wrong={wrong} today={today} onChange={(when) => put({ when })} />
      </Section>
      <Section title="在哪儿">
        <TextField
          label="地点"
          value={form.place}
          maxLength={PLAN_LIMITS.place}
          placeholder="比如：一楼讲座室"
          {...(wrong.place && { error: wrong.place })}
          onChange={(place) => put({ place })}
        />
        {places.length > 0 ? (
          <OptionChips
            label="常用的地点"
            options={places.map((value) => ({ value, label: value }))}
            value={form.place}
            onChange={(place) => put({ place })}
          />
        ) : null}
      </Section>
      <Section title="座位">
        <SeatsPart
          seats={form.seats}
          guestsFromList={form.guestsFromList}
          wrong={wrong}
          startsAt={startsAt}
          published={draft.state === 'published'}
          now={now}
          onChange={(seats) => put({ seats })}
          onGuests={(guestsFromList) => put({ guestsFromList })}
        />
      </Section>
      <Section title="封面">
        <CoverPart cover={draft.cover} hung={hung} onChange={(cover) => onChange({ cover })} />
      </Section>
    </>
  )
}
