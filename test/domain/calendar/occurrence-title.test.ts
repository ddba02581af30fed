import { occurrenceTitle } from '@/domain/calendar/occurrence-title'

describe('the title of one occurrence', () => {
  it.each([
    ['says its topic', { topic: '冬季急救' }, '社区大讲堂：冬季急救'],
    ['counts its lesson', { lesson: { number: 4 } }, '社区大讲堂 第 4 课'],
    ['says both', { topic: '急救', lesson: { number: 2 } }, '社区大讲堂：急救 第 2 课'],
    ['is the activity’s own without either', { topic: null, lesson: null }, '社区大讲堂'],
  ])('%s', (_, occurrence, title) => {
    expect(occurrenceTitle('社区大讲堂', occurrence)).toBe(title)
  })
})
