import {
  candidatesOf,
  firstChoice,
  isForChildren,
  namesInWords,
  togetherInWords,
} from '@/features/family/attendees'
import { grandmother, member } from './members'

const older = member({ memberId: 'm-bbbbbbbbbbbbbbbb', name: '小川', birthDate: '2017-01-09' })
const baby = member({ memberId: 'm-cccccccccccccccc', name: '小禾', birthDate: '2023-11-30' })
const children = { min: 6, max: 10 }
const occasion = {
  ages: children,
  firstDay: '2026-12-05',
  today: '2026-11-22',
  seated: new Set<string>(),
}
const of = (family: ReturnType<typeof member>[], change: Partial<typeof occasion> = {}) =>
  candidatesOf(family, { ...occasion, ...change })
const everyone = (family: ReturnType<typeof member>[]) =>
  candidatesOf(family, { ...occasion, ages: null })

it('shows whoever cannot come with the reason, and hides nobody', () => {
  const why = of([member(), older, baby, grandmother]).map(({ name, why }) => [name, why])
  expect(why).toEqual([
    ['小满', null],
    ['小川', null],
    ['小禾', '要 6–10 岁，开课那天 3 岁'],
    ['姥姥', '要 6–10 岁'],
    [null, null],
  ])
})

it('says the age on the first lesson’s day only where it is another one by then', () => {
  const [child] = of([member({ birthDate: '2021-03-05' })])
  expect(child).toMatchObject({ age: '5 岁', why: '要 6–10 岁' })
})

it('lets somebody come who is old enough only on the first lesson’s day, and not one day before', () => {
  const born = (birthDate: string) => of([member({ birthDate })])[0]!.why
  expect(born('2020-12-05')).toBeNull()
  expect(born('2020-12-06')).toBe('要 6–10 岁')
})

it('knows who has a seat already', () => {
  const seated = new Set([older.memberId, 'self'])
  const why = of([member(), older], { seated }).map(({ why }) => why)
  expect(why).toEqual([null, '已经报上了', '已经报上了'])
})

it('puts oneself first but where a class is for children', () => {
  expect(everyone([member()])[0]!.kind).toBe('self')
  expect(of([member()])[0]!.kind).toBe('child')
  expect([isForChildren(children), isForChildren({ min: 16, max: null })]).toEqual([true, false])
})

it.each([
  ['nobody but oneself', [], null, ['self']],
  ['a family, for a lecture', [member(), grandmother], null, ['self']],
  ['one child who may, for a children’s class', [member(), baby], children, ['m-aaaaaaaaaaaaaaaa']],
  ['two children who may', [member(), older], children, []],
  ['only a child who may not', [baby], children, []],
  ['nobody but oneself, for a children’s class', [], children, ['self']],
] as const)('chooses by itself only where there is no question: %s', (_, family, ages, chosen) => {
  const candidates = candidatesOf([...family], { ...occasion, ages })
  expect(firstChoice(candidates, ages)).toEqual(chosen)
})

it('chooses nobody who has a seat already', () => {
  const seated = new Set(['self'])
  expect(firstChoice(candidatesOf([], { ...occasion, ages: null, seated }), null)).toEqual([])
})

it('says what booking together means', () => {
  const [small, big] = of([member(), older])
  const [self] = everyone([])
  expect(togetherInWords([small!])).toBeNull()
  expect(togetherInWords([small!, big!])).toBe('两个孩子一起报：要么都报上，要么都不占座。')
  expect(togetherInWords([self!, small!])).toBe('两位一起报：要么都报上，要么都不占座。')
  expect(togetherInWords([self!, small!, big!])).toBe('3 位一起报：要么都报上，要么都不占座。')
  expect(namesInWords([self!, small!])).toBe('我自己、小满')
})

it('knows who waits for a seat already', () => {
  const waiting = new Set(['self', older.memberId])
  const candidates = candidatesOf([member(), older], { ...occasion, waiting })
  expect(candidates.map(({ why }) => why)).toEqual([null, '在候补了', '在候补了'])
})
