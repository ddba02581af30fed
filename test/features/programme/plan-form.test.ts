import fc from 'fast-check'
import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { parseRule } from '@/domain/calendar/parse-rule'
import { REST_DAY_POLICIES, type Rule } from '@/domain/calendar/rule'
import { parseSeating } from '@/domain/calendar/seating'
import { canonical, type Plan, type When } from '@/features/programme/plan'
import { emptyForm, formOf, plainPlan, planOf, readForm } from '@/features/programme/plan-form'
import { feeText, fenTyped, timeTyped } from '@/domain/time/typed'
import { addDays } from '@/domain/time/date'
import { instantAt, toInstantText } from '@/domain/time/instant'

const TODAY = '2026-11-26'

const word = (most: number, least = 0) =>
  fc
    .array(fc.constantFrom(...'示例大讲堂一二三四abc'), { minLength: least, maxLength: most })
    .map((characters) => characters.join(''))
const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(TODAY, days))
const time = fc.constantFrom('09:00', '14:30', '19:05')
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const days = fc.uniqueArray(day, { minLength: 1, maxLength: 5 })
const terms = {
  startsOn: day,
  time,
  durationMinutes: fc.integer({ min: 5, max: 1440 }),
  exceptDates: optional(days),
  extraDates: optional(days),
  onRestDays: optional(fc.constantFrom(...REST_DAY_POLICIES)),
}
const ending = {
  until: optional(day),
  count: optional(fc.integer({ min: 1, max: 30 })),
  interval: optional(fc.integer({ min: 1, max: 4 })),
}
const weekday = fc.integer({ min: 1, max: 7 })
const nth = fc.constantFrom(-1, 1, 2, 3, 4, 5)
const rule = fc
  .oneof(
    fc.record({
      ...{ frequency: fc.constant('weekly'), ...terms, ...ending },
      weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
    }),
    fc.record({
      ...{ frequency: fc.constant('monthly'), ...terms, ...ending },
      monthDays: fc.uniqueArray(fc.constantFrom(-1, 1, 15, 31), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      ...{ frequency: fc.constant('monthly'), ...terms, ...ending },
      nthWeekday: fc.record({ nth, weekday }),
    }),
    fc.record({ frequency: fc.constant('dates'), ...terms, dates: days }),
    fc.record({
      ...{ frequency: fc.constant('lunar-yearly'), ...terms },
      ...{ lunarMonth: fc.constant(8), lunarDay: fc.constant(15) },
    }),
  )
  .map((value) => parseRule(value))
  .filter((parsed): parsed is { rule: Rule } => 'rule' in parsed)
  .map((parsed) => parsed.rule)
const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 5, arbitrary: rule.map((one) => ({ kind: 'rule' as const, rule: one })) },
  {
    weight: 1,
    arbitrary: days.map((dates) => ({
      kind: 'lessons' as const,
      lessons: dates.map((date) => ({
        startsAt: toInstantText(instantAt(date, '09:00')),
        endsAt: toInstantText(instantAt(date, '10:30')),
      })),
    })),
  },
)
const seating = fc
  .record({
    per: fc.constantFrom('occurrence', 'term'),
    capacity: fc.integer({ min: 1, max: 100_000 }),
    opensDaysBefore: fc.integer({ min: 0, max: 366 }),
    opensAt: optional(time),
    closesMinutesBefore: fc.integer({ min: 0, max: 3000 }),
    cancelHoursBefore: fc.integer({ min: 0, max: 720 }),
    homeCentreDays: optional(fc.integer({ min: 0, max: 60 })),
    mode: optional(fc.constantFrom('open', 'ballot')),
    numbered: optional(fc.boolean()),
    slotMinutes: optional(fc.constant(30)),
    onlyRole: optional(fc.constantFrom('volunteer', 'staff')),
  })
  .map((value) => parseSeating(value))
  .filter((parsed) => 'seating' in parsed)
  .map((parsed) => parsed.seating)
const age = fc.option(fc.integer({ min: 0, max: 120 }))
const plans: fc.Arbitrary<Plan> = fc.record({
  title: word(60, 1),
  category: fc.constantFrom(...CATEGORIES),
  audience: fc.constantFrom(...AUDIENCES),
  description: fc.array(word(40, 1), { maxLength: 3 }).map((lines) => lines.join('\n')),
  host: word(60),
  place: word(60, 1),
  ages: fc.option(
    fc.record({ min: age, max: age }).filter(({ min, max }) => (min ?? 0) <= (max ?? 120)),
  ),
  feeFen: fc.integer({ min: 0, max: 1_000_000 }),
  bring: fc.option(word(200, 1)),
  when,
  seating: fc.option(seating),
  guestsFromList: fc.boolean(),
})

describe('a plan in a form', () => {
  it('comes out of the form as it went in', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const again = planOf(formOf(plan, TODAY))
        expect(again).not.toBeNull()
        expect(canonical(plainPlan(again!))).toBe(canonical(plainPlan(plan)))
      }),
    )
  })

  it('is kept on the phone as it is', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = formOf(plan, TODAY)
        expect(readForm(JSON.parse(JSON.stringify(form)), TODAY)).toEqual(form)
      }),
    )
  })

  it('is no plan while its title, its days, its place or its seats are missing', () => {
    const form = {
      ...emptyForm(TODAY),
      ...{ title: ' 示例讲座 ', place: '一楼' },
      when: { ...emptyForm(TODAY).when, time: '15点', dates: ['2026-12-03'] },
    }
    expect(planOf(form)).toMatchObject({
      title: '示例讲座',
      when: { rule: { time: '15:00', startsOn: '2026-12-03', dates: ['2026-12-03'] } },
      seating: { per: 'occurrence', capacity: 30 },
    })
    expect(planOf({ ...form, title: '  ' })).toBeNull()
    expect(planOf({ ...form, place: '' })).toBeNull()
    expect(planOf({ ...form, when: { ...form.when, dates: [] } })).toBeNull()
    expect(planOf({ ...form, when: { ...form.when, time: '25:00' } })).toBeNull()
    expect(planOf({ ...form, seats: { ...form.seats, capacity: '' } })).toBeNull()
    expect(planOf({ ...form, seats: { ...form.seats, needed: false } })?.seating).toBeNull()
    expect(planOf({ ...form, youngest: '10', oldest: '6' })).toBeNull()
  })

  it('of an unknown or older form is none', () => {
    expect(readForm(null, TODAY)).toBeNull()
    expect(readForm({ category: 'gone' }, TODAY)).toBeNull()
    expect(readForm({ title: 3 }, TODAY)).toBeNull()
    expect(readForm({ title: '旧' }, TODAY)?.seats.capacity).toBe('30')
  })
})

describe('what somebody types', () => {
  it.each([
    ['9:30', '09:30'],
    ['09：30', '09:30'],
    ['930', '09:30'],
    ['1530', '15:30'],
    ['9点半', '09:30'],
    ['下午3点', '15:00'],
    ['晚上 7点15分', '19:15'],
    ['19', '19:00'],
    ['25:00', null],
    ['9:75', null],
    ['', null],
  ])('%s is the time %s', (text, expected) => {
    expect(timeTyped(text)).toBe(expected)
  })

  it('is an amount in yuan, to the fen', () => {
    expect(['', '免费', '20', '12.5', '0.01', '1.234', '二十'].map(fenTyped)).toEqual([
      ...[0, 0, 2000, 1250, 1, null, null],
    ])
    expect([0, 2000, 1250].map(feeText)).toEqual(['', '20', '12.5'])
  })
})
