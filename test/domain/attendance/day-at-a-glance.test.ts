import { dayAtAGlance } from '@/domain/attendance/day-at-a-glance'
import { maskedName } from '@/domain/attendance/masked-name'
import { HOUR } from '@/domain/time/instant'

const NOW = Date.parse('2026-11-22T15:00:00+08:00')
const lesson = (name: string, startsAt: number, more: object = {}) => ({
  ...{ name, startsAt, endsAt: startsAt + HOUR, state: 'scheduled' as const },
  ...{ expected: 10, there: 0, excused: 0, left: 5, ...more },
})

describe('a day at a glance', () => {
  it('adds up the lessons that take place, and shows those that are on or to come', () => {
    const day = dayAtAGlance(
      [
        lesson('over', NOW - 2 * HOUR, { there: 8, excused: 1, left: 0 }),
        lesson('later', NOW + 2 * HOUR),
        lesson('on', NOW - HOUR / 2, { there: 3 }),
        lesson('empty', NOW + HOUR, { expected: 0, left: 20 }),
        lesson('off', NOW + HOUR, { state: 'cancelled', left: 0 }),
      ],
      NOW,
      8,
    )
    const { next, ...numbers } = day
    expect(numbers).toEqual({ lessons: 4, expected: 30, there: 11, excused: 1, full: 1, empty: 1 })
    expect(next.map(({ name }) => name)).toEqual(['on', 'empty', 'later'])
  })

  it('shows no more than it is asked for, the soonest', () => {
    const lessons = [3, 1, 2].map((hours) => lesson(`${hours}`, NOW + hours * HOUR))
    expect(dayAtAGlance(lessons, NOW, 2).next.map(({ name }) => name)).toEqual(['1', '2'])
  })
})

describe('a masked name', () => {
  it('keeps the first character and not the length', () => {
    expect(['张三', '欧阳示例', '  李', '𠮷野', 'A'].map(maskedName)).toEqual([
      ...['张*', '欧*', '李*', '𠮷*', 'A*'],
    ])
    expect(maskedName(null)).toBeNull()
    expect(maskedName('  ')).toBeNull()
  })
})
