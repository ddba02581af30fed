import type { Audience, Category } from '@/domain/calendar/programme'
import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { plainLine, plainText } from '../plain-text'
import { type Plan, PLAN_LIMITS } from './plan'
import { formOfSeating, plainSeating, type SeatsForm, seatingOf, USUAL_SEATS } from './seats-form'
import { feeText, fenTyped, wholeTyped } from '@/domain/time/typed'
import { emptyWhen, formOfWhen, plainRule, type WhenForm, whenOf } from './when-form'

/** A plan as it is being written: texts as typed. */
export interface PlanForm {
  title: string
  category: Category
  audience: Audience
  description: string
  host: string
  place: string
  youngest: string
  oldest: string
  /** In yuan; empty for nothing to pay. */
  fee: string
  bring: string
  when: WhenForm
  seats: SeatsForm
  guestsFromList: boolean
}

/** A form with nothing in it but what is usual. */
export function emptyForm(today: string): PlanForm {
  return {
    title: '',
    category: 'lecture',
    audience: 'everyone',
    description: '',
    host: '',
    place: '',
    youngest: '',
    oldest: '',
    fee: '',
    bring: '',
    when: emptyWhen(today),
    seats: USUAL_SEATS,
    guestsFromList: false,
  }
}

/** The plan that a form says; null while something is missing or cannot be. */
export function planOf(form: PlanForm): Plan | null {
  const when = whenOf(form.when)
  const seating = seatingOf(form.seats)
  const feeFen = fenTyped(form.fee)
  const title = plainLine(form.title, PLAN_LIMITS.title)
  const place = plainLine(form.place, PLAN_LIMITS.place)
  const ages = agesOf(form)
  if (when === null || feeFen === null || ages === undefined) return null
  if (title === '' || place === '' || (form.seats.needed && seating === null)) return null
  return {
    title,
    place,
    feeFen,
    when,
    seating,
    category: form.category,
    audience: form.audience,
    description: plainText(form.description.replace(/\t/g, ' '), PLAN_LIMITS.description),
    host: plainLine(form.host, PLAN_LIMITS.host),
    ages,
    bring: plainLine(form.bring, PLAN_LIMITS.bring) || null,
    guestsFromList: form.guestsFromList,
  }
}

/** For which ages; null for all, undefined where what is typed is no age. */
export function agesOf({ youngest, oldest }: PlanForm): Plan['ages'] | undefined {
  const [min, max] = [ageTyped(youngest), ageTyped(oldest)]
  if (min === undefined || max === undefined) return undefined
  if (min !== null && max !== null && min > max) return undefined
  return min === null && max === null ? null : { min, max }
}

function ageTyped(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const age = wholeTyped(text.replace(/岁\s*$/, ''))
  return age === null || age > PLAN_LIMITS.age ? undefined : age
}

/** The form of a plan. `planOf` of it is the plan again, without what is so anyway (`plainPlan`). */
export function formOf(plan: Plan, today: string): PlanForm {
  return {
    title: plan.title,
    category: plan.category,
    audience: plan.audience,
    description: plan.description,
    host: plan.host,
    place: plan.place,
    youngest: ageText(plan.ages?.min),
    oldest: ageText(plan.ages?.max),
    fee: feeText(plan.feeFen),
    bring: plan.bring ?? '',
    when: formOfWhen(plan.when, today),
    seats: formOfSeating(plan.seating),
    guestsFromList: plan.guestsFromList,
  }
}

const ageText = (age: number | null | undefined): string => (age == null ? '' : String(age))

/** The same plan without what is so anyway. */
export function plainPlan(plan: Plan): Plan {
  const { ages, when, seating } = plan
  return {
    ...plan,
    ages: ages === null || (ages.min === null && ages.max === null) ? null : ages,
    when: when.kind === 'rule' ? { kind: 'rule', rule: plainRule(when.rule) } : when,
    seating: seating && plainSeating(seating),
  }
}

/** A form as the phone kept it; null for anything that is none (an older version's, say). */
export function readForm(value: unknown, today: string): PlanForm | null {
  if (typeof value !== 'object' || value === null) return null
  const found = value as Partial<PlanForm>
  const empty = emptyForm(today)
  const form = {
    ...empty,
    ...found,
    when: { ...empty.when, ...found.when },
    seats: { ...empty.seats, ...found.seats },
  }
  const { category, audience, when, seats } = form
  const texts = [form.title, form.description, form.host, form.place, form.fee, form.bring]
  const more = [form.youngest, form.oldest, when.time, when.minutes, when.count, seats.capacity]
  const lists = [when.dates, when.weekdays, when.monthDays, when.exceptDates, when.extraDates]
  const known = CATEGORIES.includes(category) && AUDIENCES.includes(audience)
  const whole = [...texts, ...more].every((text) => typeof text === 'string')
  return known && whole && lists.every(Array.isArray) ? form : null
}
