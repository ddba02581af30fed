import { MINUTE, toInstantText } from '@/domain/time/instant'
import { type Answer, answersToClasses, refsOf } from '@/domain/timetable/answers'
import { audienceOf, categoryOf } from '@/domain/timetable/guess'
import { type Known, readOf, readyClass } from '@/domain/timetable/ready-class'
import { understandTimetable } from '@/domain/timetable/understand'
import { writeFigures } from '../../support/figures'
import { GRIDS } from './samples/grids'
import { LINES } from './samples/lines'
import { LISTS } from './samples/lists'
import { MESSY } from './samples/messy'
import { sheetOf } from './sheet-of'

const classesOf = (drawn: string, title = '') =>
  understandTimetable([sheetOf(drawn, title)], 2026).classes
const kinds = (asks: readonly { kind: string }[]) => asks.map(({ kind }) => kind)

const [book, tea, yoga] = classesOf(`
课程|时间|老师|人数
书法|每周六 9:00 9月26日起 共4次|示例甲|20
茶艺|2月30日 9:00||
瑜伽|每周二 19:00-20:00 10月13日起 共2次||`)

test('What is asked, and what answers it', () => {
  expect(kinds(readyClass(book!, {}, {}, null).asks)).toEqual(['rest-days', 'length'])
  const once = { lengthMinutes: 90, restDays: 'drop' } as const
  const { said, asks } = readyClass(book!, {}, once, null)
  expect(asks).toEqual([])
  expect(said.lessons.map(({ startsAt }) => toInstantText(startsAt).slice(5, 10))).toEqual([
    ...['10-10', '10-17'],
  ])
  expect(said.lessons.every(({ startsAt, endsAt }) => endsAt - startsAt === 90 * MINUTE)).toBe(true)
  const later = readyClass(book!, { restDays: 'postpone', endsAfterMinutes: 60 }, once, null).said
  expect(later.lessons.map(({ startsAt }) => toInstantText(startsAt).slice(5, 10))).toEqual([
    ...['10-10', '10-17', '10-24', '10-31'],
  ])
  expect(kinds(readyClass(tea!, {}, {}, null).asks)).toEqual(['impossible', 'seats'])
  const mended = readyClass(tea!, { when: '10月18日 9:00-11:00', capacity: null }, {}, null)
  expect(mended).toMatchObject({ asks: [], said: { seats: null, lessons: [{}] } })
  expect(kinds(readyClass(tea!, { when: '随时', capacity: 1 }, {}, null).asks)).toEqual(['when'])
  expect(readyClass(yoga!, {}, { seats: 12 }, null)).toMatchObject({
    asks: [],
    said: { seats: 12 },
  })
})

test('What read the same the last time means what it meant then, and is not asked again', () => {
  const { said } = readyClass(book!, { endsAfterMinutes: 45, restDays: 'keep' }, {}, null)
  const known: Known = { read: readOf(book!), said, title: said.title, minutes: null }
  expect(readyClass(book!, {}, { restDays: 'drop' }, known)).toEqual({ said, asks: [] })
})

test('Answers find their classes by cells; one cell may hold several', () => {
  const classes = classesOf(
    `
|周六|周日
上午|①书法 9:00-10:00\\n②国画 10:10-11:10|合唱 9:00-10:00`,
    '2026年10月',
  )
  expect(refsOf(classes)).toEqual(['B2#1', 'B2#2', 'C2'])
  const answers = new Map<string, Answer>([
    ['B2', { capacity: 10, teacher: '示例甲' }],
    ['B2#2', { capacity: 20 }],
    ['C2', {}],
  ])
  expect(answersToClasses(classes, answers)).toMatchObject({
    answers: [
      { capacity: 10, teacher: '示例甲' },
      { capacity: 20, teacher: '示例甲' },
      { right: expect.arrayContaining(['span']) as string[] },
    ],
  })
  expect(answersToClasses(classes, new Map([['Z9', {}]]))).toEqual({ unknown: 'Z9' })
})

test.each([
  ['少儿书法', null, 'children', 'children'],
  ['成人瑜伽', { min: 18, max: null }, 'night-school', 'adults'],
  ['社区大讲堂', null, 'lecture', 'everyone'],
  ['法律咨询', null, 'legal', 'everyone'],
  ['义诊', null, 'clinic', 'everyone'],
  ['老年大学声乐班', { min: 60, max: null }, 'night-school', 'elders'],
  ['重阳节联欢', null, 'festival', 'elders'],
  ['家政师培训', null, 'skills', 'everyone'],
  ['合唱队', null, 'club', 'everyone'],
  ['科学馆参观', { min: 6, max: 10 }, 'outing', 'children'],
])('%s is of a kind, and for somebody', (title, ages, category, audience) => {
  expect([categoryOf(title, ages), audienceOf(title, ages)]).toEqual([category, audience])
})

test('How much of the samples can be published as it was read', () => {
  const classes = [...LISTS, ...GRIDS, ...LINES, ...MESSY].flatMap(
    ({ drawn, title, year }) => understandTimetable([sheetOf(drawn, title)], year ?? 2026).classes,
  )
  const once = { lengthMinutes: 90, seats: null, restDays: 'drop' } as const
  const ready = (sheet: object) =>
    classes.filter((one) => readyClass(one, {}, sheet, null).asks.length === 0).length
  const [alone, answered] = [ready({}), ready(once)]
  const named = classes.filter(({ title, ages }) => categoryOf(title, ages) !== 'night-school')
  const share = (count: number) => `${Math.round((100 * count) / classes.length)} %`
  writeFigures('timetable', `${classes.length} classes of the timetables that the tests hold`, [
    `published without any answer: ${share(alone)}`,
    `with three answers to the whole sheet: ${share(answered)}`,
    `of a kind that the title tells: ${share(named.length)}`,
  ])
  expect(answered / classes.length).toBeGreaterThan(0.85)
})
