import {
  answersWanted,
  countsInWords,
  publishedInWords,
  publishingInWords,
} from '@/features/staff/publish-words'
import { hoursInWords } from '@/features/staff/timetable-words'
import type { Previewed, Published } from '@/features/staff/use-publish'

const COUNTS = { added: 0, changed: 0, unchanged: 0, skipped: 0 }
const LOOKED: Previewed = {
  ...{ classes: [], open: [], missing: [], counts: COUNTS },
  opensAt: '2026-08-20T10:00:00+08:00',
}
const DONE: Published = {
  ...{ classes: [], missing: [], cancelled: [], counts: COUNTS, told: 0 },
}
const GONE = { activityId: 'nongye.hechang', title: '合唱' }

test('Of a whole sheet is asked once, of a cell each time', () => {
  const asked = (cell: string, kind: Previewed['open'][number]['kind']) => ({ cell, kind, why: '' })
  expect(answersWanted([])).toBe(0)
  expect(answersWanted([asked('A2', 'seats'), asked('A3', 'seats'), asked('A3', 'length')])).toBe(2)
  expect(answersWanted([asked('A2', 'seats'), asked('A3', 'span'), asked('A4', 'span')])).toBe(3)
})

test('What would come of it names only what there is', () => {
  expect(countsInWords(LOOKED)).toBe('还没有能发布的课')
  const counts = { ...COUNTS, added: 3, unchanged: 12 }
  expect(countsInWords({ counts, missing: [GONE] })).toBe('新开 3 门，不变 12 门，表里没有了 1 门')
  expect(publishingInWords({ ...LOOKED, counts }, [])).toBe(
    '新开 3 门、不变 12 门。报上的名都留着。',
  )
  const off = [{ people: 4 }, { people: 0 }]
  expect(publishingInWords({ ...LOOKED, counts: { ...COUNTS, added: 1 } }, off)).toBe(
    '新开 1 门、取消 2 门（关系到 4 人）。课变了的人会收到通知，报上的名都留着。',
  )
})

test.each([
  ['新开的课已经在日历上了。', { counts: { ...COUNTS, added: 3 } }],
  ['变了的课还没有人报名，不用通知谁。', { counts: { ...COUNTS, changed: 1 } }],
  [
    '新开的课已经在日历上了。课变了，已经告诉 2 个人。',
    { counts: { ...COUNTS, added: 1, changed: 1 }, told: 2 },
  ],
  [
    '取消了 1 门。课变了，已经告诉 3 个人。表里没有了的 1 门照常上。',
    { cancelled: [{ ...GONE, told: 3 }], missing: [GONE], told: 3 },
  ],
])('%s', (words, done) => expect(publishedInWords({ ...DONE, ...done })).toBe(words))

test('A lesson that ends as it begins is one of which nobody said how long it takes', () => {
  const startsAt = '2026-09-05T15:00:00+08:00'
  expect(hoursInWords({ startsAt, endsAt: startsAt })).toBe('15:00 开始')
  expect(hoursInWords({ startsAt, endsAt: '2026-09-05T16:30:00+08:00' })).toBe('15:00–16:30')
})
