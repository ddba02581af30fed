import * as v from 'valibot'
import { contract } from '@/contract'
import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { chosenPart, partsOf, textOf, valuesOf } from '@/features/family/birth-date-parts'
import {
  birthProblem,
  type Draft,
  EMPTY_DRAFT,
  saveInput,
  stepProblem,
  stepsOf,
} from '@/features/family/member-draft'

const today = '2026-11-22'
const child: Draft = { ...EMPTY_DRAFT, path: 'child', name: ' 小满 ', birthDate: '2019-03-05' }

it('asks one thing after another, and for consent only where a child is under 14', () => {
  expect(stepsOf(EMPTY_DRAFT, today)).toEqual(['path'])
  expect(stepsOf({ ...child, birthDate: '' }, today)).toEqual(['path', 'name', 'birth', 'consent'])
  expect(stepsOf(child, today)).toEqual(['path', 'name', 'birth', 'consent'])
  expect(stepsOf({ ...child, birthDate: '2012-11-22' }, today)).toEqual(['path', 'name', 'birth'])
  expect(stepsOf({ ...child, birthDate: '2012-11-23' }, today)).toContain('consent')
  expect(stepsOf({ ...EMPTY_DRAFT, path: 'elder' }, today)).toEqual(['path', 'name'])
  expect(stepsOf({ ...EMPTY_DRAFT, path: 'link' }, today)).toEqual(['path', 'code', 'name'])
})

it('lets nobody go on with something missing, and says what', () => {
  expect(stepProblem('path', EMPTY_DRAFT, today)).toBe('先选一样')
  expect(stepProblem('name', EMPTY_DRAFT, today)).toBe('写一个名字')
  expect(stepProblem('name', child, today)).toBeNull()
  expect(stepProblem('name', { ...child, name: '满'.repeat(21) }, today)).toBe('最多 20 个字')
  expect(stepProblem('code', { ...EMPTY_DRAFT, code: 'AB23' }, today)).toBe('6 位都要写')
  expect(stepProblem('consent', child, today)).toBe('同意了才能记下')
  expect(stepProblem('consent', { ...child, agreed: true }, today)).toBeNull()
})

it.each([
  ['child', '', '年、月、日都要选'],
  ['child', '2019-03', '年、月、日都要选'],
  ['child', '2019-02-29', '年、月、日都要选'],
  ['child', '2026-11-23', '这一天还没到'],
  ['child', '2008-11-22', '满 18 岁了，请他自己来报'],
  ['child', '2008-11-23', null],
  ['elder', '2019-03-05', '还没满 18 岁，按孩子添'],
  ['elder', '1948-05-01', null],
] as const)('judges the birth date of a %s: %j', (kind, birthDate, problem) => {
  expect(birthProblem(kind, birthDate, today)).toBe(problem)
})

it('sends what the server takes: a child with consent, one of 15 and an elder without', () => {
  const { input } = contract['family.save']
  const saved = [
    saveInput(child, today),
    saveInput({ ...child, birthDate: '2011-01-01' }, today),
    saveInput({ ...EMPTY_DRAFT, path: 'elder', name: '姥姥' }, today),
  ]
  expect(saved).toEqual([
    {
      kind: 'child',
      name: '小满',
      birthDate: '2019-03-05',
      consent: { rulesVersion: CHILDREN_RULES_VERSION },
    },
    { kind: 'child', name: '小满', birthDate: '2011-01-01' },
    { kind: 'elder', name: '姥姥' },
  ])
  expect(saved.map((one) => v.safeParse(input, one).success)).toEqual([true, true, true])
})

describe('the picking of a birth date', () => {
  it('goes from the year to the month to the day', () => {
    expect(['', '2019', '2019-03', '2019-03-05'].map((text) => chosenPart(partsOf(text)))).toEqual([
      'year',
      'month',
      'day',
      null,
    ])
    expect(textOf({ year: 2019, month: 3, day: 5 })).toBe('2019-03-05')
    expect(textOf({ year: 2019, month: 3, day: null })).toBe('2019-03')
    expect(textOf({ year: null, month: null, day: null })).toBe('')
  })

  it('offers every day on which a child can have been born, and none after today', () => {
    const parts = (text: string) => partsOf(text)
    const years = valuesOf('year', parts(''), today)
    expect([years[0], years[years.length - 1]]).toEqual([2026, 2008])
    expect(valuesOf('month', parts('2026'), today)).toHaveLength(11)
    expect(valuesOf('month', parts('2025'), today)).toHaveLength(12)
    expect(valuesOf('day', parts('2026-11'), today)).toHaveLength(22)
    expect(valuesOf('day', parts('2024-02'), today)).toHaveLength(29)
    expect(valuesOf('day', parts('2025-02'), today)).toHaveLength(28)
  })
})
